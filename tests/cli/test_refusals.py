"""What `kg qualify` and `kg explain` refuse: exit 2, a message apart, no answer, no traceback."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import TypeAlias

import pytest

Program: TypeAlias = Callable[..., CompletedProcess[str]]


def refused(done: CompletedProcess[str]) -> str:
    """Return the message of a refusal."""
    assert done.returncode == 2
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    return done.stderr


def add(file: Path, lines: str) -> None:
    """Add lines to a case."""
    file.write_text(file.read_text(encoding="utf-8") + lines, encoding="utf-8")


def test_an_unknown_actor_is_refused_with_those_of_the_case(kg: Program, memo: Path) -> None:
    message = refused(kg("explain", memo, "publishr"))

    assert str(memo) in message
    assert "publishr" in message
    assert "client, publisher, managed-host" in message


NOT_FILES = [("missing", "no such file", "n’existe pas"), ("folder", "folder", "dossier")]


@pytest.mark.parametrize(("what", "english", "french"), NOT_FILES)
def test_what_is_no_file_is_refused(
    kg: Program, tmp_path: Path, what: str, english: str, french: str
) -> None:
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
def test_what_is_no_case_is_refused(
    kg: Program, tmp_path: Path, command: str, content: bytes
) -> None:
    path = tmp_path / "case.yaml"
    path.write_bytes(content)

    actor = ["clinic"] if command == "explain" else []
    message = refused(kg(command, path, *actor))

    assert str(path) in message


@pytest.mark.parametrize(
    ("lang", "near"), [("en", "Did you mean “actors”?"), ("fr", "Vouliez-vous dire « actors » ?")]
)
def test_a_wrong_key_is_refused_with_its_line_and_the_nearest_one(
    kg: Program, file: Path, lang: str, near: str
) -> None:
    add(file, "actor: {}\n")

    message = refused(kg("qualify", file, lang=lang))

    assert f"{file}:4:" in message
    assert near in message


def test_every_fault_of_every_case_is_told_at_once(kg: Program, file: Path, tmp_path: Path) -> None:
    add(file, "actor: {}\ncomplete: maybe\n")
    other = tmp_path / "missing.yaml"

    message = refused(kg("qualify", file, other))

    assert f"{file}:4:" in message
    assert f"{file}:5:" in message
    assert str(other) in message


def test_an_actor_that_the_case_does_not_have_is_refused_with_its_line(
    kg: Program, file: Path
) -> None:
    add(file, "services:\n  saas: {provider: clinik}\n")

    message = refused(kg("qualify", file))

    assert f"{file}:5:" in message
    assert "clinik" in message
    assert "Did you mean “clinic”?" in message


@pytest.mark.parametrize("day", ["23/11/2026", "2026-02-30", "demain", "2026-11-23T00:00"])
@pytest.mark.parametrize(("lang", "words"), [("en", "is not a day"), ("fr", "n’est pas un jour")])
def test_what_is_no_day_is_refused(
    kg: Program, file: Path, day: str, lang: str, words: str
) -> None:
    message = refused(kg("qualify", file, "--date", day, lang=lang))

    assert day in message
    assert words in message


def test_a_date_that_is_none_is_refused_with_its_line(kg: Program, file: Path) -> None:
    add(file, "date: 2026-02-30\n")

    message = refused(kg("qualify", file))

    assert f"{file}:4:" in message
    assert "2026-02-30" in message


@pytest.mark.parametrize(("lang", "words"), [("en", "before the regime"), ("fr", "précède")])
def test_a_day_before_the_regime_is_refused(kg: Program, file: Path, lang: str, words: str) -> None:
    message = refused(kg("qualify", file, "--date", "2001-01-01", lang=lang))

    assert words in message
    assert "2002" in message


def test_a_case_dated_before_the_regime_is_refused_by_its_name(kg: Program, file: Path) -> None:
    add(file, "date: 2001-01-01\n")

    message = refused(kg("qualify", file))

    assert str(file) in message
    assert "before the regime" in message


@pytest.mark.parametrize(("lang", "words"), [("en", "no rank"), ("fr", "pas un rang")])
def test_an_unknown_authority_is_refused_with_those_there_are(
    kg: Program, file: Path, lang: str, words: str
) -> None:
    message = refused(kg("qualify", file, "--authority", "decree", lang=lang))

    assert words in message
    assert "law, regulation, standard, case_law, doctrine, analysis" in message


@pytest.mark.parametrize("arguments", [["qualify"], ["qualify", "--nonsense"], ["explain", "a"]])
def test_a_command_used_wrongly_is_refused(kg: Program, arguments: list[str]) -> None:
    assert refused(kg(*arguments))


def test_a_language_that_nobody_speaks_here_is_refused(kg: Program, file: Path) -> None:
    message = refused(kg("qualify", file, lang="de"))

    assert "HDS_LANG" in message
