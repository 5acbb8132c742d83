"""`kg build`: a release, written whole or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from kg.services.build import build
from kg.services.workspace import open_workspace
from kg.settings import read_settings

__all__ = ["build_command"]


def build_command(
    *,
    output: Annotated[
        Path, typer.Option("--output", metavar="FOLDER", help="Where the releases lie.")
    ] = Path("releases"),
) -> None:
    """Build a release of the graph: every process that opens it reads the same, for good.

    Example: kg build && HDS_RELEASE=releases kg serve
    """
    workspace = open_workspace(replace(read_settings(), release=None))
    manifest = build(workspace, output, at=datetime.now(UTC))
    typer.echo(str(output / manifest.name))
    count = sum(manifest.triples.values())
    typer.echo(f"{count} triples, {len(manifest.triples)} graphs, {manifest.digest}", err=True)
