"""Proofs: why a conclusion holds or does not, down to the facts of the case.

Each step is checked by the value that the engine gives it; among several proofs of the same
thing, the shortest is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kg.domain.law import Citation
from kg.domain.proofs import Step, StepKind
from kg.domain.texts import EMPTY, Text
from kg.reasoning.engine import Evaluation
from kg.reasoning.expressions import (
    And,
    Expression,
    HasValue,
    Named,
    Not,
    OneOf,
    Only,
    Or,
    Role,
    Some,
)
from kg.reasoning.functions import FALSE, TRUE
from kg.reasoning.outcomes import Regions
from kg.reasoning.theory import Ground, Notion, Source

__all__ = ["Prover", "authorities", "size"]

_Proof = tuple[Step, ...]


def size(steps: Iterable[Step]) -> int:
    """Return how many different steps there are in some proofs."""
    return len({id(step) for top in steps for step in top.walk()})


def authorities(step: Step) -> frozenset[str]:
    """Return the ranks of everything that a proof rests on.

    That a ground fails does not rest on its source: without it there would be one ground less.
    """
    return frozenset(part.authority for part in step.walk() if part.authority and _rests(part))


def _rests(step: Step) -> bool:
    return step.kind is StepKind.DEFINITION or (step.kind is StepKind.GROUND and step.holds)


@dataclass(frozen=True, slots=True)
class _Sides:
    holds: int
    fails: int


class Prover:
    """Proofs from one evaluation, once the readings are fixed by `settle`."""

    def __init__(
        self,
        evaluation: Evaluation,
        settle: Callable[[int], Regions],
        cite: Callable[[str], Citation],
    ) -> None:
        """Hold what is proved from, which readings are retained, and how provisions are cited."""
        self.evaluation, self.theory = evaluation, evaluation.theory
        self.situation = evaluation.situation
        self._settle, self._cite = settle, cite
        self._memo: dict[tuple[Notion, str, bool], Step] = {}

    def member(self, name: str, individual: str, *, holds: bool) -> Step:
        """Return why the individual is, or is not, a member of the class `name`."""
        return self._step((name, ""), individual, holds=holds)

    def concludes(self, notion: Notion, individual: str, *, holds: bool) -> Step:
        """Return why a notion holds, or does not hold, of the individual."""
        return self._step(notion, individual, holds=holds)

    def _step(self, notion: Notion, individual: str, *, holds: bool) -> Step:
        key = (notion, individual, holds)
        if key not in self._memo:
            self._memo[key] = self._new_step(notion, individual, holds=holds)
        return self._memo[key]

    def _new_step(self, notion: Notion, individual: str, *, holds: bool) -> Step:
        name, value = notion
        if value or name in self.theory.concluded:
            return self._conclusion(notion, individual, holds=holds)
        if name in self.theory.definitions:
            premises = self._prove(self.theory.definitions[name], individual, holds=holds)
            source = self.theory.sources.get(name, Source())
            return self._make(StepKind.DEFINITION, notion, individual, source, premises, holds=holds)
        return self._fact((name, ""), individual, self._words(notion, individual, holds=holds), holds)

    def _conclusion(self, notion: Notion, individual: str, *, holds: bool) -> Step:
        grounds = self.theory.grounds.get(notion, ())
        if not holds:
            return self._closure(notion, individual, grounds)
        proofs = [
            self._make(
                StepKind.GROUND,
                notion,
                individual,
                ground.source,
                self._prove(ground.condition, individual, holds=True),
                holds=holds,
                ground=ground.name,
            )
            for ground in grounds
            if self._holds(self.evaluation.ground(ground, individual))
        ]
        return min(proofs, key=self._strength) if proofs else self._by_cases(notion, individual, holds)

    def _strength(self, step: Step) -> tuple[int, int]:
        """The strongest source first, then the shortest proof."""
        ranks = self.theory.ranks
        rank = ranks.index(step.authority) if step.authority in ranks else len(ranks)
        return rank, size((step,))

    def _closure(self, notion: Notion, individual: str, grounds: tuple[Ground, ...]) -> Step:
        """Return why no ground leads to a notion; one ground alone is told with the notion."""
        failing = [
            ground
            for ground in grounds
            if self._fails(self.evaluation.holds(ground.condition, individual))
        ]
        if len(failing) == 1:
            (ground,) = failing
            premises = self._prove(ground.condition, individual, holds=False)
            return self._make(StepKind.CLOSURE, notion, individual, ground.source, premises, holds=False, ground=ground.name)
        refuted = tuple(self._refuted(ground, individual) for ground in failing)
        source = self.theory.sources.get(notion[0], Source())
        return self._make(StepKind.CLOSURE, notion, individual, source, refuted, holds=False)

    def _refuted(self, ground: Ground, individual: str) -> Step:
        """Return why one ground fails."""
        if not ground.is_named and isinstance(ground.condition, Named):
            return self.member(ground.condition.iri, individual, holds=False)
        premises = self._prove(ground.condition, individual, holds=False)
        key = (ground.name, "")
        return self._make(StepKind.GROUND, key, individual, ground.source, premises, holds=False, ground=ground.name)

    def _make(
        self,
        kind: StepKind,
        notion: Notion,
        individual: str,
        source: Source,
        premises: _Proof,
        *,
        holds: bool,
        ground: str = "",
    ) -> Step:
        sentence = self._words(notion, individual, holds=holds)
        if kind is StepKind.DEFINITION and [step.sentence for step in premises] == [sentence]:
            return premises[0]  # a definition that only names what its premise says
        return Step(
            kind=kind,
            term=notion[1] or notion[0],
            subject=individual,
            holds=holds,
            sentence=sentence,
            rule=self.theory.labels.get(ground or notion[0], EMPTY),
            by=ground,
            citations=tuple(self._cite(iri) for iri in source.provisions),
            authority=source.authority,
            confidence=source.confidence,
            since=source.start,
            until=source.until,
            premises=premises,
        )

    def _fact(self, key: tuple[str, str], individual: str, sentence: Text, holds: bool) -> Step:
        return Step(
            kind=StepKind.FACT,
            term=key[0],
            subject=individual,
            holds=holds,
            sentence=sentence,
            fact=", ".join(self.situation.paths.get((key[0], individual), ())),
        )

    def _by_cases(self, notion: Notion, individual: str, holds: bool) -> Step:
        return Step(
            kind=StepKind.CASES,
            term=notion[1] or notion[0],
            subject=individual,
            holds=holds,
            sentence=self._words(notion, individual, holds=holds),
        )

    def _holds(self, condition: int) -> bool:
        return condition == TRUE or (condition != FALSE and self._settle(condition).yes == TRUE)

    def _fails(self, condition: int) -> bool:
        return condition == FALSE or (condition != TRUE and self._settle(condition).no == TRUE)

    def _words(self, notion: Notion, individual: str, *, holds: bool) -> Text:
        name, value = notion
        affirmed, denied = self.theory.words.get(name, (EMPTY, EMPTY))
        sentence = (affirmed if holds else denied) or self._plain(name, holds=holds)
        return sentence.fill_each(x=self._label(individual), y=self._label(value))

    def _plain(self, name: str, *, holds: bool) -> Text:
        label = self.theory.labels.get(name, EMPTY)
        verb = Text("est", "is") if holds else Text("n’est pas", "is not")
        return Text(f"{{x}} {verb.fr} : {label.fr}", f"{{x}} {verb.en}: {label.en}")

    def _label(self, individual: str) -> Text:
        return self.situation.labels.get(individual) or self.theory.labels.get(individual, EMPTY)

    def _prove(self, expression: Expression, individual: str, *, holds: bool) -> _Proof:
        match expression:
            case Named(name):
                return self._named(name, individual, holds=holds)
            case Not(part):
                return self._prove(part, individual, holds=not holds)
            case And(parts):
                return self._all(parts, individual, holds) if holds else self._one(parts, individual, holds)
            case Or(parts):
                return self._one(parts, individual, holds) if holds else self._all(parts, individual, holds)
            case OneOf():
                return ()
            case HasValue(role, value):
                known = holds or value in self.evaluation.related(role, individual)
                edge = self._edge(role, individual, value, holds=holds) if known else None
                return (edge or self._closed(role, individual),)
            case Some(role, filler):
                return self._witness(role, filler, individual) if holds else self._none(role, filler, individual)
            case Only(role, filler):
                return self._prove(Some(role, Not(filler)), individual, holds=not holds)

    def _named(self, name: str, individual: str, *, holds: bool) -> _Proof:
        if self.situation.sorts.get(individual) == name or name in self.theory.members:
            return ()
        return (self.member(name, individual, holds=holds),)

    def _all(self, parts: tuple[Expression, ...], individual: str, holds: bool) -> _Proof:
        proofs = [self._prove(part, individual, holds=holds) for part in parts]
        return tuple(dict.fromkeys(step for proof in proofs for step in proof))

    def _one(self, parts: tuple[Expression, ...], individual: str, holds: bool) -> _Proof:
        """Prove the part that makes an union hold, or an intersection fail, the shortest way."""
        is_so = self._holds if holds else self._fails
        ways = [p for p in parts if is_so(self.evaluation.holds(p, individual))]
        proofs = [self._prove(part, individual, holds=holds) for part in ways]
        if not proofs:
            return (self._open(individual),)
        return min(proofs, key=size)

    def _open(self, individual: str) -> Step:
        return Step(
            kind=StepKind.CASES,
            term="",
            subject=individual,
            holds=True,
            sentence=Text(
                "quelle que soit la réponse aux questions ouvertes",
                "whatever the reply to the open questions",
            ),
        )

    def _witness(self, role: Role, filler: Expression, individual: str) -> _Proof:
        related = self.evaluation.related(role, individual)
        found = [
            (self._edge(role, individual, other, holds=True), *self._prove(filler, other, holds=True))
            for other, condition in related.items()
            if self._holds(condition) and self._holds(self.evaluation.holds(filler, other))
        ]
        return min(found, key=size) if found else (self._open(individual),)

    def _none(self, role: Role, filler: Expression, individual: str) -> _Proof:
        refutations: list[Step] = []
        for other, condition in self.evaluation.related(role, individual).items():
            if self._fails(condition):
                continue
            if self._fails(self.evaluation.holds(filler, other)):
                refutations += self._prove(filler, other, holds=False)
            else:
                refutations.append(self._open(other))
        return (*dict.fromkeys(refutations), self._closed(role, individual))

    def _closed(self, role: Role, individual: str) -> Step:
        """Return the fact that a list is whole: what it holds, and that it holds nothing else."""
        key = (("list", f"{role}"), individual, True)
        if key not in self._memo:
            related = self.evaluation.related(role, individual).items()
            others = [other for other, condition in related if not self._fails(condition)]
            sentence = self._listed(role, individual, others)
            self._memo[key] = self._fact((role.iri, ""), individual, sentence, holds=True)
        return self._memo[key]

    def _listed(self, role: Role, individual: str, others: list[str]) -> Text:
        label, mine = self.theory.labels.get(role.iri, EMPTY), self._label(individual)
        names = [self._label(other) for other in others]
        fr, en = (", ".join(n.fr for n in names), ", ".join(n.en for n in names))
        if role.inverse:
            return Text(
                f"{label.fr} {mine.fr} : {fr or 'personne'}{', et personne d’autre' if fr else ''}",
                f"{label.en} {mine.en}: {en or 'nobody'}{', and nobody else' if en else ''}",
            )
        return Text(
            f"{mine.fr} {label.fr} : {fr or 'rien'}{', et rien d’autre' if fr else ''}",
            f"{mine.en} {label.en}: {en or 'nothing'}{', and nothing else' if en else ''}",
        )

    def _edge(self, role: Role, individual: str, other: str, *, holds: bool) -> Step:
        source, target = (other, individual) if role.inverse else (individual, other)
        sentence = self._words((role.iri, target), source, holds=holds)
        return self._fact((role.iri, ""), individual, sentence, holds=holds)

