"""Terms of the graph as a person looks at them: a card, its links both ways."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kg.domain.texts import EMPTY, Text

__all__ = ["Branch", "Link", "Sort", "TermCard", "TermName"]


class Sort(StrEnum):
    """What a term is, as a picture tells it by colour and shape."""

    CLASS = "class"
    GROUND = "ground"
    NORM = "norm"
    TEXT = "text"
    READING = "reading"
    PROPERTY = "property"
    THING = "thing"


@dataclass(frozen=True, slots=True, kw_only=True)
class TermName:
    """A term by its IRI, its short form (`hds:Host`), its label and what kind of thing it is."""

    iri: str
    short: str
    label: Text
    kind: Text = EMPTY


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A term of a tree, and the terms right below it."""

    name: TermName
    below: tuple[Branch, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One statement that joins two terms, or a term and words: the property, then the other end.

    `other` is None where the statement ends on words; `words` is empty where it ends on a term.
    `via` is empty where it is stated; else it follows from the kinds that `via` names.
    """

    predicate: TermName
    other: TermName | None = None
    words: Text = EMPTY
    via: tuple[TermName, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TermCard:
    """Everything that the graph says of one term.

    `axioms` are its class expressions, written for people; `outgoing` what it says of others,
    `incoming` what others say of it. `turtle` is its own block.
    """

    name: TermName
    sort: Sort
    definition: Text
    note: Text
    sources: tuple[TermName, ...]
    axioms: tuple[Text, ...]
    outgoing: tuple[Link, ...]
    incoming: tuple[Link, ...]
    turtle: str
