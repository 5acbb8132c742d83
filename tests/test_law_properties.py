"""What holds of every case, whatever its facts: proofs, floors of authority, other days."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import TypeAlias

import pytest

from kg.domain.answers import ActorAnswer, Answer, Outcome
from kg.domain.cases import Case
from kg.domain.proofs import Step, StepKind
from kg.reasoning.axioms.theory import Notion
from kg.reasoning.inquiry import Inquiry
from kg.services.cases import load_case
from kg.services.qualify import qualify
from kg.services.workspace import Workspace
from kg.vocabulary import HDS

Answers: TypeAlias = Callable[[Path], Answer]

SETTLED = {Outcome.YES, Outcome.NO}
WITHOUT_PROVISION = {StepKind.FACT, StepKind.CASES}
"""A fact is the case's own; “whichever way the facts turn out” rests on its premises."""
CHANGES = [
    date(2018, 4, 1),
    date(2024, 5, 23),
    date(2025, 7, 1),
    date(2026, 3, 27),
    date(2026, 5, 17),
    date(2026, 9, 26),
]


@pytest.fixture(scope="module")
def answers(workspace: Workspace) -> Answers:
    """Answer a case on its own day, once."""

    @cache
    def answer(path: Path) -> Answer:
        case = load_case(workspace, path)
        assert case.day is not None
        return qualify(workspace, case, on=case.day)

    return answer


def inquire(workspace: Workspace, case: Case, day: date, floor: str = "") -> Inquiry:
    """Return an inquiry into a case, without the search for what would flip its answers."""
    return Inquiry(
        workspace.theory,
        workspace.form,
        case,
        day=day,
        floor=floor,
        cite=lambda iri: workspace.cite(iri, day),
    )


def questions(workspace: Workspace, case: Case) -> Iterator[tuple[Notion, str]]:
    """Yield the two great questions about each actor: the certificate, the approval."""
    catalogue = workspace.catalogue
    for entity in case.of("actors"):
        yield (catalogue.certification.iri, ""), entity.id
        yield (catalogue.approval.iri, ""), entity.id


def every_question(workspace: Workspace, case: Case) -> Iterator[tuple[Notion, str]]:
    """Yield all that is asked of each actor: certificate, approval, roles, norms."""
    yield from questions(workspace, case)
    asked = [(role.iri, "") for role in workspace.catalogue.roles]
    asked += [(HDS.term("isBoundBy"), norm.iri) for norm in workspace.catalogue.norms]
    for entity in case.of("actors"):
        yield from ((notion, entity.id) for notion in asked)


def proofs(actor: ActorAnswer) -> Iterator[Step]:
    """Yield every proof about an actor."""
    conclusions = (actor.certification, actor.approval)
    reasons = [conclusion.because for conclusion in conclusions]
    reasons += [position.because for c in conclusions for position in c.positions]
    reasons += [role.because for role in actor.roles]
    for norm in (*actor.norms, *actor.possible_norms):
        reasons += [norm.because, norm.status_because]
    yield from (reason for reason in reasons if reason is not None)


def steps(answer: Answer) -> list[Step]:
    """Return every step of every proof, once."""
    found = {id(s): s for actor in answer.actors for p in proofs(actor) for s in p.walk()}
    return list(found.values())


def test_every_yes_and_every_no_has_a_proof(answers: Answers, law_case: Path) -> None:
    answer = answers(law_case)

    for actor in answer.actors:
        for conclusion in (actor.certification, actor.approval):
            assert (conclusion.because is None) == (conclusion.answer is Outcome.UNDETERMINED)
            for position in conclusion.positions:
                assert (position.because is not None) == (position.answer in SETTLED)
        assert all(role.because for role in actor.roles)
        assert all(norm.because for norm in actor.norms)


def test_every_step_that_is_no_fact_cites_its_source(answers: Answers, law_case: Path) -> None:
    answer = answers(law_case)

    unsourced = [
        step.sentence.en
        for step in steps(answer)
        if step.kind not in WITHOUT_PROVISION and not step.citations
    ]
    assert not unsourced


def test_every_step_is_said_in_both_languages(answers: Answers, law_case: Path) -> None:
    answer = answers(law_case)

    unsaid = [s.term for s in steps(answer) if not (s.sentence.fr and s.sentence.en)]
    unfilled = [s.sentence for s in steps(answer) if "{" in s.sentence.fr + s.sentence.en]
    assert not unsaid
    assert not unfilled


def test_the_lowest_floor_is_no_floor(workspace: Workspace, law_case: Path) -> None:
    case = load_case(workspace, law_case)
    assert case.day is not None

    floored = inquire(workspace, case, case.day, workspace.theory.ranks[-1])
    whole = inquire(workspace, case, case.day)

    for notion, actor in every_question(workspace, case):
        assert floored.outcome(notion, actor) == whole.outcome(notion, actor)


@pytest.mark.parametrize("day", CHANGES, ids=str)
def test_the_law_changes_on_that_day(workspace: Workspace, day: date) -> None:
    eve = workspace.theory.on(day - timedelta(days=1))

    assert eve.grounds != workspace.theory.on(day).grounds


def test_the_eve_and_the_day_of_every_change_of_law_have_an_answer(
    workspace: Workspace, law_case: Path
) -> None:
    case = load_case(workspace, law_case)

    for day in CHANGES:
        for on in (day - timedelta(days=1), day):
            inquiry = inquire(workspace, case, on)

            for notion, actor in questions(workspace, case):
                outcome, reason = inquiry.outcome(notion, actor), inquiry.reason(notion, actor)
                assert (reason is None) == (outcome is Outcome.UNDETERMINED), (on, actor)
            outcomes = {inquiry.outcome(*asked) for asked in every_question(workspace, case)}
            assert outcomes <= set(Outcome)
