"""Axioms as constraints on individuals: functions that hold in every world that meets the axiom.

Each constraint is kept small, a clause where it can be, so that neither a diagram nor a search
has to take more than one axiom about few individuals at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product

from kg.reasoning.axioms.expressions import (
    And,
    AtLeast,
    AtMost,
    Expression,
    HasValue,
    Not,
    OneOf,
    Only,
    Or,
    Role,
    Some,
    complement,
    normal,
    parts_of,
)
from kg.reasoning.axioms.statements import Chain, Disjoint, Inclusion, Key, Statement
from kg.reasoning.engine.evaluation import Evaluation
from kg.reasoning.functions import FALSE, TRUE

__all__ = ["Grounding"]


class Grounding:
    """The constraints that axioms put on the individuals of a situation."""

    def __init__(self, evaluation: Evaluation) -> None:
        """Ground on what the evaluation says of its individuals."""
        self.evaluation, self.functions = evaluation, evaluation.functions
        self.situation = evaluation.situation

    def of(self, statement: Statement) -> Iterator[int]:
        """Yield the constraints of a statement, those that hold anyway left out."""
        yield from (f for f in self._constraints(statement) if f != TRUE)

    def _constraints(self, statement: Statement) -> Iterator[int]:
        match statement:
            case Inclusion(lower, upper):
                yield from self._inclusion(lower, upper)
            case Chain(lower, upper):
                for start in self._individuals():
                    yield from self._chain(lower, upper, start, start, FALSE)
            case Disjoint(first, second):
                yield from self._disjoint(first, second)
            case Key(owner, roles):
                yield from self._key(owner, roles)

    def _individuals(self) -> list[str]:
        """Return the individuals of the situation, then those of the ontology they lead to."""
        reached = (name for rows in self.situation.incoming.values() for name in rows)
        return list(dict.fromkeys([*self.situation.sorts, *reached]))

    def _inclusion(self, lower: Expression, upper: Expression) -> Iterator[int]:
        if isinstance(lower, OneOf):
            for individual in lower.individuals:
                yield from self.parts(normal(upper), individual)
            return
        expression = normal(Or((Not(lower), upper)))
        known = self.situation.sorts
        for individual in self._individuals():
            if individual in known or not _calls_for_more(expression):
                yield from self.parts(expression, individual)

    def parts(self, expression: Expression, individual: str) -> list[int]:
        """Return functions that together say that the individual is in a normal expression."""
        match expression:
            case And(parts):
                return [f for part in parts for f in self.parts(part, individual)]
            case Or(parts):
                return self._union(parts, individual)
            case Only(role, filler):
                return list(self._only(role, filler, individual))
            case AtMost(count, role, filler):
                return list(self._at_most(count, role, filler, individual))
            case _:
                return [self.one(expression, individual)]

    def one(self, expression: Expression, individual: str) -> int:
        """Return the function that says that the individual is in the expression."""
        return self.evaluation.holds(expression, individual)

    def _union(self, parts: Sequence[Expression], individual: str) -> list[int]:
        """Distribute over the part of the most constraints; the others are one function each."""
        found = [self.parts(part, individual) for part in parts]
        ranks = sorted(range(len(parts)), key=lambda rank: len(found[rank]))
        rest = FALSE
        for rank in ranks[:-1]:
            whole = found[rank][0] if len(found[rank]) == 1 else TRUE
            if len(found[rank]) > 1:
                whole = self.one(parts[rank], individual)
            rest = self.functions.either(rest, whole)
        last = found[ranks[-1]] if ranks else [FALSE]
        return [self.functions.either(rest, f) for f in last]

    def _only(self, role: Role, filler: Expression, individual: str) -> Iterator[int]:
        for other, condition in self._related(role, individual):
            unless = self.functions.negate(condition)
            yield from (self.functions.either(unless, f) for f in self.parts(filler, other))

    def _at_most(
        self, count: int, role: Role, filler: Expression, individual: str
    ) -> Iterator[int]:
        """Of any `count` + 1 who are related, one is outside the filler or two are the same."""
        outside = complement(filler)
        for chosen in combinations(self._related(role, individual), count + 1):
            ways = [self.functions.negate(condition) for _, condition in chosen]
            ways += [self._whole(outside, other) for other, _ in chosen]
            pairs = combinations([other for other, _ in chosen], 2)
            ways += [self.evaluation.same(*pair) for pair in pairs]
            yield self.functions.some(ways)

    def _whole(self, expression: Expression, individual: str) -> int:
        found = self.parts(expression, individual)
        return found[0] if len(found) == 1 else self.one(expression, individual)

    def _related(self, role: Role, individual: str) -> list[tuple[str, int]]:
        row = self.evaluation.related(role, individual)
        return [(other, condition) for other, condition in row.items() if condition != FALSE]

    def _chain(
        self, lower: tuple[Role, ...], upper: Role, start: str, here: str, unless: int
    ) -> Iterator[int]:
        if not lower:
            reached = self.evaluation.related(upper, start).get(here, FALSE)
            yield self.functions.either(unless, reached)
            return
        for other, condition in self._related(lower[0], here):
            broken = self.functions.either(unless, self.functions.negate(condition))
            yield from self._chain(lower[1:], upper, start, other, broken)

    def _disjoint(self, first: Role, second: Role) -> Iterator[int]:
        for individual in self._individuals():
            others = self.evaluation.related(second, individual)
            for other, condition in self._related(first, individual):
                both = self.functions.both(condition, others.get(other, FALSE))
                yield self.functions.negate(both)

    def _key(self, owner: Expression, roles: Iterable[Role]) -> Iterator[int]:
        """A key speaks of individuals with a name alone (OWL 2 Structural Spec., §9.5)."""
        named = [name for name in self._individuals() if not name.startswith("_:")]
        keys = tuple(roles)
        outside = complement(owner)
        for first, second in combinations(named, 2):
            ways = [self._whole(outside, individual) for individual in (first, second)]
            ways.append(self.evaluation.same(first, second))
            for values in product(*(self._key_values(role) for role in keys)):
                shared = zip(keys, values, strict=True)
                apart = (self._unshared(*pair, (first, second)) for pair in shared)
                yield self.functions.some([*ways, *apart])

    def _key_values(self, role: Role) -> list[str]:
        rows = self.situation.edges if role.inverse else self.situation.incoming
        return [name for name in rows.get(role.iri, {}) if not name.startswith("_:")]

    def _unshared(self, role: Role, value: str, pair: tuple[str, str]) -> int:
        related = (self.evaluation.related(role, one).get(value, FALSE) for one in pair)
        return self.functions.negate(self.functions.every(related))


def _calls_for_more(expression: Expression) -> bool:
    """Tell whether an expression may call for relations; those of the ontology's own are open."""
    if isinstance(expression, Some | AtLeast | HasValue):
        return True
    return any(map(_calls_for_more, parts_of(expression)))
