"""The axioms of the ontology, compiled: definitions, and notions with their grounds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import TypeAlias

from kg.domain.texts import Text
from kg.reasoning.axioms.expressions import Expression, Role, named_in, roles_in

__all__ = ["MINORITY", "Ground", "Notion", "Reading", "Source", "Theory"]

MINORITY = "minority"

Notion: TypeAlias = tuple[str, str]
"""What is concluded: a class and "", or a property and the individual it leads to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What a term rests on: its provisions, their rank, how they were checked, their period."""

    provisions: tuple[str, ...] = ()
    authority: str = ""
    confidence: str = ""
    start: date | None = None
    until: date | None = None

    def is_in_force(self, day: date) -> bool:
        """Tell whether the period holds `day`; an undated term always is."""
        return (self.start is None or self.start <= day) and (
            self.until is None or day < self.until
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """One way into a notion: its name, its condition, its source, the reading it supposes."""

    name: str
    notion: Notion
    condition: Expression
    source: Source
    reading: str = ""
    is_named: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One reading of an open question."""

    iri: str
    id: str
    question: str
    question_id: str
    label: Text
    question_label: Text
    holder: Text
    standing: str
    source: Source

    @property
    def is_admissible(self) -> bool:
        """Whether an answer may follow the reading unasked: a minority one is only shown."""
        return self.standing != MINORITY


@dataclass(frozen=True, kw_only=True)
class Theory:
    """What the engine reasons with; `ranks` goes from the highest authority to the lowest.

    `members` are the reference individuals of each class, `words` the sentences of each term:
    what it says of `{x}` when it holds, and when it does not. `notations` are short citations.
    `recorded` are the notions that have grounds on some day, be they in force or not.
    """

    definitions: Mapping[str, Expression]
    grounds: Mapping[Notion, tuple[Ground, ...]]
    concluded: frozenset[str]
    readings: tuple[Reading, ...]
    sources: Mapping[str, Source]
    labels: Mapping[str, Text]
    words: Mapping[str, tuple[Text, Text]]
    members: Mapping[str, frozenset[str]]
    ranks: tuple[str, ...]
    notations: Mapping[str, str] = field(default_factory=dict)
    recorded: frozenset[Notion] = frozenset()

    def on(self, day: date, floor: str = "") -> Theory:
        """Return the theory of the law in force on `day`, from rank `floor` and above."""
        kept = {
            notion: tuple(ground for ground in grounds if self._counts(ground, day, floor))
            for notion, grounds in self.grounds.items()
        }
        return replace(self, grounds=kept, readings=self._readings(floor))

    def _counts(self, ground: Ground, day: date, floor: str) -> bool:
        if not ground.source.is_in_force(day) or not self.is_above(ground.source, floor):
            return False
        reading = next((r for r in self.readings if r.iri == ground.reading), None)
        return reading is None or self.is_above(reading.source, floor)

    def _readings(self, floor: str) -> tuple[Reading, ...]:
        return tuple(r for r in self.readings if self.is_above(r.source, floor))

    def is_above(self, source: Source, floor: str) -> bool:
        """Tell whether a source is of rank `floor` or higher; one without a rank always is."""
        if not floor or source.authority not in self.ranks:
            return True
        return self.ranks.index(source.authority) <= self.ranks.index(floor)

    def weakest(self, ranks: frozenset[str]) -> str:
        """Return the lowest of the ranks given, or "" of none."""
        return max((r for r in ranks if r in self.ranks), key=self.ranks.index, default="")

    @cached_property
    def first_day(self) -> date:
        """The first day on which some ground is in force."""
        grounds = [ground for grounds in self.grounds.values() for ground in grounds]
        return min(ground.source.start for ground in grounds if ground.source.start)

    @cached_property
    def roles(self) -> frozenset[Role]:
        """The properties that some condition or definition mentions."""
        expressions = [*self.definitions.values()]
        expressions += [g.condition for grounds in self.grounds.values() for g in grounds]
        return frozenset(role for expression in expressions for role in roles_in(expression))

    @cached_property
    def classes(self) -> frozenset[str]:
        """The classes that some condition or definition mentions."""
        expressions = [*self.definitions.values()]
        expressions += [g.condition for grounds in self.grounds.values() for g in grounds]
        return frozenset(name for expression in expressions for name in named_in(expression))
