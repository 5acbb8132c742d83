"""Proofs: why a conclusion holds or does not, down to the facts of the case.

Each step is checked by the value that the engine gives it. Among several proofs of the same
thing the one read in a text is kept before an interpretation, then the one from the strongest
source, then the shortest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from kg.domain.law import Citation
from kg.domain.proofs import Step, StepKind
from kg.domain.texts import EMPTY
from kg.reasoning.axioms.expressions import Named
from kg.reasoning.axioms.theory import Ground, Notion, Source
from kg.reasoning.engine.evaluation import Evaluation
from kg.reasoning.engine.outcomes import Regions
from kg.reasoning.functions import FALSE, TRUE
from kg.reasoning.proofs.premises import Premises, Proof, size
from kg.reasoning.proofs.sentences import Sentences

__all__ = ["Prover", "authorities"]

_RESTING = frozenset({StepKind.DEFINITION, StepKind.CLOSURE})


def authorities(step: Step) -> frozenset[str]:
    """Return the ranks of everything that a proof rests on.

    That a ground fails does not rest on its source: without it there would be one ground less.
    That nothing else leads to a notion rests on the source that closes it.
    """
    return frozenset(part.authority for part in step.walk() if part.authority and _rests(part))


def _rests(step: Step) -> bool:
    return step.kind in _RESTING or (step.kind is StepKind.GROUND and step.holds)


def _provisions(grounds: Iterable[Ground]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p for ground in grounds for p in ground.source.provisions))


class Prover:
    """Proofs from one evaluation, under the readings that `settle` retains."""

    def __init__(
        self,
        evaluation: Evaluation,
        settle: Callable[[int], Regions],
        cite: Callable[[str], Citation],
    ) -> None:
        """Hold what is proved from, which readings are retained, and how provisions are cited."""
        self.evaluation, self.theory = evaluation, evaluation.theory
        self.sentences = Sentences(evaluation.theory, evaluation.situation)
        self._settle, self._cite = settle, cite
        self._premises = Premises(self)
        self._memo: dict[tuple[Notion, str, bool], Step] = {}

    def member(self, name: str, individual: str, *, holds: bool) -> Step:
        """Return why the individual is, or is not, a member of the class `name`."""
        return self.concludes((name, ""), individual, holds=holds)

    def concludes(self, notion: Notion, individual: str, *, holds: bool) -> Step:
        """Return why a notion holds, or does not hold, of the individual."""
        key = (notion, individual, holds)
        if key not in self._memo:
            self._memo[key] = self._step(notion, individual, holds=holds)
        return self._memo[key]

    def is_so(self, condition: int, *, holds: bool) -> bool:
        """Tell whether a condition holds, or fails, whatever the unknown facts are."""
        if condition in {FALSE, TRUE}:
            return (condition == TRUE) is holds
        regions = self._settle(condition)
        return (regions.yes if holds else regions.no) == TRUE

    def _step(self, notion: Notion, individual: str, *, holds: bool) -> Step:
        name, value = notion
        if value or name in self.theory.concluded:
            way = self._conclusion if holds else self._closure
            return way(notion, individual)
        if name in self.theory.definitions:
            return self._definition(name, individual, holds=holds)
        return Step(
            kind=StepKind.FACT,
            term=name,
            subject=individual,
            holds=holds,
            sentence=self.sentences.of(notion, individual, holds=holds),
            fact=self._premises.paths(name, individual),
        )

    def _definition(self, name: str, individual: str, *, holds: bool) -> Step:
        premises = self._premises.prove(self.theory.definitions[name], individual, holds=holds)
        sentence = self.sentences.of((name, ""), individual, holds=holds)
        if [step.sentence for step in premises] == [sentence]:
            return premises[0]  # a definition that only names what its premise says
        source = self._composed(self.theory.sources.get(name, Source()), premises)
        return self._make(
            StepKind.DEFINITION, (name, ""), individual, source, premises, holds=holds
        )

    def _composed(self, source: Source, premises: Proof) -> Source:
        """Return a definition's source, which has the rank of what it composes unless its own."""
        if source.authority:
            return source
        ranks = frozenset(step.authority for step in premises)
        return replace(source, authority=self.theory.weakest(ranks))

    def _conclusion(self, notion: Notion, individual: str) -> Step:
        proofs = [
            self._grounded(StepKind.GROUND, notion, individual, ground, holds=True)
            for ground in self.theory.grounds.get(notion, ())
            if self.is_so(self.evaluation.ground(ground, individual), holds=True)
        ]
        if proofs:
            return min(proofs, key=self._strength) if len(proofs) > 1 else proofs[0]
        whatever = (self._premises.whatever(individual),)
        return self._make(StepKind.CASES, notion, individual, Source(), whatever, holds=True)

    def _strength(self, step: Step) -> tuple[bool, int, int]:
        """Order proofs: an interpretation last, then by rank, then by length."""
        ranks = self.theory.ranks
        rank = ranks.index(step.authority) if step.authority in ranks else len(ranks)
        return step.confidence == self.theory.confidences[-1], rank, size((step,))

    def _closure(self, notion: Notion, individual: str) -> Step:
        """Return why no ground leads to a notion; one ground alone is told with the notion."""
        grounds = self.theory.grounds.get(notion, ())
        source = self.theory.sources.get(notion[0]) or self._provided(notion, grounds)
        if len(grounds) == 1 and self._is_refuted(grounds[0], individual):
            only = replace(grounds[0], source=self._closing(grounds[0].source, source))
            return self._grounded(StepKind.CLOSURE, notion, individual, only, holds=False)
        refuted = tuple(self._refuted(ground, individual) for ground in grounds)
        return self._make(StepKind.CLOSURE, notion, individual, source, refuted, holds=False)

    def _provided(self, notion: Notion, grounds: tuple[Ground, ...]) -> Source:
        """Return the provisions of the grounds; of a duty without any that day, its own."""
        own = self.theory.sources.get(notion[1], Source()).provisions
        return Source(provisions=_provisions(grounds) or own)

    @staticmethod
    def _closing(ground: Source, notion: Source) -> Source:
        """Return the source of a ground with the rank of what says that there is no other."""
        return replace(ground, authority=notion.authority or ground.authority)

    def _is_refuted(self, ground: Ground, individual: str) -> bool:
        condition = self.evaluation.holds(ground.condition, individual)
        return self.is_so(condition, holds=False)

    def _refuted(self, ground: Ground, individual: str) -> Step:
        """Return why one ground leads nowhere: it fails, or its reading is not retained."""
        if not self._is_refuted(ground, individual):
            return self._left_aside(ground, individual)
        if not ground.is_named and isinstance(ground.condition, Named):
            return self.member(ground.condition.iri, individual, holds=False)
        key = (ground.name, "")
        return self._grounded(StepKind.GROUND, key, individual, ground, holds=False)

    def _left_aside(self, ground: Ground, individual: str) -> Step:
        reading = next((r for r in self.theory.readings if r.iri == ground.reading), None)
        if reading is None:
            return self._premises.whatever(individual)
        return Step(
            kind=StepKind.READING,
            term=reading.iri,
            subject=individual,
            holds=False,
            sentence=self.sentences.not_retained(reading),
            rule=reading.question_label,
            by=ground.name,
            citations=tuple(self._cite(iri) for iri in reading.source.provisions),
            authority=reading.source.authority,
            confidence=reading.source.confidence,
        )

    def _grounded(
        self, kind: StepKind, notion: Notion, individual: str, ground: Ground, *, holds: bool
    ) -> Step:
        premises = self._premises.prove(ground.condition, individual, holds=holds)
        return self._make(
            kind, notion, individual, ground.source, premises, holds=holds, ground=ground.name
        )

    def _make(  # noqa: PLR0913 - a step has as many parts
        self,
        kind: StepKind,
        notion: Notion,
        individual: str,
        source: Source,
        premises: Proof,
        *,
        holds: bool,
        ground: str = "",
    ) -> Step:
        return Step(
            kind=kind,
            term=notion[1] or notion[0],
            role=notion[0] if notion[1] else "",
            subject=individual,
            holds=holds,
            sentence=self.sentences.of(notion, individual, holds=holds),
            rule=self.theory.labels.get(ground or notion[0], EMPTY),
            by=ground,
            citations=tuple(self._cite(iri) for iri in source.provisions),
            authority=source.authority,
            confidence=source.confidence,
            since=source.start,
            until=source.until,
            premises=premises,
        )
