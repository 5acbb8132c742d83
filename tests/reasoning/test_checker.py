"""Proofs, checked step by step by what is not the engine; and the checker, on proofs spoilt."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

import pytest

from kg.domain.cases import Case
from kg.domain.proofs import Step, StepKind
from kg.reasoning.axioms.theory import Notion
from kg.reasoning.inquiry import Inquiry
from kg.reasoning.proofs.checker import Checker
from kg.services.cases import load_case
from kg.services.workspace import Workspace
from kg.vocabulary import HDS

Law: TypeAlias = Callable[[str], Case]
Inquire: TypeAlias = Callable[[Case], Inquiry]

BOUND, BREACHES = HDS.term("isBoundBy"), HDS.term("breaches")
HOST = "providing hardware alone is hosting"


def notions(workspace: Workspace) -> Iterator[Notion]:
    catalogue = workspace.catalogue
    yield from ((r.iri, "") for r in (catalogue.certification, catalogue.approval))
    yield from ((role.iri, "") for role in catalogue.roles)
    yield from ((term, norm.iri) for norm in catalogue.norms for term in (BOUND, BREACHES))


def proofs(workspace: Workspace, case: Case, inquiry: Inquiry) -> Iterator[Step]:
    """Yield the proof, or the disagreement, of everything that is asked about each actor."""
    for actor in case.of("actors"):
        for notion in notions(workspace):
            proof = inquiry.reason(notion, actor.id)
            if proof is not None:
                yield proof


def test_every_step_of_every_proof_follows_from_its_premises(
    workspace: Workspace, inquire: Inquire, law_case: Path
) -> None:
    case = load_case(workspace, law_case)
    inquiry = inquire(case)
    checker = Checker(inquiry.theory, inquiry.situation)

    for proof in proofs(workspace, case, inquiry):
        assert not [step.sentence.en for step in checker.faults(proof)]


def spoilt(proof: Step, number: int, change: Callable[[Step], Step]) -> Step:
    """Return the proof in which the step of that number is another."""
    steps: dict[int, Step] = {}
    for place, step in enumerate(proof.walk()):
        premises = tuple(steps[id(premise)] for premise in step.premises)
        again = replace(step, premises=premises)
        steps[id(step)] = change(again) if place == number else again
    return steps[id(proof)]


@pytest.fixture(scope="module")
def hosting(law: Law, inquire: Inquire) -> Inquiry:
    """An inquiry into a case in which a host owes a certificate."""
    return inquire(law(HOST))


@pytest.fixture(scope="module")
def proof(workspace: Workspace, law: Law, hosting: Inquiry) -> Step:
    """The longest proof of that case, without a premise too many."""
    every = proofs(workspace, law(HOST), hosting)
    longest = max(every, key=lambda step: len(list(step.walk())))
    return Checker(hosting.theory, hosting.situation).minimal(longest)


def test_a_fact_turned_round_is_found_out(hosting: Inquiry, proof: Step) -> None:
    checker = Checker(hosting.theory, hosting.situation)
    facts = [n for n, s in enumerate(proof.walk()) if s.kind is StepKind.FACT and s.targets is None]

    assert facts
    for number in facts:
        turned = spoilt(proof, number, lambda step: replace(step, holds=not step.holds))
        assert checker.faults(turned)


def test_a_list_said_to_be_shorter_than_it_is_is_found_out(hosting: Inquiry, proof: Step) -> None:
    checker = Checker(hosting.theory, hosting.situation)
    lists = [n for n, step in enumerate(proof.walk()) if step.targets]

    for number in lists:
        assert checker.faults(spoilt(proof, number, lambda step: replace(step, targets=())))


def test_in_a_minimal_proof_no_premise_can_be_left_out(hosting: Inquiry, proof: Step) -> None:
    checker = Checker(hosting.theory, hosting.situation)
    steps = [s for s in proof.walk() if s.kind is not StepKind.CASES and s.premises]

    assert steps
    assert not checker.faults(proof)
    for step in steps:
        for premise in step.premises:
            others = tuple(other for other in step.premises if other is not premise)
            assert checker.faults(replace(step, premises=others))
