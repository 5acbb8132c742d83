"""A release is written whole or not at all, and opened as it was written or not at all."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import ReleaseError
from kg.store.datasets import GRAPHS, Dataset
from kg.store.releases import NEWEST, open_release, write_release

SHAPES = f"{GRAPHS}shapes"
CASES = f"{GRAPHS}cases"
TIMES_KILLED = 12

BUILDER = """
import itertools, sys
from pathlib import Path
from tests.store.test_releases import a_dataset, write
for number in itertools.count(int(sys.argv[2])):
    write(Path(sys.argv[1]), a_dataset(number))
    print(number, flush=True)
"""


def a_dataset(number: int = 0) -> Dataset:
    """Two graphs of some hundred triples, of which the first is stated."""
    store = ox.Store()
    for n in range(300):
        node, value = ox.BlankNode(), ox.Literal(f"« {number}.{n} »\n", language="fr")
        for name, subject in ((SHAPES, node), (CASES, ox.NamedNode(f"urn:{n}"))):
            store.add(ox.Quad(subject, ox.NamedNode("urn:p"), value, ox.NamedNode(name)))
    return Dataset(store=store, stated=(SHAPES,))


def write(folder: Path, dataset: Dataset, versions: Mapping[str, str] | None = None) -> str:
    built = "2026-11-23T00:00:00+00:00"
    return write_release(folder, dataset, versions=versions or {}, built=built).name


def test_the_same_triples_are_the_same_release_whatever_their_blank_nodes(tmp_path: Path) -> None:
    names = {write(tmp_path, a_dataset()) for _ in range(2)}

    assert len(names) == 1
    assert write(tmp_path, a_dataset(1)) not in names


def test_what_was_written_is_what_is_opened_and_the_newest_is_the_one_opened(
    tmp_path: Path,
) -> None:
    older = write(tmp_path, a_dataset())
    newer = write(tmp_path, a_dataset(1), {"python": "3"})

    release = open_release(tmp_path)

    assert release.manifest.name == newer
    assert dict(release.manifest.triples) == {CASES: 300, SHAPES: 300}
    assert release.manifest.versions == {"python": "3"}
    assert len(release.graph()) == 300
    assert open_release(tmp_path / older).manifest.name == older


@pytest.mark.parametrize("file", ["graph.nq", "manifest.json"])
def test_a_file_changed_anywhere_is_refused_by_its_name(tmp_path: Path, file: str) -> None:
    path = tmp_path / write(tmp_path, a_dataset()) / file
    whole = path.read_bytes()
    dice = random.Random(7)  # noqa: S311 - a place to damage
    for _ in range(50):
        place = dice.randrange(len(whole))
        flipped = bytes([whole[place] ^ 1 << dice.randrange(8)])
        for damaged in (whole[:place], whole[:place] + flipped + whole[place + 1 :]):
            path.write_bytes(damaged)

            with pytest.raises(ReleaseError) as refused:
                open_release(tmp_path)

            assert str(path) in refused.value.say("fr")
            assert "kg build" in refused.value.say("en")


@pytest.mark.parametrize("file", ["graph.nq", "manifest.json", ""])
def test_a_release_that_lacks_a_file_is_refused_by_its_name(tmp_path: Path, file: str) -> None:
    release = tmp_path / write(tmp_path, a_dataset())
    (release / file if file else release).rename(tmp_path / "elsewhere")

    with pytest.raises(ReleaseError, match=release.name):
        open_release(tmp_path)


def test_a_damaged_release_is_mended_by_building_it_again(tmp_path: Path) -> None:
    name = write(tmp_path, a_dataset())
    (tmp_path / name / "graph.nq").write_bytes(b"")

    write(tmp_path, a_dataset())

    assert open_release(tmp_path).manifest.name == name
    assert {path.name for path in tmp_path.iterdir()} == {name, NEWEST, ".lock"}


def test_a_builder_killed_at_any_moment_leaves_the_last_release_whole(
    tmp_path: Path, root: Path
) -> None:
    write(tmp_path, a_dataset())
    dice = random.Random()  # noqa: S311 - a moment to kill at
    for turn in range(TIMES_KILLED):
        command = [sys.executable, "-c", BUILDER, str(tmp_path), str(turn * 1000)]
        with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as builder:
            assert builder.stdout is not None
            first = builder.stdout.readline()
            time.sleep(dice.random() / 10)
            builder.kill()
            done = [first, *builder.stdout.read().splitlines()]

        release = open_release(tmp_path)

        values = {str(term) for _, _, term in release.graph().triples()}
        last = int(done[-1])
        assert len(values) == 300
        assert any(f"« {n}.0 »" in str(values) for n in (last, last + 1))
    write(tmp_path, a_dataset(-1))
    assert not list(tmp_path.glob(".building-*"))


def test_a_folder_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    with pytest.raises(ReleaseError, match="--output"):
        write(tmp_path / "file" / "releases", a_dataset())
