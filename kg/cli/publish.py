"""`kg publish`: a release into another server, for whoever wants a bigger engine."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.services.publish import publish
from kg.settings import read_settings

__all__ = ["publish_command"]


def publish_command(
    url: Annotated[
        str,
        typer.Argument(metavar="URL", help="The graph store of the server.", show_default=False),
    ],
    *,
    release: Annotated[
        Path | None,
        typer.Option(
            "--release",
            metavar="PATH",
            help="A release, or the folder they lie in.",
            show_default="HDS_RELEASE, else releases",
        ),
    ] = None,
) -> None:
    """Put a release into a SPARQL server, each graph whole (Graph Store HTTP Protocol).

    Example: kg build && kg publish http://127.0.0.1:7878/store
    """
    place = release or read_settings().release or Path("releases")
    manifest = publish(
        place, url, tell=lambda name, count: typer.echo(f"{count:>7} {name}", err=True)
    )
    typer.echo(manifest.name)
