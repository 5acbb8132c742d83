"""`kg qualify` and `kg explain`, as they are typed: answers on standard output, messages apart."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

DAY = "2026-11-23"
EMPTY = "format: hds-case/1\nid: empty\nactors: {clinic: {}}\n"


def kg(*arguments: str | Path, lang: str = "en") -> subprocess.CompletedProcess[str]:
    """Return what the program did, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", "from kg.cli.app import main; main()", *map(str, arguments)],
        env={**os.environ, "HDS_LANG": lang},
        stdin=subprocess.DEVNULL,
        check=False,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )


@pytest.fixture(scope="module")
def memo(root: Path) -> Path:
    return root / "data/cases/source-memo-completed.yaml"


@pytest.fixture(scope="module")
def open_memo(root: Path) -> Path:
    return root / "data/cases/source-memo.yaml"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A case of one actor, without a date."""
    path = tmp_path / "case.yaml"
    path.write_text(EMPTY, encoding="utf-8")
    return path


def refused(done: subprocess.CompletedProcess[str]) -> str:
    """Return the message of a refusal: exit 2, nothing on standard output, no traceback."""
    assert done.returncode == 2
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    return done.stderr


def test_an_answer_is_read_in_english(memo: Path) -> None:
    done = kg("qualify", memo, "--lang", "en")

    assert done.returncode == 0
    assert done.stderr == ""
    assert "The source memo completed" in done.stdout
    assert "Certificate" in done.stdout


def test_an_answer_is_read_in_french(memo: Path) -> None:
    done = kg("qualify", memo, "--lang", "fr")

    assert done.returncode == 0
    assert "La note d’analyse complétée" in done.stdout
    assert "Certificat" in done.stdout


@pytest.mark.parametrize(("lang", "title"), [("fr", "La note d’analyse"), ("en", "The source")])
def test_the_language_is_that_of_the_environment_unless_another_is_asked_for(
    memo: Path, lang: str, title: str
) -> None:
    assert title in kg("qualify", memo, lang=lang).stdout


def test_an_answer_in_json_is_one_object_on_one_line(memo: Path) -> None:
    done = kg("qualify", memo, "--format", "json")

    assert done.returncode == 0
    (line,) = done.stdout.splitlines()
    answer = json.loads(line)
    assert answer["case"] == "source-memo-completed"
    assert answer["date"] == DAY
    assert answer["actors"]["publisher"]["certification"]["answer"] == "no"


def test_several_cases_are_answered_one_a_line_in_their_order(memo: Path, open_memo: Path) -> None:
    done = kg("qualify", open_memo, memo, open_memo, "--format", "json")

    cases = [json.loads(line)["case"] for line in done.stdout.splitlines()]
    assert cases == ["source-memo", "source-memo-completed", "source-memo"]


def test_the_law_of_another_day_can_be_applied(memo: Path) -> None:
    done = kg("qualify", memo, "--format", "json", "--date", "2018-03-31")

    answer = json.loads(done.stdout)
    assert answer["date"] == "2018-03-31"
    assert answer["actors"]["managed-host"]["certification"]["answer"] == "no"


def test_conclusions_can_be_drawn_from_the_law_alone(root: Path) -> None:
    case = root / "tests/cases/mere-backup-calls-for-the-certificate-and-not-for-the-approval.yaml"

    whole, floored = (
        json.loads(kg("qualify", case, "--format", "json", "--authority", floor).stdout)
        for floor in ("analysis", "law")
    )

    assert whole["actors"]["archiver"]["certification"]["answer"] == "yes"
    assert floored["actors"]["archiver"]["certification"]["answer"] == "no"


def test_a_case_without_a_date_is_answered_under_the_law_of_today(file: Path) -> None:
    done = kg("qualify", file, "--format", "json")

    assert done.returncode == 0
    assert json.loads(done.stdout)["date"] > "2020-01-01"


def test_what_is_expected_of_a_case_is_not_read(file: Path) -> None:
    before = kg("qualify", file, "--format", "json", "--date", DAY)
    file.write_text(EMPTY + "expect: {nonsense: [1]}\nwhy: because\n", encoding="utf-8")

    assert kg("qualify", file, "--format", "json", "--date", DAY).stdout == before.stdout


@pytest.mark.parametrize(("lang", "words"), [("fr", "n’est pas"), ("en", "is no")])
def test_an_actor_is_explained_down_to_facts_and_provisions(
    memo: Path, lang: str, words: str
) -> None:
    done = kg("explain", memo, "publisher", "--lang", lang)

    assert done.returncode == 0
    assert done.stderr == ""
    assert words in done.stdout
    assert "R. 1111-11" in done.stdout
    assert "services.saas" in done.stdout


def test_an_unknown_actor_is_refused_with_those_of_the_case(memo: Path) -> None:
    message = refused(kg("explain", memo, "publishr"))

    assert str(memo) in message
    assert "publishr" in message
    assert "client, publisher, managed-host" in message


NOT_FILES = [("missing", "no such file", "n’existe pas"), ("folder", "folder", "dossier")]


@pytest.mark.parametrize(("what", "english", "french"), NOT_FILES)
def test_what_is_no_file_is_refused(tmp_path: Path, what: str, english: str, french: str) -> None:
    path = tmp_path / what
    if what == "folder":
        path.mkdir()

    for lang, words in (("en", english), ("fr", french)):
        message = refused(kg("qualify", path, lang=lang))
        assert str(path) in message
        assert words in message


@pytest.mark.parametrize(
    "content",
    [b"", b"\n# nothing\n", b"\x00\x01\xff\xfe\x80binary", b"\x89PNG\r\n\x1a\n\x00\x00", b"[1, 2]"],
    ids=["empty", "only a comment", "binary", "a picture", "a list"],
)
@pytest.mark.parametrize("command", ["qualify", "explain"])
def test_what_is_no_case_is_refused(tmp_path: Path, command: str, content: bytes) -> None:
    path = tmp_path / "case.yaml"
    path.write_bytes(content)

    actor = ["clinic"] if command == "explain" else []
    message = refused(kg(command, path, *actor))

    assert str(path) in message


@pytest.mark.parametrize(
    ("lang", "near"), [("en", "Did you mean “actors”?"), ("fr", "Vouliez-vous dire « actors » ?")]
)
def test_a_wrong_key_is_refused_with_its_line_and_the_nearest_one(
    file: Path, lang: str, near: str
) -> None:
    file.write_text(EMPTY + "actor: {}\n", encoding="utf-8")

    message = refused(kg("qualify", file, lang=lang))

    assert f"{file}:4:" in message
    assert near in message


def test_every_fault_of_every_case_is_told_at_once(file: Path, tmp_path: Path) -> None:
    file.write_text(EMPTY + "actor: {}\ncomplete: maybe\n", encoding="utf-8")
    other = tmp_path / "missing.yaml"

    message = refused(kg("qualify", file, other))

    assert f"{file}:4:" in message
    assert f"{file}:5:" in message
    assert str(other) in message


def test_an_actor_that_the_case_does_not_have_is_refused_with_its_line(file: Path) -> None:
    file.write_text(EMPTY + "services:\n  saas: {provider: clinik}\n", encoding="utf-8")

    message = refused(kg("qualify", file))

    assert f"{file}:5:" in message
    assert "clinik" in message
    assert "Did you mean “clinic”?" in message


@pytest.mark.parametrize("day", ["23/11/2026", "2026-02-30", "demain", "2026-11-23T00:00"])
@pytest.mark.parametrize(("lang", "words"), [("en", "is not a day"), ("fr", "n’est pas un jour")])
def test_what_is_no_day_is_refused(file: Path, day: str, lang: str, words: str) -> None:
    message = refused(kg("qualify", file, "--date", day, lang=lang))

    assert day in message
    assert words in message


def test_a_date_that_is_none_is_refused_with_its_line(file: Path) -> None:
    file.write_text(EMPTY + "date: 2026-02-30\n", encoding="utf-8")

    message = refused(kg("qualify", file))

    assert f"{file}:4:" in message
    assert "2026-02-30" in message


@pytest.mark.parametrize(("lang", "words"), [("en", "before the regime"), ("fr", "précède")])
def test_a_day_before_the_regime_is_refused(file: Path, lang: str, words: str) -> None:
    message = refused(kg("qualify", file, "--date", "2001-01-01", lang=lang))

    assert words in message
    assert "2002" in message


def test_a_case_dated_before_the_regime_is_refused_by_its_name(file: Path) -> None:
    file.write_text(EMPTY + "date: 2001-01-01\n", encoding="utf-8")

    message = refused(kg("qualify", file))

    assert str(file) in message
    assert "before the regime" in message


@pytest.mark.parametrize(("lang", "words"), [("en", "no rank"), ("fr", "pas un rang")])
def test_an_unknown_authority_is_refused_with_those_there_are(
    file: Path, lang: str, words: str
) -> None:
    message = refused(kg("qualify", file, "--authority", "decree", lang=lang))

    assert words in message
    assert "law, regulation, standard, case_law, doctrine, analysis" in message


@pytest.mark.parametrize("arguments", [["qualify"], ["qualify", "--nonsense"], ["explain", "a"]])
def test_a_command_used_wrongly_is_refused(arguments: list[str]) -> None:
    assert refused(kg(*arguments))


def test_a_language_that_nobody_speaks_here_is_refused(file: Path) -> None:
    message = refused(kg("qualify", file, lang="de"))

    assert "HDS_LANG" in message
