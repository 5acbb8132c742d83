"""The norms of a day against the roles in law."""

from __future__ import annotations

from datetime import date

import pytest

from kg.domain.obligations import Binding, Matrix
from kg.reasoning.axioms.expressions import And, Named, Or, Role, Some
from kg.reasoning.subsumption import Subsumption, cases_of
from kg.services.obligations import obligations
from kg.services.workspace import Workspace
from kg.vocabulary import HDS


@pytest.fixture(scope="module")
def today(workspace: Workspace) -> Matrix:
    return obligations(workspace, on=date(2026, 11, 25))


def binding(matrix: Matrix, norm: str, role: str) -> Binding:
    place = [item.id for item in matrix.roles].index(role)
    duty = next(duty for duty in matrix.duties if duty.term.short == f"norm:{norm}")
    return duty.bindings[place]


@pytest.mark.parametrize(
    ("norm", "role", "expected"),
    [
        ("inform-person", "host", Binding.ALWAYS),
        ("no-sale", "patient", Binding.ALWAYS),
        ("hold-certificate", "host", Binding.SOMETIMES),
        ("hold-certificate", "backup", Binding.ALWAYS),
        ("hold-approval", "archiver", Binding.SOMETIMES),
        ("reproduce-host-clauses", "intermediary", Binding.ALWAYS),
        ("reproduce-host-clauses", "host", Binding.UNLINKED),
        ("security-of-processing", "processor", Binding.ALWAYS),
        ("security-of-processing", "controller", Binding.ALWAYS),
        ("impact-assessment", "controller", Binding.SOMETIMES),
    ],
)
def test_a_norm_binds_those_who_have_a_role(
    today: Matrix, norm: str, role: str, expected: Binding
) -> None:
    assert binding(today, norm, role) is expected


def test_what_does_not_bind_yet_is_no_norm_of_that_day(workspace: Workspace) -> None:
    before = obligations(workspace, on=date(2025, 6, 30))
    after = obligations(workspace, on=date(2025, 7, 1))

    new = {d.term.short for d in after.duties} - {d.term.short for d in before.duties}

    assert new == {"norm:hold-certificate-archiving"}


def test_every_norm_of_the_matrix_names_its_source_and_who_bears_it(today: Matrix) -> None:
    assert today.duties
    for duty in today.duties:
        assert duty.citations, duty.term.short
        assert duty.articles, duty.term.short
        assert duty.bearers, duty.term.short


def test_a_definition_that_says_more_is_below_one_that_says_less(workspace: Workspace) -> None:
    shown = Subsumption(workspace.theory)
    provides, a, b = Role("p"), Named("a"), Named("b")

    assert shown.is_below(And((a, Some(provides, And((a, b))))), Some(provides, b))
    assert shown.is_below(a, Or((b, a)))
    assert not shown.is_below(Or((a, b)), a)
    assert not shown.is_below(Some(provides, b), Some(provides, a))
    assert not shown.is_below(Some(Role("q"), a), Some(provides, a))


def test_a_host_is_an_actor_and_an_actor_is_not_always_a_host(workspace: Workspace) -> None:
    shown = Subsumption(workspace.theory)
    host, actor = Named(HDS.term("Host")), Named(HDS.term("Actor"))

    assert shown.is_below(host, actor)
    assert not shown.is_below(actor, host)


def test_a_condition_is_met_in_as_many_ways_as_it_leaves() -> None:
    a, b, c = Named("a"), Named("b"), Named("c")

    assert cases_of(And((a, Or((b, c))))) == (And((a, b)), And((a, c)))
