"""The axioms of the ontology, compiled: definitions, and notions with their grounds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import TypeAlias

from kg.domain.texts import Text
from kg.reasoning.axioms.expressions import Expression, Role, named_in, roles_in
from kg.reasoning.axioms.statements import Axiom, signature

__all__ = ["MINORITY", "NO_THEORY", "Ground", "Notion", "Opening", "Reading", "Source", "Theory"]

MINORITY = "minority"
_MOST_DAYS = 64

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
    source: Source = Source()
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What sources above a floor leave open of a notion.

    `whole`: nothing above the floor closes the notion, which may hold of anything; else it may
    hold of what the grounds `missed` bring. `source` is where those sources speak of it;
    `settled_by` and `settled_from`, the provisions left out that settle it, and the highest rank
    among them.
    """

    notion: Notion
    label: Text
    whole: bool
    source: Source
    missed: frozenset[str]
    settled_by: tuple[str, ...]
    settled_from: str

    @property
    def question(self) -> str:
        """The IRI of the question that is left open."""
        return f"{self.notion[0]}/left-open"

    def reading(self, way: str) -> str:
        """Return the IRI of one way to read the texts."""
        return f"{self.question}/{way}"


@dataclass(frozen=True, kw_only=True)
class Theory:
    """What the engine reasons with; `ranks` goes from the highest authority to the lowest.

    The rank of a notion is that of the source that closes it: that says, by its list or because
    an exception is strictly construed, that nothing else leads there.
    `confidences` go from what was read in the text to what is an interpretation.

    `members` are the reference individuals of each class, `words` the sentences of each term:
    what it says of `{x}` when it holds, and when it does not. `notations` are short citations.
    `recorded` are the notions that have grounds on some day, be they in force or not.
    `openings` are what a floor leaves open, `left_out` the notions that only weaker sources know.
    `uppers` are the stated classes that a stated class is under, `chains` make properties of
    others, and `constraints` are what no case may contradict.
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
    confidences: tuple[str, ...] = ("",)
    provision_ranks: Mapping[str, str] = field(default_factory=dict)
    openings: tuple[Opening, ...] = ()
    left_out: frozenset[Notion] = frozenset()
    uppers: Mapping[str, frozenset[str]] = field(default_factory=dict)
    chains: tuple[Axiom, ...] = ()
    constraints: tuple[Axiom, ...] = ()

    def on(self, day: date) -> Theory:
        """Return the theory of the law in force on `day`, worked out once."""
        if day not in self._days:
            if len(self._days) >= _MOST_DAYS:
                self._days.clear()
            self._days[day] = self._on(day)
        return self._days[day]

    @cached_property
    def _days(self) -> dict[date, Theory]:
        return {}

    def _on(self, day: date) -> Theory:
        kept = {
            notion: tuple(ground for ground in grounds if ground.source.is_in_force(day))
            for notion, grounds in self.grounds.items()
        }
        return replace(self, grounds=kept)

    def reading(self, iri: str) -> Reading | None:
        """Return the reading of that IRI, None where there is none."""
        return next((reading for reading in self.readings if reading.iri == iri), None)

    def is_above(self, source: Source, floor: str) -> bool:
        """Tell whether a source is of rank `floor` or higher; one without a rank always is."""
        if not floor or source.authority not in self.ranks:
            return True
        return self.ranks.index(source.authority) <= self.ranks.index(floor)

    def strongest(self, ranks: Iterable[str]) -> str:
        """Return the highest of the ranks given, or "" of none."""
        return min((r for r in ranks if r in self.ranks), key=self.ranks.index, default="")

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
        found = {role for expression in expressions for role in roles_in(expression)}
        return frozenset(found | {Role(name) for name in self._constrained[1]})

    @cached_property
    def terms(self) -> frozenset[str]:
        """The properties and the classes that some condition or definition mentions."""
        return self.classes.union(role.iri for role in self.roles)

    @cached_property
    def classes(self) -> frozenset[str]:
        """The classes that some condition or definition mentions."""
        expressions = [*self.definitions.values()]
        expressions += [g.condition for grounds in self.grounds.values() for g in grounds]
        found = {name for expression in expressions for name in named_in(expression)}
        return frozenset(found | self._constrained[0])

    @cached_property
    def _constrained(self) -> tuple[frozenset[str], frozenset[str]]:
        """The classes and the properties that some other axiom mentions."""
        terms = [signature(axiom.says) for axiom in (*self.chains, *self.constraints)]
        classes = frozenset(name for names, _ in terms for name in names)
        return classes, frozenset(name for _, names in terms for name in names)


NO_THEORY = Theory(
    definitions={},
    grounds={},
    concluded=frozenset(),
    readings=(),
    sources={},
    labels={},
    words={},
    members={},
    ranks=(),
)
"""A theory that concludes nothing: what holds is what is said."""
