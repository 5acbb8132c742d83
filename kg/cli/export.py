"""`kg export`: the graph, or a case, in a file of another format."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from kg.cli.options import DATE, LANG, day_of, language
from kg.services.cases import load_case
from kg.services.export import (
    export,
    export_case,
    export_parts,
    formats_of_cases,
    formats_of_the_law,
    write_file,
    write_files,
)
from kg.services.workspace import open_workspace
from kg.settings import read_settings

__all__ = ["export_command"]

_STANDARD_OUTPUT = "-"

_CASE: TypeAlias = Annotated[
    Path | None,
    typer.Argument(
        help="Case file; by default, the ontology and the texts.",
        metavar="CASE",
        show_default=False,
    ),
]
_FORMAT: TypeAlias = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help=f"Of the law: {', '.join(formats_of_the_law())}. "
        f"Of a case: {', '.join(formats_of_cases())}.",
    ),
]
_OUTPUT: TypeAlias = Annotated[
    str,
    typer.Option(
        "--output",
        metavar="PATH",
        help="The file to write, whole or not at all; “-” for standard output. A folder (“hds/”) "
        "or an archive (“hds.zip”) takes the law in several files: by module, by wording.",
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
    lang: LANG = None,
) -> None:
    """Write the law, or what a case states and leads to, in a format of other tools.

    Example: kg export --format turtle --output hds.ttl
    """
    workspace = open_workspace(read_settings())
    on = day_of(day) if day else None
    if case is None and _is_folder(output):
        files = export_parts(workspace, form, on=on, inferred=inferred)
        write_files(Path(output), files)
        typer.echo(f"{output}: {len(files)} files", err=True)
    elif case is None:
        _write(output, export(workspace, form, on=on, inferred=inferred))
    else:
        said = language(lang, workspace.settings.lang)
        described = load_case(workspace, case)
        on = day_of(day, described)
        _write(
            output,
            export_case(workspace, form, described, on=on, inferred=inferred, lang=said),
        )


def _is_folder(output: str) -> bool:
    """Tell whether several files are asked for: `hds/`, a folder that is there, an archive."""
    return output.endswith((os.sep, "/", ".zip")) or Path(output).is_dir()


def _write(output: str, content: bytes) -> None:
    if output == _STANDARD_OUTPUT:
        typer.echo(content, nl=False)
        return
    write_file(Path(output), content)
    typer.echo(f"{output}: {len(content)} bytes", err=True)
