"""The catalogue: the questions that come with the ontology, each with its parameters."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from kg.domain.cases import Case
from kg.domain.tables import QueryResult
from kg.domain.texts import Text

__all__ = ["Column", "Kind", "Parameter", "Question", "Reply", "Value"]

Value: TypeAlias = str | Case | tuple[Case, ...]


class Kind(StrEnum):
    """What a parameter takes."""

    CASE = "case"
    """a situation: a `Case`, or the name of an example"""
    ENTITY = "entity"
    """the id of somebody or something of the case, in the section `of`"""
    TERM = "term"
    """a term of the graph, of the class `of`: its IRI, its short form or its notation"""
    DATE = "date"
    """a day, as 2026-11-23"""
    DAYS = "days"
    """a number of days, counted from the day that the parameter `of` gives"""
    LANGUAGE = "language"
    """`fr` or `en`: the language of the labels"""
    CHOICE = "choice"
    """one of `choices`"""
    DOCUMENT = "document"
    """the text of a document"""
    GRAPH = "graph"
    """the text of a Turtle file"""
    CASES = "cases"
    """several situations"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One parameter of a question.

    `default` is its value where none is given; a parameter that has none must be given one,
    unless it is `optional`: then it is left open. `example` is a value that it takes. Of what it
    is: see `Kind`.
    """

    name: str
    kind: Kind
    label: Text
    example: str
    of: str = ""
    choices: tuple[str, ...] = ()
    default: str = ""
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of the table that answers a question."""

    name: str
    label: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question: its words, its parameters, its columns, and what answers it.

    `asker` is whose question it is, with the words for it. The question is answered by `sparql`,
    or by the use case of the reasoner that `calls` names, with the fixed arguments `given`.
    `uses` are the IRIs of the terms that it speaks of.
    """

    id: str
    name: str
    asker: str
    asker_label: Text
    question: Text
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    uses: tuple[str, ...] = ()
    sparql: str = ""
    calls: str = ""
    given: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def parameter(self, name: str) -> Parameter | None:
        """Return the parameter of a name, or None."""
        return next((p for p in self.parameters if p.name == name), None)

    @property
    def is_about_a_case(self) -> bool:
        """Whether the question is about a situation."""
        return any(p.kind is Kind.CASE for p in self.parameters)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """The answer to a question: its table, and the values that its parameters took."""

    question: Question
    values: tuple[tuple[str, str], ...]
    table: QueryResult
