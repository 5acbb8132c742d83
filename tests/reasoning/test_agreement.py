"""The two reasoners agree: on every class, every norm, every individual of a case."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from kg.domain.cases import Case
from kg.errors import ReasonerError
from kg.reasoning.facts.conditions import individual
from kg.reasoning.hermit.agreement import check_agreement, reading_choices
from kg.reasoning.hermit.module import Claim, Module
from kg.reasoning.hermit.reasoner import is_consistent
from kg.reasoning.inquiry import Inquiry
from kg.services.cases import load_case
from kg.services.workspace import Workspace
from kg.vocabulary import HDS

Law: TypeAlias = Callable[[str], Case]
Inquire: TypeAlias = Callable[[Case], Inquiry]

EXAMPLES = ["source-memo", "source-memo-completed"]
# A sentence, and the choice of readings under which it is compared.
COMPARED = [
    ("a publisher without technical access on a certified host needs no certificate", 0),
    ("readings differ on standing administration of the machines of the client", 0),
    ("readings differ on hosting delegated within a hospital group", 1),
    ("an unknown context of collection leaves the certificate undetermined", 0),
    ("paper held for an unknown time calls for no certificate and perhaps for the approval", 0),
    ("on the day of the act of 2024 readings differ on electronic archiving", 1),
    ("hosting its own records beside those of another is hosting for that other", 1),
]


def choose(inquiry: Inquiry, rank: int) -> frozenset[str]:
    """Return one of the choices of readings."""
    return list(reading_choices(inquiry))[rank]


@pytest.mark.parametrize("name", EXAMPLES)
def test_hermit_agrees_on_an_example_under_every_choice_of_readings(
    workspace: Workspace, inquire: Inquire, name: str
) -> None:
    path: Path = workspace.settings.data / "cases" / f"{name}.yaml"
    inquiry = inquire(load_case(workspace, path))
    choices = list(reading_choices(inquiry))

    found = [check_agreement(workspace.graph, inquiry, readings) for readings in choices]

    assert frozenset().union(*choices) == {reading.iri for reading in inquiry.theory.readings}
    assert all(agreement.entailed for agreement in found)
    assert all(agreement.open for agreement in found)


@pytest.mark.parametrize(("sentence", "rank"), COMPARED)
def test_hermit_agrees_where(
    workspace: Workspace, law: Law, inquire: Inquire, sentence: str, rank: int
) -> None:
    inquiry = inquire(law(sentence))

    agreement = check_agreement(workspace.graph, inquiry, choose(inquiry, rank))

    assert agreement.true
    assert agreement.false
    assert agreement.holds


@pytest.fixture(scope="module")
def hosting(law: Law, inquire: Inquire) -> Inquiry:
    """Inquire into a provider of hardware without a certificate: a host, and in breach."""
    return inquire(law("providing hardware alone is hosting"))


def module_of(workspace: Workspace, inquiry: Inquiry) -> Module:
    module = Module(workspace.graph, inquiry.theory, choose(inquiry, 0))
    module.describe(inquiry.situation)
    return module


def claim(name: str, actor: str, value: str = "") -> Claim:
    return (HDS.term(name), value), individual(f"actors.{actor}")


TRUE = claim("Host", "host")
FALSE = claim("Host", "hospital")


def test_right_claims_are_entailed(workspace: Workspace, hosting: Inquiry) -> None:
    module = module_of(workspace, hosting)

    module.suppose_one_wrong([TRUE], [FALSE])

    assert not is_consistent(module)


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ([TRUE, FALSE], []),
        ([], [FALSE, TRUE]),
        ([claim("isBoundBy", "hospital", "https://w3id.org/hds-fr/id/norm/hold-certificate")], []),
    ],
    ids=["a no said to be a yes", "a yes said to be a no", "a norm that does not bind"],
)
def test_one_wrong_claim_among_right_ones_is_found_out(
    workspace: Workspace, hosting: Inquiry, true: list[Claim], false: list[Claim]
) -> None:
    module = module_of(workspace, hosting)

    module.suppose_one_wrong(true, false)

    assert is_consistent(module)


def test_a_claim_of_the_engine_turned_over_is_found_out(
    workspace: Workspace, law: Law, inquire: Inquire
) -> None:
    inquiry = inquire(law("mere transit is not hosting"))
    service = individual("services.transport")
    assert inquiry.condition((HDS.term("TransitOnlyService"), ""), service)
    module = module_of(workspace, inquiry)

    module.suppose_one_wrong([], [((HDS.term("TransitOnlyService"), ""), service)])

    assert is_consistent(module)


def test_a_case_that_contradicts_a_conclusion_has_no_model(
    workspace: Workspace, hosting: Inquiry
) -> None:
    module = module_of(workspace, hosting)

    module.suppose([TRUE], holds=False)

    assert not is_consistent(module)


def test_hermit_is_stopped_at_the_deadline_and_says_so_in_both_languages(
    workspace: Workspace, hosting: Inquiry
) -> None:
    module = module_of(workspace, hosting)

    with pytest.raises(ReasonerError) as caught:
        is_consistent(module, seconds=0.05)

    assert "0.05 s" in caught.value.say("en")
    assert "nothing is cross-checked" in caught.value.say("en")
    assert "rien n’est vérifié" in caught.value.say("fr")
