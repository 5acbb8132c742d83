"""What is no text, no single document, or could hide or multiply content is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.domain.case_format import CaseFormat
from kg.errors import CaseError, Fault
from kg.imports import read_case_file

Refusal = Callable[[str | bytes], tuple[Fault, ...]]
HEAD = "format: hds-case/1\nid: x\n"


def why_not(path: Path, form: CaseFormat) -> Fault:
    """Return the one reason why a file is not read."""
    with pytest.raises(CaseError) as caught:
        read_case_file(path, form=form)
    (found,) = caught.value.faults
    assert found.file == str(path)
    return found


def test_a_file_is_read_from_the_disk(tmp_path: Path, form: CaseFormat) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(HEAD, encoding="utf-8")

    case = read_case_file(path, form=form)

    assert (case.id, case.source) == ("x", str(path))


def test_a_missing_file_is_named_with_the_nearest_beside_it(
    tmp_path: Path, form: CaseFormat
) -> None:
    (tmp_path / "editeur.yaml").write_text(HEAD, encoding="utf-8")

    found = why_not(tmp_path / "editeurs.yaml", form)

    assert "there is no such file. Did you mean" in found.en
    assert "editeur.yaml" in found.fr


def test_a_file_of_a_missing_folder_is_refused(tmp_path: Path, form: CaseFormat) -> None:
    assert "Check the path" in why_not(tmp_path / "nowhere" / "a.yaml", form).en


def test_a_folder_is_refused(tmp_path: Path, form: CaseFormat) -> None:
    assert "this is a folder" in why_not(tmp_path, form).en


def test_a_path_that_the_system_cannot_take_is_refused(tmp_path: Path, form: CaseFormat) -> None:
    assert "cannot be read" in why_not(tmp_path / ("a" * 5000), form).en


def test_a_file_larger_than_one_megabyte_is_refused(tmp_path: Path, form: CaseFormat) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"#" * 1_000_001)

    assert "larger than 1 MB" in why_not(path, form).en


@pytest.mark.parametrize(
    ("data", "line", "words"),
    [
        (b"", 0, "this file is empty"),
        (b"# only a comment\n", 0, "this file is empty"),
        (b"---\n...\n", 0, "this file is empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", 0, "this file is not text"),
        ("id: été\n".encode("latin-1"), 1, "not encoded in UTF-8"),
        ("format: hds-case/1\ntitle: été\n".encode("cp1252"), 2, "not encoded in UTF-8"),
        (HEAD.encode("utf-16"), 0, "not encoded in UTF-8"),
    ],
)
def test_what_is_no_text_is_refused(refusal: Refusal, data: bytes, line: int, words: str) -> None:
    (found,) = refusal(data)

    assert found.line == line
    assert words in found.en


@pytest.mark.parametrize(
    ("rest", "line", "words"),
    [
        ("actors: &all {a: {}}\n", 3, "the anchor “&all” is not allowed"),
        ("title: !!python/name:os.system a\n", 3, "is not allowed; take it out"),
        ("title: ! a\n", 3, "the tag “!” is not allowed"),
        ("id: y\n", 3, "the key “id” is already given on line 2"),
        ("actors: {a: {}, a: {}}\n", 3, "the key “a” is already given on line 3"),
        ("---\nformat: hds-case/1\n", 3, "a second document begins here"),
        ("? [a, b]\n: c\n", 3, "a key must be a word"),
        ("actors: {a: [}\n", 3, "the YAML syntax is wrong"),
        ("actors:\n\ta: {}\n", 4, "the YAML syntax is wrong"),
        ('title: "\\UFFFFFFFF"\n', 0, "the YAML syntax is wrong"),
        ("expect: " + "[" * 25 + "]" * 25 + "\n", 3, "more than 20 levels"),
    ],
)
def test_what_could_hide_or_multiply_content_is_refused(
    refusal: Refusal, rest: str, line: int, words: str
) -> None:
    (found,) = refusal(HEAD + rest)

    assert found.line == line
    assert words in found.en


def test_an_alias_is_refused_and_nothing_is_read_in_its_place(refusal: Refusal) -> None:
    found = refusal(HEAD + "actors: {a: &a {country: FR}, b: *a}\n")

    assert [fault.key for fault in found] == ["actors.a", "actors.b"]
    assert "the alias “*a” is not allowed" in found[1].en


@pytest.mark.parametrize("sign", ["[", "{a: ", "- ", "? ", "a:\n "])
def test_a_file_nested_without_end_is_refused_at_once(refusal: Refusal, sign: str) -> None:
    assert refusal(sign * 100_000)


def test_yaml_1_1_does_not_turn_norway_into_a_no(refusal: Refusal) -> None:
    text = "%YAML 1.1\n---\n" + HEAD + "actors: {a: {country: NO, contry: FR}}\n"

    (found,) = refusal(text)

    assert found.key == "actors.a.contry"
