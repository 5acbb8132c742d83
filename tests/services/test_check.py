"""The health of the ontology: what it uses, what is not taken, what the reference says of it."""

from __future__ import annotations

from kg.services.check import Reference, check
from kg.services.workspace import Workspace


def test_the_coverage_counts_the_axioms_and_the_constructs_that_are_taken(
    workspace: Workspace,
) -> None:
    health = check(workspace, reference=False)

    axioms, constructs = dict(health.axioms), dict(health.constructs)
    assert axioms["owl:equivalentClass"] >= len(workspace.theory.definitions)
    assert axioms["rdfs:domain"] > 0
    assert constructs["Some"] > 0
    assert not set(axioms) & set(health.refusable)
    assert health.reference is Reference.NOT_ASKED


def test_a_reference_that_does_not_answer_leaves_the_ontology_not_cross_checked(
    workspace: Workspace,
) -> None:
    health = check(workspace, reference=True, seconds=0.01)

    assert health.reference is Reference.NOT_CROSS_CHECKED
    assert "0.01" in health.unanswered[0].say("fr")
    assert "consistent" not in health.reference.value
