"""Floors of authority: what a rank concludes by itself, what it leaves open, and nothing weaker.

Silence is not no: a notion that only weaker sources close is not closed by leaving them out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.domain.answers import Answer, Outcome
from kg.exports.answer_json import answer_to_json
from kg.exports.answer_text import answer_to_text
from kg.reasoning.axioms.floors import raise_floor
from kg.reasoning.inquiry import Inquiry
from kg.services.cases import load_case
from kg.services.qualify import qualify
from kg.services.workspace import Workspace
from kg.vocabulary import HDS
from tests.test_law_properties import every_question, inquire, questions

MEMO = (
    Path(__file__).parent
    / "cases"
    / "a-publisher-without-technical-access-on-a-certified-host-needs-no-certificate.yaml"
)
BOUND, BREACHES = HDS.term("isBoundBy"), HDS.term("breaches")


def at(workspace: Workspace, path: Path, floor: str) -> Answer:
    """Return the answer to a case on its own day, from a floor up."""
    case = load_case(workspace, path)
    assert case.day is not None
    return qualify(workspace, case, on=case.day, floor=floor)


def authorities(tree: object) -> Iterator[str]:
    """Yield every authority that an answer reports, wherever it is."""
    if isinstance(tree, dict):
        yield from (str(v) for k, v in tree.items() if k == "authority")
        yield from (found for value in tree.values() for found in authorities(value))
    elif isinstance(tree, list):
        yield from (found for value in tree for found in authorities(value))


def ranks_of(inquiry: Inquiry, workspace: Workspace) -> set[str]:
    """Return the ranks of the steps and positions of everything asked of a case."""
    found = set()
    for notion, actor in every_question(workspace, inquiry.case):
        reasons = [inquiry.reason(notion, actor)]
        for reading, _ in inquiry.positions(notion, actor):
            found.add(reading.source.authority)
            reasons.append(inquiry.proof(notion, actor, reading))
        found |= {step.authority for reason in reasons if reason for step in reason.walk()}
    return found


def test_no_step_and_no_position_is_of_a_rank_below_the_floor(
    workspace: Workspace, sampled_case: Path
) -> None:
    case = load_case(workspace, sampled_case)
    assert case.day is not None

    for depth, floor in enumerate(workspace.theory.ranks[:-1], start=1):
        inquiry = inquire(workspace, case, case.day, floor)
        assert ranks_of(inquiry, workspace) <= {"", *workspace.theory.ranks[:depth]}, floor


@pytest.mark.parametrize("floor", ["law", "regulation", "standard", "case_law", "doctrine"])
def test_no_answer_reports_an_authority_below_the_floor(workspace: Workspace, floor: str) -> None:
    ranks = workspace.theory.ranks
    tree = json.loads(answer_to_json(at(workspace, MEMO, floor)))

    assert set(authorities(tree)) <= {"", *ranks[: ranks.index(floor) + 1]}


def test_the_answer_on_the_memo_moves_with_the_floor(workspace: Workspace) -> None:
    found = {}
    for floor in workspace.theory.ranks:
        publisher = at(workspace, MEMO, floor).actor("publisher")
        assert publisher is not None
        asked = publisher.certification
        found[floor] = asked.answer, {position.reading for position in asked.positions}

    silent = {"the-text-covers", "the-text-does-not-cover"}
    court = {"necessary-access-is-operation"}
    assert found["law"] == (Outcome.CONTESTED, silent)
    assert found["regulation"] == (Outcome.NO, set())
    assert found["standard"] == (Outcome.NO, set())
    assert found["case_law"] == (Outcome.NO, court)
    assert found["doctrine"] == (Outcome.NO, court)
    assert found["analysis"] == (Outcome.NO, court)


def test_the_statute_alone_finds_the_host_that_keeps_the_data(workspace: Workspace) -> None:
    host = at(workspace, MEMO, "law").actor("host")
    assert host is not None

    assert host.certification.answer is Outcome.YES
    assert host.certification.authority == "law"
    assert "hold-certificate" in {norm.id for norm in host.norms}


def test_the_statute_alone_does_not_say_which_activities_to_certify(workspace: Workspace) -> None:
    answer = at(workspace, MEMO, "law")
    host = answer.actor("host")
    assert host is not None

    assert host.certification.activities == ()
    assert "BackupService" in {left.question for left in answer.left_open}


def test_who_hosts_for_itself_is_no_host_from_the_statute_alone(workspace: Workspace) -> None:
    clinic = at(workspace, MEMO, "law").actor("clinic")
    assert clinic is not None

    assert clinic.certification.answer is Outcome.NO


@pytest.mark.parametrize(("lang", "words"), [("fr", "laissent ouvert"), ("en", "leave open")])
def test_what_a_floor_leaves_open_is_said_in_words(
    workspace: Workspace, lang: str, words: str
) -> None:
    text = answer_to_text(at(workspace, MEMO, "law"), "fr" if lang == "fr" else "en")

    assert words in text
    assert "R. 1111-9" in text.split("clinic")[0]


def test_without_a_floor_nothing_is_left_open(workspace: Workspace) -> None:
    answer = at(workspace, MEMO, "")

    assert not answer.left_open
    assert not answer.norms_below


def test_a_floor_that_leaves_a_disputed_access_without_a_reading_leaves_it_open(
    workspace: Workspace,
) -> None:
    path = MEMO.with_name("readings-differ-on-privileged-access-with-no-activity.yaml")
    by_floor = {
        floor: {a.certification.answer for a in at(workspace, path, floor).actors}
        for floor in ("regulation", "standard")
    }

    assert Outcome.CONTESTED in by_floor["regulation"]
    assert Outcome.CONTESTED not in by_floor["standard"]


def test_a_floor_changes_no_conclusion_that_stronger_sources_carry(
    workspace: Workspace, sampled_case: Path
) -> None:
    """What sources above the floor prove by themselves stays proved when the weaker go."""
    case = load_case(workspace, sampled_case)
    assert case.day is not None
    whole = inquire(workspace, case, case.day)
    for asked in questions(workspace, case):
        reason = whole.proof(*asked)
        if reason is None or whole.positions(*asked):
            continue
        rank = workspace.theory.weakest(
            frozenset(step.authority for step in reason.walk() if step.authority)
        )
        floored = inquire(workspace, case, case.day, rank)
        assert floored.outcome(*asked) is whole.outcome(*asked), (asked, rank)


def test_a_breach_is_found_at_every_rank_that_imposes_the_norm(workspace: Workspace) -> None:
    theory = workspace.theory
    for floor in theory.ranks:
        raised = raise_floor(theory, floor)
        judged = {norm for role, norm in theory.recorded if role == BREACHES}
        silent = {norm for role, norm in raised.left_out if role == BREACHES}
        unbound = {norm for role, norm in raised.left_out if role == BOUND}
        assert silent & judged <= unbound, floor


def test_a_definition_of_lower_rank_than_law_is_a_ground(workspace: Workspace) -> None:
    """What states the law of a rank must be left out with that rank: it is a ground."""
    theory = workspace.theory
    grounds = {ground.name for grounds in theory.grounds.values() for ground in grounds}
    highest = theory.ranks[0]

    ranked = {
        name: theory.sources[name].authority
        for name in theory.definitions.keys() - grounds
        if theory.sources[name].authority not in {"", highest}
    }
    assert not ranked
