"""Publish: a release into a server of somebody's, because he asks for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kg.domain.releases import Manifest
from kg.store.releases import open_release
from kg.store.remote_release import publish_release

__all__ = ["publish"]


def publish(path: Path, url: str, *, tell: Callable[[str, int], None]) -> Manifest:
    """Put the release at `path` into the graph store at `url`, and return what it says of itself.

    `tell` is called with the name and the triples of each graph that was put.

    Raises:
        ReleaseError: the release is missing or damaged, or the store does not take it.
    """
    release = open_release(path)
    publish_release(url, release, tell=tell)
    return release.manifest
