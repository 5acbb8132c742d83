"""A release: what is built once, never changed, and named by what it holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["Manifest"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a release says of itself.

    `digest` is the SHA-256 of its triples in canonical form (RDFC-1.0, N-Quads, sorted).
    `triples` counts them by graph; `stated` names the graphs that are the default graph.
    `versions` are those of the programs that made it; `built` is when, in UTC.
    """

    digest: str
    built: str
    triples: Mapping[str, int]
    stated: tuple[str, ...]
    versions: Mapping[str, str]

    @property
    def name(self) -> str:
        """The name of the release, and of its folder."""
        return f"hds-{self.digest[:16]}"
