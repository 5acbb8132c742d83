"""Whether axioms have a model, decided over their own individuals and those they call for.

Three steps are repeated. Where no world meets the constraints, there is no model: each constraint
is entailed for the individuals it speaks of, whoever else there may be. Where a world meets them
with every need met among the individuals at hand, it is a model. Else each need that the world
found leaves unmet gets a witness, and the next round begins. Axioms that call for individuals
without end, and have no finite model among those tried, are refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from kg.reasoning.axioms.expressions import AtLeast, Expression, Role, Some, roles_in
from kg.reasoning.axioms.literals import VALUE, is_value
from kg.reasoning.axioms.refusals import refuse
from kg.reasoning.axioms.statements import Axiom, individuals_in, roles_of, signature
from kg.reasoning.axioms.theory import NO_THEORY
from kg.reasoning.engine.evaluation import Evaluation
from kg.reasoning.facts.individuals import OpenSituation
from kg.reasoning.worlds.constraints import Constraints, World, is_true
from kg.reasoning.worlds.identity import Identity, may_equate
from kg.reasoning.worlds.needs import Need, NeedsGrounding
from kg.reasoning.worlds.search import SearchError

__all__ = ["has_model"]

_ROUNDS, _MOST_INDIVIDUALS, _MOST_CHOICES = 8, 40, 400


def has_model(axioms: Iterable[Axiom]) -> bool:
    """Tell whether some world meets all the axioms (OWL 2 Direct Semantics, §2.5).

    Raises:
        RefusedAxiomError: they call for individuals without end, or leave too much to search.
    """
    try:
        return _Expansion(tuple(axioms)).has_model()
    except SearchError as error:
        raise refuse("too many possibilities", str(error)) from error


class _Expansion:
    """Individuals, what is required of them, and the worlds that meet it."""

    def __init__(self, axioms: tuple[Axiom, ...]) -> None:
        self.axioms = axioms
        self.situation = _situation(axioms)
        self.functions = self.situation.functions
        evaluation = Evaluation(NO_THEORY, self.situation)
        self.grounding = NeedsGrounding(evaluation)
        self.identity = Identity(self.situation, evaluation)
        self.constraints = Constraints(self.functions)
        self._witnesses: dict[Need, tuple[str, ...]] = {}

    def has_model(self) -> bool:
        for _ in range(_ROUNDS):
            self._require()
            world = self._world()
            if world is None:
                return False
            if not (unmet := self._unmet(world)) or self._is_enough():
                return True
            self._expand(unmet)
            if len(self.situation.sorts) + len(self.situation.values) > _MOST_INDIVIDUALS:
                break
        raise refuse("individuals without end", ", ".join(self._roles()))

    def _roles(self) -> list[str]:
        return sorted({role.iri for need, _ in self._witnesses for role in roles_in(need)})

    def _require(self) -> None:
        """Require all that the axioms say of the individuals at hand."""
        for axiom in self.axioms:
            self.constraints.require(self.grounding.of(axiom.says))
        for need, names in self._witnesses.items():
            unless = self.functions.negate(self.grounding.needs[need])
            met = self._met(need, names)
            self.constraints.require(self.functions.either(unless, f) for f in met)
        self.constraints.require(self.grounding.named())
        self.identity.require(self.constraints)

    def _met(self, need: Need, names: tuple[str, ...]) -> Iterator[int]:
        """Yield what makes the individuals named, all different, witnesses of a need."""
        for name in names:
            yield from self.grounding.met_by(*need, name)
        for pair in combinations(names, 2):
            yield self.functions.negate(self.identity.same(*pair))

    def _world(self, *assumed: int) -> World | None:
        """Return a world that meets the constraints, names of one individual being of one."""
        while (world := self.constraints.find(*assumed)) is not None:
            if not self.identity.learn(world):
                return world
            self.identity.require(self.constraints)
        return None

    def _unmet(self, world: World) -> list[Need]:
        """Return the needs that the world has and that no one at hand meets."""
        had = [n for n, f in self.grounding.needs.items() if is_true(self.functions, f, world)]
        return [need for need in had if not self._is_met(need, world)]

    def _is_met(self, need: Need, world: World) -> bool:
        if need in self._witnesses:
            return True
        return not isinstance(need[0], AtLeast) and any(
            all(is_true(self.functions, f, world) for f in self.grounding.met_by(*need, other))
            for role in _roles_at(need[0])
            for other in self.situation.reach(role)
        )

    def _is_enough(self) -> bool:
        """Tell whether there is a world where the individuals at hand meet every need."""
        nobody_else = self.functions.variable()
        done: set[Need] = set()
        while ahead := [need for need in self.grounding.needs if need not in done]:
            for need in ahead:
                done.add(need)
                unless = (nobody_else, self.grounding.needs[need])
                ways = [*map(self.functions.negate, unless), *self._ways(need)]
                self.constraints.require_one(ways)
            self.constraints.require(self.grounding.named())
        return self._world(nobody_else) is not None

    def _ways(self, need: Need) -> Iterator[int]:
        """Yield a variable for each choice of witnesses among the individuals at hand."""
        count = need[0].count if isinstance(need[0], AtLeast) else 1
        reach = [name for role in _roles_at(need[0]) for name in self.situation.reach(role)]
        for rank, names in enumerate(combinations(reach, count)):
            if rank < _MOST_CHOICES:
                way = self.functions.variable()
                unless = self.functions.negate(way)
                met = self._met(need, names)
                self.constraints.require(self.functions.either(unless, f) for f in met)
                yield way

    def _expand(self, needs: list[Need]) -> None:
        for need in needs:
            count = need[0].count if isinstance(need[0], AtLeast) else 1
            is_data = any(role.is_data for role in _roles_at(need[0]))
            first = len(self.situation.sorts) + len(self.situation.values)
            start = f"{VALUE}?w" if is_data else "_:w"
            self._witnesses[need] = tuple(f"{start}{first + rank}" for rank in range(count))
            for name in self._witnesses[need]:
                self.situation.welcome(name)


def _situation(axioms: tuple[Axiom, ...]) -> OpenSituation:
    situation = OpenSituation(
        {name for axiom in axioms for name in signature(axiom.says)[0]},
        {role for axiom in axioms for role in roles_of(axiom.says)},
        may_coincide=any(map(may_equate, axioms)),
    )
    named = sorted({name for axiom in axioms for name in individuals_in(axiom.says)})
    if all(map(is_value, named)):
        situation.welcome("_:w")
    for name in named:
        situation.welcome(name)
    return situation


def _roles_at(need: Expression) -> tuple[Role, ...]:
    """Return the property of a need, alone."""
    return (need.role,) if isinstance(need, Some | AtLeast) else ()
