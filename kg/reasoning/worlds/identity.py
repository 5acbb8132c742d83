"""Names of one individual: what is said of one is then said of the other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from kg.reasoning.axioms.expressions import AtMost, Expression, Not, OneOf, Or, normal, parts_of
from kg.reasoning.axioms.statements import Axiom, Inclusion, Key
from kg.reasoning.engine.evaluation import Evaluation
from kg.reasoning.facts.individuals import OpenSituation
from kg.reasoning.worlds.constraints import Constraints, World, is_true

__all__ = ["Identity", "may_equate"]


def may_equate(axiom: Axiom) -> bool:
    """Tell whether an axiom can make two names name one individual.

    Where none does, names may be taken as all different: no constraint can tell.
    """
    match axiom.says:
        case Key():
            return True
        case Inclusion(OneOf(), upper):
            return _equates(normal(upper))
        case Inclusion(lower, upper):
            return _equates(normal(Or((Not(lower), upper))))
        case _:
            return False


def _equates(expression: Expression) -> bool:
    if isinstance(expression, OneOf | AtMost):
        return True
    return not isinstance(expression, Not) and any(map(_equates, parts_of(expression)))


class Identity:
    """The names that some world found makes one, and what follows: required where first needed."""

    def __init__(self, situation: OpenSituation, evaluation: Evaluation) -> None:
        """Start with all names different."""
        self.situation, self.same = situation, evaluation.same
        self.functions = situation.functions
        self._pairs: set[tuple[str, str]] = set()

    def learn(self, world: World) -> bool:
        """Tell whether the world makes one individual of names that no world did before."""
        equal = {p for p, f in self.situation.equal.items() if is_true(self.functions, f, world)}
        is_new = not equal <= self._pairs
        self._pairs |= equal
        return is_new

    def require(self, constraints: Constraints) -> None:
        """Require that names of one individual are of one everywhere."""
        for first, second in sorted(self._pairs):
            constraints.require(self._alike(first, second))
            for third in self.situation.peers(first):
                constraints.require(self._transitive(first, second, third))

    def _transitive(self, *names: str) -> Iterator[int]:
        same = [self.same(*pair) for pair in combinations(names, 2)]
        for turn in range(3):
            two = self.functions.both(same[turn - 1], same[turn - 2])
            yield self.functions.either(self.functions.negate(two), same[turn])

    def _alike(self, first: str, second: str) -> Iterator[int]:
        unless = self.functions.negate(self.same(first, second))
        for one, two in self._said(first, second):
            for f, g in ((one, two), (two, one)):
                implied = self.functions.either(self.functions.negate(f), g)
                yield self.functions.either(unless, implied)

    def _said(self, first: str, second: str) -> Iterator[tuple[int, int]]:
        members = self.situation.members
        for name in self.situation.classes if first in self.situation.sorts else ():
            yield members[name, first], members[name, second]
        for rows in (self.situation.edges, self.situation.incoming):
            for row in rows.values():
                for other, condition in row.get(first, {}).items():
                    yield condition, row[second][other]
