"""The source memo as it stands, and completed."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.domain.case_format import CaseFormat
from kg.domain.cases import Case
from kg.imports import read_case_file


@pytest.fixture(scope="module")
def memo(root: Path, form: CaseFormat) -> Case:
    """The situation that the memo tells."""
    return read_case_file(root / "data/cases/source-memo.yaml", form=form)


@pytest.fixture(scope="module")
def completed(root: Path, form: CaseFormat) -> Case:
    """The same with everything stated."""
    return read_case_file(root / "data/cases/source-memo-completed.yaml", form=form)


def test_the_memo_says_nothing_of_who_controls_the_data_and_what_for(memo: Case) -> None:
    data = memo.find("data", "health-data")

    assert data is not None
    assert not memo.complete
    assert {"controllers", "originators", "collected_for"}.isdisjoint(
        fact.key for fact in data.facts
    )


def test_the_memo_says_nothing_of_the_scope_of_the_certificate(memo: Case) -> None:
    (certificate,) = memo.of("certificates")

    assert {fact.key: fact.value for fact in certificate.facts} == {
        "holder": "managed-host",
        "standard": None,
        "activities": None,
        "from": None,
        "until": None,
    }


def test_the_publisher_of_the_memo_reaches_the_application_alone(
    memo: Case, completed: Case
) -> None:
    for case in (memo, completed):
        saas = case.find("services", "saas")
        assert saas is not None
        access = saas.fact("access")
        assert access is not None
        assert access.value == ("in_application",)


def test_the_completed_memo_changes_nothing_that_the_memo_tells(
    memo: Case, completed: Case
) -> None:
    for told in memo.entities:
        twin = completed.find(told.section, told.id)
        assert twin is not None, told.path
        for fact in told.facts:
            same = twin.fact(fact.key)
            assert fact.value is None or (same is not None and same.value == fact.value), fact.key


def test_the_completed_memo_leaves_nothing_unknown(completed: Case) -> None:
    facts = [fact for entity in completed.entities for fact in entity.facts]

    assert completed.complete
    assert all(fact.value is not None for fact in facts)
