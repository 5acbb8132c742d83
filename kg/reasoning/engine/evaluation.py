"""The fast engine: under what condition an individual is a member of a class.

A notion holds where the condition of one of its grounds does, and nowhere else: it is closed
over the grounds in force, for this engine as for the reference reasoner.
"""

from __future__ import annotations

from collections.abc import Mapping

from kg.reasoning.axioms.expressions import (
    NOTHING,
    THING,
    And,
    AtLeast,
    AtMost,
    Expression,
    HasSelf,
    HasValue,
    Named,
    Not,
    OneOf,
    Only,
    Or,
    Role,
    Some,
)
from kg.reasoning.axioms.theory import Ground, Notion, Theory
from kg.reasoning.facts.situation import Situation
from kg.reasoning.functions import FALSE, TRUE

__all__ = ["Evaluation"]


class Evaluation:
    """The conclusions of a theory about a situation, each computed once, when first asked for.

    `guards[reading]` is the condition under which a reading is retained.
    """

    def __init__(
        self, theory: Theory, situation: Situation, guards: Mapping[str, int] | None = None
    ) -> None:
        """Hold what is reasoned with and on."""
        self.theory, self.situation = theory, situation
        self.functions = situation.functions
        self.guards = guards or {}
        self._memo: dict[tuple[str, str, str], int] = {}

    def member(self, name: str, individual: str) -> int:
        """Return under what condition the individual is a member of the class `name`."""
        key = (name, "", individual)
        if key not in self._memo:
            self._memo[key] = self._member(name, individual)
        return self._memo[key]

    def forget(self, mark: int) -> None:
        """Forget every conclusion whose function is younger than a mark."""
        self._memo = {key: f for key, f in self._memo.items() if f < mark}

    def concludes(self, notion: Notion, individual: str) -> int:
        """Return under what condition a notion holds of the individual."""
        key = (*notion, individual)
        if key not in self._memo:
            grounds = self.theory.grounds.get(notion, ())
            self._memo[key] = self.functions.some(self.ground(g, individual) for g in grounds)
        return self._memo[key]

    def ground(self, ground: Ground, individual: str) -> int:
        """Return under what condition one ground holds of the individual."""
        guard = self.guards.get(ground.reading, FALSE) if ground.reading else TRUE
        if guard == FALSE:
            return FALSE
        return self.functions.both(guard, self.holds(ground.condition, individual))

    def _member(self, name: str, individual: str) -> int:
        if name in {THING.iri, NOTHING.iri}:
            return TRUE if name == THING.iri else FALSE
        if name in self.theory.definitions:
            return self.holds(self.theory.definitions[name], individual)
        if name in self.theory.concluded:
            return self.concludes((name, ""), individual)
        if self.situation.sorts.get(individual) == name:
            return TRUE
        if individual in self.theory.members.get(name, ()):
            return TRUE
        return self.situation.members.get((name, individual), FALSE)

    def holds(self, expression: Expression, individual: str) -> int:  # noqa: C901, PLR0911 - a case a construct
        """Return under what condition the individual is in a class expression."""
        match expression:
            case Named(name):
                return self.member(name, individual)
            case And(parts):
                return self._every(parts, individual)
            case Or(parts):
                return self.functions.some(self.holds(part, individual) for part in parts)
            case Not(part):
                return self.functions.negate(self.holds(part, individual))
            case OneOf(individuals):
                return self._listed(individual, individuals)
            case HasValue(role, value):
                return self.related(role, individual).get(value, FALSE)
            case Some(role, filler):
                return self._exists(role, filler, individual)
            case Only(role, filler):
                return self.functions.negate(self._exists(role, Not(filler), individual))
            case HasSelf(role):
                return self.related(role, individual).get(individual, FALSE)
            case AtLeast(count, role, filler):
                return self._count(count, role, filler, individual)
            case AtMost(count, role, filler):
                more = self._count(count + 1, role, filler, individual)
                return self.functions.negate(more)

    def _every(self, parts: tuple[Expression, ...], individual: str) -> int:
        result = TRUE
        for part in parts:
            result = self.functions.both(result, self.holds(part, individual))
            if result == FALSE:
                break
        return result

    def _exists(self, role: Role, filler: Expression, individual: str) -> int:
        result = FALSE
        for other, condition in self.related(role, individual).items():
            found = self.functions.both(condition, self.holds(filler, other))
            result = self.functions.either(result, found)
            if result == TRUE:
                break
        return result

    def _count(self, count: int, role: Role, filler: Expression, individual: str) -> int:
        """Return where `count` of those related, no two of them the same, are in the filler."""
        reached = [TRUE, *[FALSE] * count]
        for other, condition in self.related(role, individual).items():
            found = self.functions.both(condition, self.holds(filler, other))
            for number in range(count, 0, -1):
                one_more = self.functions.both(reached[number - 1], found)
                reached[number] = self.functions.either(reached[number], one_more)
        return reached[count]

    def _listed(self, individual: str, individuals: tuple[str, ...]) -> int:
        if individual in individuals:
            return TRUE
        if not self.situation.equal:
            return FALSE
        return self.functions.some(self.same(individual, other) for other in individuals)

    def same(self, first: str, second: str) -> int:
        """Return under what condition two names are of one individual."""
        if first == second:
            return TRUE
        return self.situation.equal.get((min(first, second), max(first, second)), FALSE)

    def related(self, role: Role, individual: str) -> Mapping[str, int]:
        """Return the individuals that `role` may lead to, each with its condition."""
        rows = self.situation.incoming if role.inverse else self.situation.edges
        return rows.get(role.iri, {}).get(individual, {})
