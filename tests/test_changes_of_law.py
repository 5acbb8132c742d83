"""The eve and the day of every change of law have an answer, with its proof and its provisions.

The days are read from the ontology: each one on which some ground begins or ends.
`make sweep` runs every case on all of them; `make test`, a sample.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import islice
from pathlib import Path

import pytest

from kg.domain.answers import Outcome
from kg.domain.proofs import StepKind
from kg.services.cases import load_case
from kg.services.workspace import Workspace
from tests.test_law_properties import every_question, inquire, questions

FIRST, LAST = date(2018, 3, 31), date(2026, 11, 23)
CHANGES = {
    date(2018, 4, 1): "ordonnance 2017-27",
    date(2018, 5, 25): "GDPR",
    date(2024, 5, 16): "arrêté of 26 April 2024",
    date(2024, 5, 23): "loi 2024-449, art. 32",
    date(2024, 6, 13): "CA Montpellier",
    date(2025, 7, 1): "loi 2024-449, art. 32, II",
    date(2026, 3, 27): "décret 2026-209",
    date(2026, 5, 17): "end of the certificates v1",
    date(2026, 9, 26): "R. 1111-9-1",
}
"""The days that a jurist knows; each must be one of the ontology's."""
ENOUGH = 0.99
MODELLING_CHOICE = "modelling-choice"


def changes(workspace: Workspace) -> list[date]:
    """Return the days on which the law of the ontology changes, between the two ends."""
    sources = [g.source for grounds in workspace.theory.grounds.values() for g in grounds]
    days = {day for source in sources for day in (source.start, source.until) if day}
    return sorted(day for day in days if FIRST < day <= LAST)


def days(workspace: Workspace) -> list[date]:
    """Return the eve and the day of each change, and the last day."""
    eves = [day - timedelta(days=1) for day in changes(workspace)]
    return sorted({*eves, *changes(workspace), LAST})


def test_the_ontology_changes_on_the_days_that_a_jurist_knows(workspace: Workspace) -> None:
    assert CHANGES.keys() <= set(changes(workspace))


def test_the_law_begins_to_be_tested_on_the_eve_of_certification(workspace: Workspace) -> None:
    assert days(workspace)[0] == FIRST
    assert days(workspace)[-1] == LAST


def test_each_eve_and_day_of_a_change_has_an_answer_and_its_proof(
    workspace: Workspace, sampled_case: Path
) -> None:
    case = load_case(workspace, sampled_case)

    for day in days(workspace):
        inquiry = inquire(workspace, case, day)

        for notion, actor in questions(workspace, case):
            outcome, reason = inquiry.outcome(notion, actor), inquiry.reason(notion, actor)
            assert (reason is None) == (outcome is Outcome.UNDETERMINED), (day, actor)
        assert {inquiry.outcome(*asked) for asked in every_question(workspace, case)} <= set(
            Outcome
        )


@pytest.mark.parametrize("day", [FIRST, date(2024, 5, 23), date(2026, 5, 17), LAST], ids=str)
def test_every_case_has_an_answer_on_the_day(workspace: Workspace, root: Path, day: date) -> None:
    for path in sorted((root / "tests" / "cases").glob("*.yaml"))[day.day % 5 :: 5]:
        case = load_case(workspace, path)
        inquiry = inquire(workspace, case, day)
        for notion, actor in islice(questions(workspace, case), 4):
            reason = inquiry.reason(notion, actor)
            undetermined = inquiry.outcome(notion, actor) is Outcome.UNDETERMINED
            assert (reason is None) == undetermined, (path.stem, day, actor)


def test_the_steps_of_proofs_have_a_provision_and_the_rest_are_modelling_choices(
    workspace: Workspace, root: Path
) -> None:
    """Of the steps that apply law: 99 in 100 cite a provision, and no other is unmarked."""
    provided = marked = 0
    unmarked = []
    for path in sorted((root / "tests" / "cases").glob("*.yaml"))[::2]:
        case = load_case(workspace, path)
        assert case.day is not None
        inquiry = inquire(workspace, case, case.day)
        reasons = [inquiry.reason(*asked) for asked in every_question(workspace, case)]
        found = {id(step): step for r in reasons if r for step in r.walk()}
        for step in found.values():
            if step.kind in {StepKind.FACT, StepKind.CASES}:
                continue
            cited = [citation.iri for citation in step.citations]
            provided += any(not iri.endswith(MODELLING_CHOICE) for iri in cited)
            marked += bool(cited) and all(iri.endswith(MODELLING_CHOICE) for iri in cited)
            if not cited:
                unmarked.append((path.stem, step.term))

    assert not unmarked
    assert provided / (provided + marked) >= ENOUGH, (provided, marked)
