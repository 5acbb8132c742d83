"""An article as it is read on a day: its alinéas, what hangs on each, what each refers to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kg.domain.law import Provision, Version
from kg.domain.terms import Sort, TermName
from kg.domain.texts import Text

__all__ = ["Alinea", "Article", "Force", "Hanging", "Piece", "Reference", "Rewording"]


class Force(StrEnum):
    """Whether a wording is the one in force."""

    IN_FORCE = "in-force"
    SUPERSEDED = "superseded"
    FUTURE = "future"
    UNDATED = "undated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hanging:
    """A term that rests on a provision, and how; `mark` is "" for the whole article."""

    term: TermName
    sort: Sort
    how: Text
    mark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Another provision, as an alinéa cites it: its words, or a summary of ours, of the day."""

    said: str
    short: str
    label: Text
    text: Text
    is_official: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Alinea:
    """One alinéa: `id` names it in an address; an official text is in French alone."""

    id: str
    mark: str
    text: Text
    is_official: bool
    confidence: str
    hanging: tuple[Hanging, ...] = ()
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article, or an act, on a day; `version` is None where none is known to be in force.

    `asked` is the alinéa that was asked for, "" for the whole. `force` judges the version by
    another day, the reader's own. `whole` is what hangs on no alinéa shown.
    """

    short: str
    asked: str
    provision: Provision
    day: date
    version: Version | None
    force: Force
    alineas: tuple[Alinea, ...]
    whole: tuple[Hanging, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Some words of a wording; `is_changed`: the other wording does not have them."""

    text: str
    is_changed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewording:
    """An alinéa before and after; either side is empty where there is none."""

    mark: str
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]

    @property
    def is_changed(self) -> bool:
        """Tell whether anything differs."""
        return any(piece.is_changed for piece in (*self.before, *self.after))
