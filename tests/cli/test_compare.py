"""`kg compare`, as it is typed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import TypeAlias

Program: TypeAlias = Callable[..., CompletedProcess[str]]


def test_two_days_of_one_case_are_compared(kg: Program, memo: Path) -> None:
    done = kg("compare", memo, "--date", "2026-03-26", "--date", "2026-11-23")

    assert done.returncode == 0
    assert "Law that differs" in done.stdout


def test_two_cases_are_compared_as_json(kg: Program, memo: Path, root: Path) -> None:
    done = kg("compare", root / "data/cases/source-memo.yaml", memo, "--format", "json")

    tree = json.loads(done.stdout)
    assert (tree["before"]["case"], tree["after"]["case"]) == (
        "source-memo",
        "source-memo-completed",
    )


def test_a_case_alone_has_nothing_to_be_compared_with(kg: Program, memo: Path) -> None:
    done = kg("compare", memo)

    assert done.returncode == 2
    assert done.stdout == ""
    assert "nothing to compare" in done.stderr


def test_a_comparison_has_no_third_side(kg: Program, memo: Path) -> None:
    days = ("--date", "2026-01-01") * 3
    done = kg("compare", memo, *days)

    assert done.returncode == 2
    assert "two sides" in done.stderr


def test_an_unknown_reading_is_refused_with_those_that_there_are(kg: Program, memo: Path) -> None:
    done = kg("compare", memo, "--reading", "access-is-operatoin")

    assert done.returncode == 2
    assert "Did you mean “access-is-operation”?" in done.stderr
