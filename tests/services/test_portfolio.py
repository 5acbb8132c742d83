"""Many cases: the same answers, in their order, however many processors or machines share them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from distributed import LocalCluster

from kg.errors import CaseError, UsageError
from kg.services.cases import case_bytes, load_case
from kg.services.portfolio import Task, answer_all, case_files
from kg.services.qualify import qualify
from kg.services.render import to_json
from kg.services.workspace import Workspace

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def paths(root: Path) -> tuple[Path, ...]:
    return case_files([root / "tests" / "cases"])[:24]


@pytest.fixture(scope="module")
def expected(workspace: Workspace, paths: tuple[Path, ...]) -> list[str]:
    cases = (load_case(workspace, path) for path in paths)
    return [to_json(qualify(workspace, case, on=case.day or TODAY)) for case in cases]


def tasks_of(paths: tuple[Path, ...]) -> list[Task]:
    return [Task(text=case_bytes(path), source=str(path), today=TODAY) for path in paths]


def test_a_few_cases_are_answered_here(paths: tuple[Path, ...], expected: list[str]) -> None:
    assert list(answer_all(tasks_of(paths[:3]))) == expected[:3]


@pytest.mark.slow
def test_many_cases_are_answered_on_every_processor(
    paths: tuple[Path, ...], expected: list[str]
) -> None:
    assert list(answer_all(tasks_of(paths))) == expected


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
def test_a_cluster_gives_the_same_answers(paths: tuple[Path, ...], expected: list[str]) -> None:
    with LocalCluster(  # type: ignore[no-untyped-call]  # it has no types
        n_workers=1, threads_per_worker=1, dashboard_address=None, protocol="tcp"
    ) as cluster:
        found = list(answer_all(tasks_of(paths[:3]), scheduler=cluster.scheduler_address))

    assert found == expected[:3]


def test_every_wrong_case_is_told_after_the_last_was_tried(paths: tuple[Path, ...]) -> None:
    wrong = [Task(text=b"format: no", source=f"{n}.yaml", today=TODAY) for n in (1, 2)]
    answers = answer_all([wrong[0], *tasks_of(paths[:1]), wrong[1]])

    assert json.loads(next(answers))["format"] == "hds-answer/1"
    with pytest.raises(CaseError) as caught:
        list(answers)
    assert {fault.file for fault in caught.value.faults} == {"1.yaml", "2.yaml"}


def test_a_folder_without_cases_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no case"):
        case_files([tmp_path])
