"""A checker of proofs that is not the engine: each step must follow from its premises alone.

It shares nothing with what made the proof. It reads the axioms, and evaluates them in three
values (S. Kleene, 1938) where all that is known is what the premises say: a step is sound if its
axiom is then decided, and as the step says. A fact must be one of the case.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.domain.proofs import Step, StepKind
from kg.reasoning.axioms.expressions import (
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

__all__ = ["Checker"]


class Checker:
    """Checks proofs about a situation under a theory, that of the day and of the floor."""

    def __init__(self, theory: Theory, situation: Situation) -> None:
        """Hold the axioms and the facts."""
        self.theory, self.situation = theory, situation
        grounds = (ground for grounds in theory.grounds.values() for ground in grounds)
        self._named = {ground.name: ground for ground in grounds if ground.is_named}

    def faults(self, proof: Step) -> tuple[Step, ...]:
        """Return the steps of a proof that do not follow from their premises."""
        return tuple(step for step in proof.walk() if not self._follows(step, step.premises))

    def minimal(self, proof: Step) -> Step:
        """Return the proof without any premise that a step can do without, step by step."""
        return self._minimal(proof, {})

    def _minimal(self, step: Step, done: dict[int, Step]) -> Step:
        if id(step) not in done:
            kept = list(step.premises)
            for premise in step.premises:
                fewer = [other for other in kept if other is not premise]
                if step.kind is not StepKind.CASES and self._follows(step, fewer):
                    kept = fewer
            premises = tuple(self._minimal(premise, done) for premise in kept)
            done[id(step)] = replace(step, premises=premises)
        return done[id(step)]

    def _follows(self, step: Step, premises: Iterable[Step]) -> bool:
        known = _Known(self.theory, self.situation, premises)
        match step.kind:
            case StepKind.FACT:
                return self._is_stated(step)
            case StepKind.DEFINITION:
                return known.of(self.theory.definitions[step.term], step.subject) is step.holds
            case StepKind.GROUND:
                return any(self._decides(known, ground, step) for ground in self._applied(step))
            case StepKind.CLOSURE:
                grounds = self.theory.grounds.get(_notion(step), ())
                return not step.holds and all(known.refutes(g, step.subject) for g in grounds)
            case StepKind.READING:
                return any(reading.iri == step.term for reading in self.theory.readings)
            case StepKind.CASES:
                return True  # whatever is unknown: no premise says it, every completion does

    def _applied(self, step: Step) -> list[Ground]:
        """Return the ground that a step applies: one of what it concludes, or the one it denies."""
        if step.term == step.by:
            return [self._named[step.by]] if step.by in self._named and not step.holds else []
        grounds = self.theory.grounds.get(_notion(step), ())
        return [ground for ground in grounds if ground.name == step.by]

    def _decides(self, known: _Known, ground: Ground, step: Step) -> bool:
        return known.of(ground.condition, step.subject) is step.holds or known.is_open

    def _is_stated(self, step: Step) -> bool:
        edges = self.situation.incoming if step.inverse else self.situation.edges
        related = edges.get(step.term, {}).get(step.subject, {})
        if step.targets is not None:
            return {o for o, condition in related.items() if condition != FALSE} <= {*step.targets}
        if step.target:
            condition = related.get(step.target, FALSE)
        else:
            condition = self.situation.members.get((step.term, step.subject), FALSE)
        return condition == (TRUE if step.holds else FALSE)


def _notion(step: Step) -> Notion:
    return (step.role, step.term) if step.role else (step.term, "")


class _Known:
    """What some premises say, and what follows of it for a class expression: yes, no, or None."""

    def __init__(self, theory: Theory, situation: Situation, premises: Iterable[Step]) -> None:
        self.theory, self.situation = theory, situation
        self._said: dict[tuple[Notion, str], bool] = {}
        self._edges: dict[tuple[str, str, str], bool] = {}
        self._lists: dict[tuple[str, bool, str], tuple[str, ...]] = {}
        self._refuted: set[tuple[str, str]] = set()
        self.is_open = False
        for step in premises:
            self._learn(step)

    def _learn(self, step: Step) -> None:
        if step.targets is not None:
            self._lists[step.term, step.inverse, step.subject] = step.targets
        elif step.target:
            self._edges[step.term, step.subject, step.target] = step.holds
        elif step.term:
            self._said[_notion(step), step.subject] = step.holds
        self.is_open |= step.kind is StepKind.CASES and not step.term
        if not step.holds and step.by:
            self._refuted.add((step.by, step.subject))

    def refutes(self, ground: Ground, individual: str) -> bool:
        """Tell whether a ground leads nowhere for an individual."""
        is_refuted = (ground.name, individual) in self._refuted
        return is_refuted or self.is_open or self.of(ground.condition, individual) is False

    def of(self, expression: Expression, individual: str) -> bool | None:  # noqa: C901, PLR0911 - a case a construct
        """Return whether the individual is in a class expression, None where it is not known."""
        match expression:
            case Named(name):
                return self._named(name, individual)
            case Not(part):
                return _negated(self.of(part, individual))
            case And(parts):
                return _every(self.of(part, individual) for part in parts)
            case Or(parts):
                return _negated(_every(_negated(self.of(part, individual)) for part in parts))
            case OneOf(individuals):
                return individual in individuals
            case HasValue(role, value) if role.iri in self.theory.concluded:
                return self._said.get(((role.iri, value), individual))
            case HasValue(role, value):
                return self._edge(role, individual, value)
            case HasSelf(role):
                return self._edge(role, individual, individual)
            case Some(role, filler):
                return self._some(role, filler, individual)
            case Only(role, filler):
                return _negated(self._some(role, Not(filler), individual))
            case AtLeast() | AtMost():
                return None  # no proof of the ontology counts

    def _named(self, name: str, individual: str) -> bool | None:
        said = self._said.get(((name, ""), individual))
        if said is not None:
            return said
        if self.situation.sorts.get(individual) == name:
            return True
        if name in self.theory.members:
            return individual in self.theory.members[name]
        definition = self.theory.definitions.get(name)
        return self.of(definition, individual) if definition is not None else None

    def _edge(self, role: Role, individual: str, other: str) -> bool | None:
        ends = (other, individual) if role.inverse else (individual, other)
        listed = self._lists.get((role.iri, role.inverse, individual))
        if listed is not None and other not in listed:
            return False
        return self._edges.get((role.iri, *ends))

    def _some(self, role: Role, filler: Expression, individual: str) -> bool | None:
        ends = {b if not role.inverse else a for (_, a, b) in self._edges}
        for other in ends:
            if self._edge(role, individual, other) and self.of(filler, other):
                return True
        listed = self._lists.get((role.iri, role.inverse, individual))
        if listed is None:
            return None
        return False if all(self.of(filler, other) is False for other in listed) else None


def _negated(value: bool | None) -> bool | None:  # noqa: FBT001 - a value of the logic
    return None if value is None else not value


def _every(values: Iterable[bool | None]) -> bool | None:
    """Return the conjunction: no if one is, yes if all are, else not known."""
    found = set(values)
    if False in found:
        return False
    return None if None in found else True
