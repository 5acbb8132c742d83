"""A grounding over an open set of individuals: each “some” is a need, met now or later."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from kg.reasoning.axioms.expressions import AtLeast, Expression, Not, Some, parts_of
from kg.reasoning.engine.evaluation import Evaluation
from kg.reasoning.functions import FALSE
from kg.reasoning.worlds.grounding import Grounding

__all__ = ["Need", "NeedsGrounding"]

Need: TypeAlias = tuple[Expression, str]
"""A “some” or “at least” in normal form, and the individual of whom it is required."""


class NeedsGrounding(Grounding):
    """A grounding where a need is a variable, and an expression of many constraints another.

    Both occur in constraints as what must hold only: a variable that is true then calls for what
    it stands for, and one that is false for nothing.
    """

    def __init__(self, evaluation: Evaluation) -> None:
        """Start with no need."""
        super().__init__(evaluation)
        self.needs: dict[Need, int] = {}
        self._named: dict[Need, int] = {}

    def _individuals(self) -> list[str]:
        return list(self.situation.sorts)

    def one(self, expression: Expression, individual: str) -> int:
        """Return the variable of a need, or the function that says it all."""
        if isinstance(expression, Some | AtLeast):
            return self._variable(self.needs, (expression, individual))
        if isinstance(expression, Not) or not parts_of(expression):
            return self.evaluation.holds(expression, individual)
        return self._variable(self._named, (expression, individual))

    def _variable(self, found: dict[Need, int], need: Need) -> int:
        if need not in found:
            found[need] = self.functions.variable()
        return found[need]

    def named(self) -> Iterator[int]:
        """Yield what the variables of expressions call for, those met on the way included."""
        done: set[Need] = set()
        while ahead := [need for need in self._named if need not in done]:
            for expression, individual in ahead:
                done.add((expression, individual))
                unless = self.functions.negate(self._named[expression, individual])
                for f in self.parts(expression, individual):
                    yield self.functions.either(unless, f)

    def met_by(self, need: Expression, individual: str, other: str) -> list[int]:
        """Return what makes `other` a witness of the need: related, and in the filler."""
        if not isinstance(need, Some | AtLeast):
            return []
        related = self.evaluation.related(need.role, individual).get(other, FALSE)
        return [related, *self.parts(need.filler, other)]
