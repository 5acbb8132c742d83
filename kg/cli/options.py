"""Options that several commands share."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from kg.domain.cases import Case
from kg.domain.texts import Language
from kg.errors import Fault, UsageError

__all__ = ["AUTHORITY", "CASES", "DATE", "LANG", "Lang", "day_of", "language", "today"]


class Lang(StrEnum):
    """A language of the reports."""

    FR = "fr"
    EN = "en"


CASES: TypeAlias = Annotated[
    list[Path], typer.Argument(help="Case files (YAML or JSON).", show_default=False)
]
DATE: TypeAlias = Annotated[
    str, typer.Option("--date", metavar="DAY", help="The day whose law is applied: 2026-11-23.")
]
AUTHORITY: TypeAlias = Annotated[
    str,
    typer.Option(
        "--authority",
        metavar="LEVEL",
        help="Conclude from sources of this rank and above: law, regulation, standard, "
        "case_law, doctrine, analysis.",
    ),
]
LANG: TypeAlias = Annotated[Lang | None, typer.Option("--lang", help="Language of the report.")]


def today() -> date:
    """Return the day it is here: only commands and the app may know it."""
    return date.today()  # noqa: DTZ011 - the law changes at midnight where its reader is


def day_of(text: str, case: Case | None = None) -> date:
    """Return the day asked for, else the case's own, else today.

    Raises:
        UsageError: the text is no day.
    """
    if not text:
        return (case.day if case is not None else None) or today()
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(
            Fault(
                fr=f"« {text} » n’est pas un jour. Écrivez-le ainsi : 2026-11-23.",
                en=f"“{text}” is not a day. Write it so: 2026-11-23.",
                key="--date",
            )
        ) from error


def language(asked: Lang | None, default: Language) -> Language:
    """Return the language asked for, else the default one."""
    if asked is None:
        return default
    return "fr" if asked is Lang.FR else "en"
