"""Large cases and empty ones: answered, in bounded room, and never by a crash."""

from __future__ import annotations

from datetime import date

import pytest

from kg.domain.answers import Outcome
from kg.errors import CaseError
from kg.services.cases import parse_case
from kg.services.interview import next_question
from kg.services.qualify import qualify
from kg.services.workspace import Workspace

DAY = date(2026, 11, 23)


def case_of(actors: int, services: int, *, complete: bool) -> str:
    """Return a case of many services, of which all is said or nothing."""
    records = (
        "{health: true, identifiability: identified, collected_for: [care], "
        "controllers: [a0], originators: [a0]}"
    )
    lines = ["format: hds-case/1", "id: large", f"complete: {str(complete).lower()}", "actors:"]
    lines += [f"  a{n}: {{}}" for n in range(actors)]
    lines += ["data:", f"  records: {records if complete else '{}'}", "services:"]
    for n in range(services):
        said = f"client: [a0], data: [records], activities: [backup], provider: a{1 + n % 5}"
        lines.append(f"  s{n}: {{{said if complete else 'provider: unknown'}}}")
    return "\n".join(lines) + "\n"


def test_twenty_services_are_answered(workspace: Workspace) -> None:
    case = parse_case(workspace, case_of(8, 20, complete=True), "large")

    answer = qualify(workspace, case, on=DAY)

    found = [actor.certification for actor in answer.actors]
    assert [c.answer for c in found[:2]] == [Outcome.NO, Outcome.YES]
    assert found[1].flips


def test_a_case_that_states_nothing_of_three_services_is_asked_about(workspace: Workspace) -> None:
    case = parse_case(workspace, case_of(4, 3, complete=False), "empty")

    question = next_question(workspace, case, "a1", on=DAY)

    assert question is not None
    assert question.settles > 0
    assert question.left < len(case.of("services")) * 30


def test_services_that_may_all_rely_on_one_another_are_told_to_say_so(
    workspace: Workspace,
) -> None:
    case = parse_case(workspace, case_of(3, 12, complete=False), "circles")

    with pytest.raises(CaseError) as caught:
        qualify(workspace, case, on=DAY)

    assert "relies_on" in str(caught.value)
