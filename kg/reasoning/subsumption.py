"""Whether whoever is one thing in law is another: read off the definitions, without any case.

It answers yes only where the definitions show it (structural subsumption, as for EL), and so it
misses some: what it does not show is not denied. A notion that the law concludes is no more than
the union of its grounds of the day.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from kg.reasoning.axioms.expressions import And, Expression, Named, Or, Some
from kg.reasoning.axioms.theory import Theory

__all__ = ["Subsumption", "cases_of"]

_MOST_CASES = 64


class Subsumption:
    """What the definitions of one day show; `theory` is that of the day."""

    def __init__(self, theory: Theory) -> None:
        """Remember what has been found out."""
        self.theory = theory
        self.known: dict[tuple[Expression, Expression], bool] = {}

    def is_below(self, lower: Expression, upper: Expression) -> bool:
        """Tell whether the definitions show that whatever is `lower` is `upper`."""
        pair = lower, upper
        if pair not in self.known:
            self.known[pair] = False  # while it is being asked: no definition proves itself
            self.known[pair] = self._below(lower, upper)
        return self.known[pair]

    def _below(self, lower: Expression, upper: Expression) -> bool:
        if lower == upper:
            return True
        if isinstance(upper, And):
            return all(self.is_below(lower, part) for part in upper.parts)
        if isinstance(lower, Or):
            return all(self.is_below(part, upper) for part in lower.parts)
        return any(self._ways(lower, upper))

    def _ways(self, lower: Expression, upper: Expression) -> Iterator[bool]:
        if isinstance(upper, Or):
            yield from (self.is_below(lower, part) for part in upper.parts)
        if isinstance(lower, Some) and isinstance(upper, Some) and lower.role == upper.role:
            yield self.is_below(lower.filler, upper.filler)
        if isinstance(lower, And):
            yield from (self.is_below(part, upper) for part in lower.parts)
        if isinstance(upper, Named):
            yield from (self.is_below(lower, meant) for meant in self._meant(upper))
        if isinstance(lower, Named) and (meant := self._meant(lower)):
            yield all(self.is_below(part, upper) for part in meant)

    def _meant(self, name: Named) -> tuple[Expression, ...]:
        """Return what a class is by definition, or the conditions of its grounds."""
        if definition := self.theory.definitions.get(name.iri):
            return (definition,)
        return tuple(ground.condition for ground in self.theory.grounds.get((name.iri, ""), ()))


def cases_of(condition: Expression) -> tuple[Expression, ...]:
    """Return the ways to meet a condition: `A and (B or C)` is met by `A and B`, by `A and C`."""
    if isinstance(condition, Or):
        return tuple(way for part in condition.parts for way in cases_of(part))
    if isinstance(condition, And):
        ways = list(product(*(cases_of(part) for part in condition.parts)))
        return tuple(map(And, ways)) if len(ways) <= _MOST_CASES else (condition,)
    return (condition,)
