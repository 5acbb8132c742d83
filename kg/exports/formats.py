"""Choosing a format by its name."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import TypeVar

from kg.errors import ExportError, Fault

__all__ = ["pick"]

Writer = TypeVar("Writer")


def pick(writers: Mapping[str, Writer], name: str) -> Writer:
    """Return the writer of a format.

    Raises:
        ExportError: there is none, with those that there are and the nearest.
    """
    if name in writers:
        return writers[name]
    allowed = ", ".join(writers)
    near = get_close_matches(name, writers, n=1)
    raise ExportError(
        Fault(
            fr=f"« {name} » n’est pas un format admis ici. Formats admis : {allowed}."
            + (f" Vouliez-vous dire « {near[0]} » ?" if near else ""),
            en=f"“{name}” is no format allowed here. Allowed formats: {allowed}."
            + (f" Did you mean “{near[0]}”?" if near else ""),
            key="--format",
        )
    )
