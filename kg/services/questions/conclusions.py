"""Calls of the catalogue: the certificate due, why, what is missing, what would change it."""

from __future__ import annotations

from collections.abc import Iterator

from kg.domain.answers import MissingFact, Outcome
from kg.domain.proofs import Step, StepKind
from kg.domain.questions import Question
from kg.services.questions.cells import Row, citations, iri, number, plain, reason, said, truth
from kg.services.questions.norms import answer_on_actor, inquiry_of
from kg.services.questions.values import Values
from kg.services.scales import ranks
from kg.services.workspace import Workspace
from kg.vocabulary import SKOS

__all__ = ["certification", "flips", "floors", "missing_facts", "positions", "weak_steps"]


def certification(workspace: Workspace, question: Question, values: Values) -> Iterator[Row]:
    """Yield an answer a row: one for each activity to certify, or one that names none."""
    del question
    found = answer_on_actor(workspace, values).certification
    why = (*reason(found.because, values.lang), plain(found.authority))
    if not found.activities:
        yield plain(found.answer.value), iri(""), plain(""), plain(""), *why
    for activity in workspace.catalogue.activities:
        if activity.id in found.activities:
            covered = (activity.id in found.covered, activity.id in found.missing)
            known = {(True, False): Outcome.YES, (False, True): Outcome.NO}
            state = known.get(covered, Outcome.UNDETERMINED)
            label = said(activity.label, values.lang)
            yield plain(found.answer.value), iri(activity.iri), label, plain(state.value), *why


def missing_facts(workspace: Workspace, question: Question, values: Values) -> Iterator[Row]:
    """Yield the facts on which the answer depends, the most decisive first."""
    del question
    missing = answer_on_actor(workspace, values).certification.missing_facts
    for place, fact in enumerate(missing, start=1):
        asked = said(fact.question, values.lang)
        yield number(place), plain(fact.fact), asked, plain(_settles(fact))


def _settles(fact: MissingFact) -> str:
    return "; ".join(f"{reply}: {outcome.value}" for reply, outcome in fact.settles)


def flips(workspace: Workspace, question: Question, values: Values) -> Iterator[Row]:
    """Yield the smallest changes of the stated facts that lead to another answer."""
    del question
    found = answer_on_actor(workspace, values).certification.flips
    for place, flip in enumerate(found, start=1):
        for change in flip.changes:
            yield (
                number(place),
                plain(change.fact),
                plain(change.now),
                plain(change.then),
                said(change.label, values.lang),
                plain(flip.answer.value),
            )


def floors(workspace: Workspace, question: Question, values: Values) -> Iterator[Row]:
    """Yield the answer at each rank of sources, and whether it differs from the whole one."""
    del question
    whole = _at_floor(workspace, values)
    for rank in ranks(workspace):
        answer, approval = _at_floor(workspace, values, rank.value)
        yield (
            plain(rank.value),
            said(rank.label, values.lang),
            plain(answer.value),
            plain(approval.value),
            truth(holds=(answer, approval) != whole),
        )


def _at_floor(workspace: Workspace, values: Values, floor: str = "") -> tuple[Outcome, Outcome]:
    """Return whether a certificate and an approval are due, from sources of a rank and above."""
    inquiry = inquiry_of(workspace, values, floor)
    known = workspace.catalogue
    certificate, approval = (
        inquiry.outcome((asked.iri, ""), values.texts["actor"])
        for asked in (known.certification, known.approval)
    )
    return certificate, approval


def positions(workspace: Workspace, question: Question, values: Values) -> Iterator[Row]:
    """Yield the answer retained, then the one under each reading that would change it."""
    del question
    found = answer_on_actor(workspace, values).certification
    why = reason(found.because, values.lang)
    none = plain("")
    yield plain(found.answer.value), none, none, none, none, *why, plain(found.authority)
    for position in found.positions:
        because, cited = reason(position.because, values.lang)
        yield (
            plain(position.answer.value),
            plain(position.reading),
            said(position.reading_label, values.lang),
            plain(position.standing),
            said(position.holder, values.lang),
            because,
            citations(position.source, values.lang) if position.source else cited,
            plain(position.authority),
        )


def weak_steps(workspace: Workspace, question: Question, values: Values) -> Iterator[Row]:
    """Yield the steps of the proof, of the certificate due or not, below a rank of sources."""
    del question
    floor = workspace.graph.literal(str(values.nodes["rank"]), SKOS.term("notation"))
    known = workspace.theory.ranks
    because = answer_on_actor(workspace, values).certification.because
    for step in because.walk() if because else ():
        if step.authority in known and known.index(step.authority) > known.index(floor):
            yield _step(step, values)


def _step(step: Step, values: Values) -> Row:
    rule = said(step.rule, values.lang)
    return (
        said(step.sentence, values.lang),
        plain(step.kind.value) if step.kind is StepKind.FACT else rule,
        plain(step.authority),
        citations(step.citations, values.lang),
        plain(step.confidence),
    )
