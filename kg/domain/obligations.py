"""Who is bound by what, whatever the case: the norms of a day against the roles in law."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kg.domain.catalogue import Role
from kg.domain.law import Citation
from kg.domain.terms import TermName
from kg.domain.texts import Text

__all__ = ["Binding", "Duty", "Matrix"]


class Binding(StrEnum):
    """How a norm binds those who have a role."""

    ALWAYS = "always"
    """whoever has the role is bound"""
    SOMETIMES = "sometimes"
    """some of those who have it are: those that meet a further condition"""
    UNLINKED = "unlinked"
    """the definitions show no link: it is not denied, it is not shown"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """A norm in force: who bears it, what it rests on, and how it binds each role of the matrix.

    `bearers` are the classes or grounds through which it binds; `articles` are the short names of
    the articles that it rests on.
    """

    term: TermName
    modality: str
    citations: tuple[Citation, ...]
    articles: tuple[str, ...]
    bearers: tuple[TermName, ...]
    owed_to: Text
    bindings: tuple[Binding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """The norms in force on a day, one a row, against roles, one a column."""

    day: date
    roles: tuple[Role, ...]
    duties: tuple[Duty, ...]

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles that some norm rests on, in order."""
        return tuple(sorted({article for duty in self.duties for article in duty.articles}))
