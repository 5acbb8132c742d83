"""The two reasoners agree: on every class, every norm, every individual of a case."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

import pytest

from kg.domain.cases import Case
from kg.reasoning.facts.conditions import individual
from kg.reasoning.hermit.agreement import Agreement, check_agreement, reading_choices
from kg.reasoning.hermit.axioms import Axioms
from kg.reasoning.hermit.batches import Query, ask_hermit
from kg.reasoning.hermit.module import Claim, Module
from kg.reasoning.inquiry import Inquiry
from kg.services.cases import load_case
from kg.services.edit import state
from kg.services.workspace import Workspace
from kg.vocabulary import HDS
from tests.agree import compare, drawn, explain, in_turn, inquire
from tests.conftest import LAW

Law: TypeAlias = Callable[[str], Case]

PARTS = 4
"""The cases are compared in so many parts, which run side by side."""
DRAWN, SEED = 200, 1


@pytest.fixture(scope="session")
def axioms(workspace: Workspace) -> Axioms:
    return Axioms(workspace.graph, workspace.theory)


def test_hermit_agrees_on_the_examples_under_every_choice_of_readings(
    workspace: Workspace, axioms: Axioms
) -> None:
    paths = sorted((workspace.settings.data / "cases").glob("*.yaml"))
    inquiries = [inquire(workspace, load_case(workspace, path)) for path in paths]
    asked = [(inquiry, choice) for inquiry in inquiries for choice in reading_choices(inquiry)]

    found = check_agreement(axioms, asked)

    assert all(agreement.holds for agreement in found)
    assert all(agreement.true and agreement.false for agreement in found)


def differing(
    workspace: Workspace, cases: Iterable[tuple[int, Case]], found: Iterable[Agreement]
) -> list[str]:
    """Return what is wrong with each case on which the reasoners differ."""
    pairs = zip(cases, found, strict=True)
    return [explain(case, made, workspace) for (_, case), made in pairs if not made.holds]


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_hermit_agrees_on_every_case_of_the_law(
    workspace: Workspace, axioms: Axioms, part: int
) -> None:
    cases = [(n, load_case(workspace, path)) for n, path in enumerate(LAW)][part::PARTS]

    found = compare(workspace, axioms, cases)

    assert differing(workspace, cases, found) == []
    assert all(agreement.true and agreement.false for agreement in found)


def test_every_reading_is_chosen_in_some_case_compared(workspace: Workspace) -> None:
    cases = [(n, load_case(workspace, path)) for n, path in enumerate(LAW)]

    chosen = {r for n, case in cases for r in in_turn(inquire(workspace, case), n)}

    assert chosen == {reading.iri for reading in workspace.theory.readings}


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_hermit_agrees_on_cases_drawn_at_random(
    workspace: Workspace, axioms: Axioms, part: int
) -> None:
    cases = list(drawn(workspace, SEED, DRAWN))[part::PARTS]

    found = compare(workspace, axioms, cases)

    assert differing(workspace, cases, found) == []


def test_a_case_drawn_again_from_the_same_seed_is_the_same(workspace: Workspace) -> None:
    assert list(drawn(workspace, SEED, 3)) == list(drawn(workspace, SEED, 5))[:3]


@pytest.fixture(scope="module")
def hosting(workspace: Workspace, law: Law) -> Inquiry:
    """Inquire into a provider of hardware without a certificate: a host, and in breach."""
    return inquire(workspace, law("providing hardware alone is hosting"))


def module_of(axioms: Axioms, inquiry: Inquiry) -> Module:
    module = Module(axioms, inquiry.theory, in_turn(inquiry, 0))
    module.describe(inquiry.situation)
    return module


def claim(name: str, actor: str, value: str = "") -> Claim:
    return (HDS.term(name), value), individual(f"actors.{actor}")


HOST = claim("Host", "host")
NO_HOST = claim("Host", "hospital")
NO_NORM = claim("isBoundBy", "hospital", "https://w3id.org/hds-fr/id/norm/hold-certificate")


def query(module: Module) -> Query:
    """Ask of each of four claims, right and wrong."""
    module.ask_wrong(HOST[1], [HOST[0]], [])
    module.ask_wrong(NO_HOST[1], [], [NO_HOST[0], NO_NORM[0]])
    module.ask_wrong(HOST[1], [], [HOST[0]])
    module.ask_wrong(NO_HOST[1], [NO_NORM[0]], [])
    module.ask_possible([HOST], holds=True)
    module.ask_possible([HOST], holds=False)
    return module.query()


def test_one_wrong_claim_is_found_out(axioms: Axioms, hosting: Inquiry) -> None:
    asked = query(module_of(axioms, hosting))
    right, and_right, wrong, and_wrong = asked.wrong
    possible, impossible = asked.possible

    (found,) = ask_hermit([asked], seconds=120)

    assert found.answered
    assert found.consistent
    assert found.empty == {right, and_right, impossible}
    assert found.satisfiable == {wrong, and_wrong, possible}


def test_a_case_that_contradicts_itself_stops_no_other(axioms: Axioms, hosting: Inquiry) -> None:
    broken = module_of(axioms, hosting)
    broken.suppose([HOST], holds=False)
    asked = [query(module_of(axioms, hosting)), query(broken), query(module_of(axioms, hosting))]

    before, contradictory, after = ask_hermit(asked, seconds=120)

    assert before == after
    assert before.consistent
    assert contradictory.answered
    assert not contradictory.consistent


def test_what_hangs_is_not_cross_checked_and_never_consistent(
    axioms: Axioms, hosting: Inquiry
) -> None:
    asked = [query(module_of(axioms, hosting)), query(module_of(axioms, hosting))]

    found = ask_hermit(asked, seconds=0.05)

    assert not any(finding.answered or finding.consistent for finding in found)


def test_what_is_not_cross_checked_does_not_agree(axioms: Axioms, hosting: Inquiry) -> None:
    (found,) = check_agreement(axioms, [(hosting, in_turn(hosting, 0))], seconds=0.05)

    assert not found.checked
    assert not found.holds
    assert not found.compared


def test_facts_that_hang_together_hang_together_for_hermit(
    workspace: Workspace, axioms: Axioms, law: Law
) -> None:
    case = law("providing hardware alone is hosting")
    for path, key in (("services.hosting", "provider"), ("data.patient-records", "controllers")):
        case = state(case, path, key, None)
    inquiry = inquire(workspace, case)

    (found,) = check_agreement(axioms, [(inquiry, in_turn(inquiry, 0))])

    assert found.unknown
    assert found.holds
