"""`kg audit`: what the citations and the claims of a text are worth on a day."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import DATE, LANG, day_of, language
from kg.services.audit import audit, audit_as_json, audit_as_text, read_file
from kg.services.workspace import open_workspace
from kg.settings import read_settings

__all__ = ["audit_command"]


class Format(StrEnum):
    """A format of the report."""

    TEXT = "text"
    JSON = "json"


def audit_command(
    file: Annotated[
        Path, typer.Argument(help="A text: .txt, .md, .docx or .pdf.", show_default=False)
    ],
    *,
    day: DATE = "",
    lang: LANG = None,
    form: Annotated[Format, typer.Option("--format", help="Text, or one JSON object.")] = (
        Format.TEXT
    ),
) -> None:
    """Check a text: is the law that it cites in force, do its claims hold? Exit 1 if not.

    Example: kg audit memo.docx --date 2026-11-23 --lang en
    """
    settings = read_settings()
    on = day_of(day)
    text = read_file(file)
    report = audit(open_workspace(settings), text, on=on)
    if form is Format.JSON:
        typer.echo(audit_as_json(report))
    else:
        typer.echo(audit_as_text(report, language(lang, settings.lang)))
    if not report.is_clean:
        raise typer.Exit(1)
