"""Releases on the disk: a folder each, written whole or not at all, checked whenever opened.

`<folder>/hds-<digest>/graph.nq` holds the triples in their canonical form and `manifest.json` says
what they are; `<folder>/newest` names the release to open.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.domain.releases import Manifest
from kg.errors import ReleaseError
from kg.store import release_faults as faults
from kg.store.datasets import Dataset
from kg.store.durable import alone, sync, write_synced
from kg.store.graph import Graph
from kg.store.manifests import read_manifest, write_manifest

__all__ = ["NEWEST", "Release", "open_release", "write_release"]

NEWEST = "newest"
_GRAPH, _MANIFEST, _DRAFT = "graph.nq", "manifest.json", ".building-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """A release that was checked: where it lies, what it says of itself, its N-Quads."""

    path: Path
    manifest: Manifest
    quads: bytes

    def stated(self) -> bytes:
        """Return the triples of the default graph, as N-Triples."""
        names = {name.encode() for name in self.manifest.stated}
        lines = (line[:-3].rpartition(b" <") for line in self.quads.splitlines())
        kept = sorted({triple for triple, _, name in lines if name in names})
        return b"".join(triple + b" .\n" for triple in kept)

    def graph(self) -> Graph:
        """Return the default graph; the named ones go with it to whoever asks in SPARQL."""
        graph = Graph(named=self.quads)
        graph.store.bulk_load(self.stated(), format=ox.RdfFormat.N_TRIPLES)
        return graph


def write_release(
    folder: Path, dataset: Dataset, *, versions: Mapping[str, str], built: str
) -> Manifest:
    """Write a release beside the others of a folder, make it the newest, and return its manifest.

    A builder that is killed leaves the others, and the newest among them, as they were.

    Raises:
        ReleaseError: nothing can be written there.
    """
    quads = _canonical(dataset)
    manifest = Manifest(
        digest=hashlib.sha256(quads).hexdigest(),
        built=built,
        triples=_counts(quads),
        stated=dataset.stated,
        versions=versions,
    )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with alone(folder):
            _write(folder, manifest, quads)
    except OSError as error:
        raise ReleaseError(faults.unwritable(folder, error)) from error
    return manifest


def _write(folder: Path, manifest: Manifest, quads: bytes) -> None:
    for left in folder.glob(f"{_DRAFT}*"):  # of a builder that was killed
        shutil.rmtree(left, ignore_errors=True)  # another builder may be at it
    draft = Path(tempfile.mkdtemp(prefix=_DRAFT, dir=folder))
    write_synced(draft / _GRAPH, quads)
    write_synced(draft / _MANIFEST, write_manifest(manifest))
    draft.chmod(0o755)
    sync(draft)
    place = folder / manifest.name
    if place.exists() and not _is_whole(place):
        place.rename(draft / "damaged")
        draft = draft.rename(draft.with_name(f"{draft.name}-whole"))
        shutil.rmtree(draft / "damaged")
    if place.exists():
        shutil.rmtree(draft)
    else:
        draft.rename(place)
    sync(folder)
    name = folder / f"{_DRAFT}{NEWEST}"
    write_synced(name, f"{manifest.name}\n".encode())
    name.replace(folder / NEWEST)
    sync(folder)


def _is_whole(place: Path) -> bool:
    try:
        open_release(place)
    except ReleaseError:
        return False
    return True


def open_release(path: Path) -> Release:
    """Return a release, whole as it was built; of a folder of releases, the newest.

    Raises:
        ReleaseError: there is none, or a file of it is missing or damaged; the file is named.
    """
    place = path
    if (path / NEWEST).is_file():
        place = path / _read(path / NEWEST).decode("utf-8", "replace").strip()
    if not place.is_dir():
        raise ReleaseError(faults.missing(place))
    manifest = read_manifest(_read(place / _MANIFEST), place / _MANIFEST)
    quads = _read(place / _GRAPH)
    if hashlib.sha256(quads).hexdigest() != manifest.digest:
        raise ReleaseError(faults.damaged(place / _GRAPH))
    return Release(path=place, manifest=manifest, quads=quads)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ReleaseError(faults.unreadable(path, error)) from error


def _canonical(dataset: Dataset) -> bytes:
    """Return the dataset as N-Quads, the same for the same triples (RDFC-1.0)."""
    quads = ox.Dataset(dataset.store)
    quads.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return "".join(sorted(f"{quad} .\n" for quad in quads)).encode()


def _counts(quads: bytes) -> dict[str, int]:
    names = (line[:-3].rpartition(b" <")[2] for line in quads.splitlines())
    return {name.decode(): count for name, count in sorted(Counter(names).items())}
