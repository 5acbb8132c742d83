"""`kg export`: the graph, or a case, in a file of another format."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from kg.cli.options import DATE, day_of
from kg.services.cases import load_case
from kg.services.export import EXPORT_FORMATS, export, write_file
from kg.services.workspace import open_workspace
from kg.settings import read_settings

__all__ = ["export_command"]

_STANDARD_OUTPUT = Path("-")


_CASE: TypeAlias = Annotated[
    Path | None,
    typer.Argument(
        help="Case file; by default, the ontology and the texts.",
        metavar="CASE",
        show_default=False,
    ),
]
_FORMAT: TypeAlias = Annotated[
    str, typer.Option("--format", metavar="FORMAT", help=f"One of: {', '.join(EXPORT_FORMATS)}.")
]
_OUTPUT: TypeAlias = Annotated[
    Path,
    typer.Option(
        "--output",
        metavar="PATH",
        help="The file to write, whole or not at all; “-” for standard output.",
    ),
]
_INFERRED: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--inferred", help="Add what follows: a case's conclusions; the ontology's super-classes."
    ),
]


def export_command(
    case: _CASE = None,
    *,
    form: _FORMAT,
    output: _OUTPUT,
    inferred: _INFERRED = False,
    day: DATE = "",
) -> None:
    """Write the graph, or what a case states and leads to, as RDF.

    Example: kg export --format turtle --output hds.ttl
    """
    workspace = open_workspace(read_settings())
    described = load_case(workspace, case) if case is not None else None
    content = export(
        workspace,
        form,
        case=described,
        on=day_of(day, described) if described is not None else None,
        inferred=inferred,
    )
    if output == _STANDARD_OUTPUT:
        typer.echo(content, nl=False)
        return
    write_file(output, content)
    typer.echo(f"{output}: {len(content)} bytes", err=True)
