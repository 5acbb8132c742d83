"""`kg qualify` and `kg explain`, as they are typed: answers on standard output, messages apart."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import TypeAlias

import pytest

Program: TypeAlias = Callable[..., CompletedProcess[str]]

DAY = "2026-11-23"


@pytest.fixture(scope="module")
def open_memo(root: Path) -> Path:
    """The case of the source memo, as it tells it."""
    return root / "data/cases/source-memo.yaml"


def test_an_answer_is_read_in_english(kg: Program, memo: Path) -> None:
    done = kg("qualify", memo, "--lang", "en")

    assert done.returncode == 0
    assert done.stderr == ""
    assert "The source memo completed" in done.stdout
    assert "Certificate" in done.stdout


def test_an_answer_is_read_in_french(kg: Program, memo: Path) -> None:
    done = kg("qualify", memo, "--lang", "fr")

    assert done.returncode == 0
    assert "La note d’analyse complétée" in done.stdout
    assert "Certificat" in done.stdout


@pytest.mark.parametrize(("lang", "title"), [("fr", "La note d’analyse"), ("en", "The source")])
def test_the_language_is_that_of_the_environment_unless_another_is_asked_for(
    kg: Program, memo: Path, lang: str, title: str
) -> None:
    assert title in kg("qualify", memo, lang=lang).stdout


def test_an_answer_in_json_is_one_object_on_one_line(kg: Program, memo: Path) -> None:
    done = kg("qualify", memo, "--format", "json")

    assert done.returncode == 0
    (line,) = done.stdout.splitlines()
    answer = json.loads(line)
    assert answer["case"] == "source-memo-completed"
    assert answer["date"] == DAY
    assert answer["actors"]["publisher"]["certification"]["answer"] == "no"


def test_several_cases_are_answered_one_a_line_in_their_order(
    kg: Program, memo: Path, open_memo: Path
) -> None:
    done = kg("qualify", open_memo, memo, open_memo, "--format", "json")

    cases = [json.loads(line)["case"] for line in done.stdout.splitlines()]
    assert cases == ["source-memo", "source-memo-completed", "source-memo"]


def test_the_law_of_another_day_can_be_applied(kg: Program, memo: Path) -> None:
    done = kg("qualify", memo, "--format", "json", "--date", "2018-03-31")

    answer = json.loads(done.stdout)
    assert answer["date"] == "2018-03-31"
    assert answer["actors"]["managed-host"]["certification"]["answer"] == "no"


def test_conclusions_can_be_drawn_from_the_law_alone(kg: Program, root: Path) -> None:
    case = root / "tests/cases/mere-backup-calls-for-the-certificate-and-not-for-the-approval.yaml"

    whole, floored = (
        json.loads(kg("qualify", case, "--format", "json", "--authority", floor).stdout)
        for floor in ("analysis", "law")
    )

    asked, alone = (answer["actors"]["archiver"]["certification"] for answer in (whole, floored))
    assert (asked["answer"], asked["authority"]) == ("yes", "regulation")
    # The statute says “données conservées” and “stockage”; it does not list the activities.
    assert (alone["answer"], alone["authority"]) == ("yes", "law")
    assert (asked["activities"], alone["activities"]) == (["backup"], [])
    assert "BackupService" in {left["question"] for left in floored["left_open"]}


def test_a_case_without_a_date_is_answered_under_the_law_of_today(kg: Program, file: Path) -> None:
    done = kg("qualify", file, "--format", "json")

    assert done.returncode == 0
    assert json.loads(done.stdout)["date"] > "2020-01-01"


def test_what_is_expected_of_a_case_is_not_read(kg: Program, file: Path) -> None:
    before = kg("qualify", file, "--format", "json", "--date", DAY)
    file.write_text(
        file.read_text(encoding="utf-8") + "expect: {nonsense: [1]}\nwhy: because\n",
        encoding="utf-8",
    )

    assert kg("qualify", file, "--format", "json", "--date", DAY).stdout == before.stdout


@pytest.mark.parametrize(("lang", "words"), [("fr", "n’est pas"), ("en", "is no")])
def test_an_actor_is_explained_down_to_facts_and_provisions(
    kg: Program, memo: Path, lang: str, words: str
) -> None:
    done = kg("explain", memo, "publisher", "--lang", lang)

    assert done.returncode == 0
    assert done.stderr == ""
    assert words in done.stdout
    assert "R. 1111-11" in done.stdout
    assert "services.saas" in done.stdout
