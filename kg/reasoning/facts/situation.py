"""A situation: the individuals of a case, and under what condition each fact holds of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.domain.texts import Text
from kg.reasoning.functions import FALSE, Functions

__all__ = ["Situation", "Variable"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Variable:
    """What a variable of the functions decides: one value of one fact of the case.

    `now` is the value that the case states, None where it is unknown. For a fact of one value
    among several, `chain` is the variable's rank among those that choose it, else -1.
    """

    fact: str
    value: str
    now: bool | None = None
    chain: int = -1


@dataclass(slots=True, kw_only=True)
class Situation:
    """Individuals, facts under conditions, and the variables that those conditions speak of.

    `members[class, individual]` and `edges[property][individual]` hold functions; a pair that
    is absent is false. `equal` tells when two names, in order, are of one individual: those of a
    case are all different, and it is empty. `paths` gives, for a class and an individual or for a
    property and an individual, the facts of the case that decide it. `numbers` are the variables
    of each fact. `impossible` is where the facts together describe no case: services that rely on
    one another in a circle.
    """

    functions: Functions = field(default_factory=Functions)
    sorts: dict[str, str] = field(default_factory=dict)
    members: dict[tuple[str, str], int] = field(default_factory=dict)
    edges: dict[str, dict[str, dict[str, int]]] = field(default_factory=dict)
    incoming: dict[str, dict[str, dict[str, int]]] = field(default_factory=dict)
    equal: dict[tuple[str, str], int] = field(default_factory=dict)
    labels: dict[str, Text] = field(default_factory=dict)
    paths: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    variables: list[Variable] = field(default_factory=list)
    replies: dict[str, tuple[str, ...]] = field(default_factory=dict)
    words: dict[str, dict[str, Text]] = field(default_factory=dict)
    numbers: dict[str, list[int]] = field(default_factory=dict)
    impossible: int = FALSE

    def add(self, individual: str, sort: str, label: Text) -> None:
        """Add an individual of a sort."""
        self.sorts[individual] = sort
        self.labels[individual] = label

    def state(self, term: str, individual: str, condition: int, *paths: str) -> None:
        """State under what condition an individual is a member of a class."""
        self.members[term, individual] = condition
        self.paths[term, individual] = paths

    def relate(self, term: str, source: str, target: str, condition: int, *paths: str) -> None:
        """State under what condition two individuals are related; add up what is said twice."""
        row = self.edges.setdefault(term, {}).setdefault(source, {})
        row[target] = self.functions.either(row.get(target, FALSE), condition)
        self.incoming.setdefault(term, {}).setdefault(target, {})[source] = row[target]
        for individual in (source, target):
            known = self.paths.get((term, individual), ())
            self.paths[term, individual] = (*known, *(p for p in paths if p not in known))

    def close(self, term: str, individual: str, *paths: str) -> None:
        """Remember the facts by which an individual has no other relation than those stated."""
        known = self.paths.get((term, individual), ())
        self.paths[term, individual] = (*known, *(p for p in paths if p not in known))

    def edge(self, term: str, source: str, target: str) -> int:
        """Return under what condition two individuals are related."""
        return self.edges.get(term, {}).get(source, {}).get(target, FALSE)

    def variable(self, fact: str, value: str, *, now: bool | None = None, chain: int = -1) -> int:
        """Return a new variable, for one value of one fact."""
        self.numbers.setdefault(fact, []).append(len(self.variables))
        self.variables.append(Variable(fact=fact, value=value, now=now, chain=chain))
        return self.functions.variable()
