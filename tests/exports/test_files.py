"""A file is written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import ExportError
from kg.exports.files import write_file


def test_a_file_holds_what_was_written(tmp_path: Path) -> None:
    write_file(tmp_path / "hébergeur.ttl", b"new")

    assert (tmp_path / "hébergeur.ttl").read_bytes() == b"new"


def test_a_file_that_stands_is_replaced_and_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    path.write_bytes(b"old")
    path.chmod(0o640)

    write_file(path, b"new")

    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert [file.name for file in tmp_path.iterdir()] == ["a.ttl"]


def test_a_link_goes_on_leading_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_bytes(b"old")
    (tmp_path / "link.ttl").symlink_to("a.ttl")

    write_file(tmp_path / "link.ttl", b"new")

    assert (tmp_path / "link.ttl").is_symlink()
    assert (tmp_path / "a.ttl").read_bytes() == b"new"


def test_a_missing_folder_is_refused_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(ExportError) as caught:
        write_file(tmp_path / "nowhere" / "a.ttl", b"new")

    assert "does not exist" in caught.value.say("en")
    assert "n’existe pas" in caught.value.say("fr")
    assert not list(tmp_path.iterdir())


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="folder"):
        write_file(tmp_path, b"new")


def test_a_file_that_cannot_be_replaced_is_left_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.ttl"
    path.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(ExportError, match="No space left"):
        write_file(path, b"new")

    assert path.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["a.ttl"]
