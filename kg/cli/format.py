"""`kg format`: the Turtle files of the ontology in their canonical layout."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from kg.errors import HdsError, OntologyError
from kg.settings import read_settings
from kg.store.turtle import canonical

__all__ = ["format_turtle"]


def format_turtle(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="Turtle files; by default, those of the ontology.", show_default=False),
    ] = None,
    *,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit 1 where a file would change.")
    ] = False,
) -> None:
    """Write Turtle files in their canonical layout (which has no comments)."""
    files = paths or sorted(read_settings().ontology.rglob("*.ttl"))
    changed = [path for path in files if _lay_out(path, write=not check)]
    for path in changed:
        typer.echo(path)
    if check and changed:
        raise typer.Exit(1)


def _lay_out(path: Path, *, write: bool) -> bool:
    """Tell whether the file was in another layout than the canonical one."""
    text = path.read_text(encoding="utf-8")
    wanted = _canonical(path, text)
    if write and wanted != text:
        path.write_text(wanted, encoding="utf-8", newline="\n")
    return wanted != text


def _canonical(path: Path, text: str) -> str:
    try:
        return canonical(text)
    except HdsError as error:
        faults = (replace(fault, file=str(path)) for fault in error.faults)
        raise OntologyError(*faults) from error
