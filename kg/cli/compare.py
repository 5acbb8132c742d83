"""`kg compare`: what changes between two cases, two days, two floors or two readings, and why."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import LANG, day_of, language
from kg.errors import Fault, UsageError
from kg.services.cases import load_case
from kg.services.compare import Asked, compare, comparison_as_json, comparison_as_text
from kg.services.workspace import Workspace, open_workspace
from kg.settings import read_settings

__all__ = ["compare_command"]

_MOST = 2


class Format(StrEnum):
    """A format of the comparison."""

    TEXT = "text"
    JSON = "json"


def compare_command(
    cases: Annotated[list[Path], typer.Argument(help="One case file, or two.", show_default=False)],
    *,
    days: Annotated[
        list[str] | None,
        typer.Option("--date", metavar="DAY", help="The day whose law is applied; twice for two."),
    ] = None,
    floors: Annotated[
        list[str] | None,
        typer.Option("--authority", metavar="LEVEL", help="The lowest rank; twice for two."),
    ] = None,
    readings: Annotated[
        list[str] | None,
        typer.Option("--reading", metavar="ID", help="A reading to retain; twice for two."),
    ] = None,
    lang: LANG = None,
    form: Annotated[Format, typer.Option("--format", help="Text, or one JSON object.")] = (
        Format.TEXT
    ),
) -> None:
    """Say what changes from a first answer to a second, for whom, and on what it rests.

    An option given once counts for both. Examples: kg compare before.yaml after.yaml

    kg compare case.yaml --date 2025-06-30 --date 2025-07-01
    """
    settings = read_settings()
    pairs = [_pair("--date", days), _pair("--authority", floors), _pair("--reading", readings)]
    sides = _sides(_pair("CASE", [str(path) for path in cases]), pairs)
    workspace = open_workspace(settings)
    comparison = compare(workspace, *(_asked(workspace, *side) for side in sides))
    if form is Format.JSON:
        typer.echo(comparison_as_json(comparison))
    else:
        typer.echo(comparison_as_text(comparison, language(lang, settings.lang)))


def _sides(
    paths: tuple[str, str], pairs: list[tuple[str, str]]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the two sides: a case file, a day, a floor, a reading."""
    if not any(before != after for before, after in (paths, *pairs)):
        pairs = [*pairs[:-1], ("", _something(pairs[-1][1]))]
    return tuple(pair[0] for pair in (paths, *pairs)), tuple(pair[1] for pair in (paths, *pairs))


def _asked(workspace: Workspace, path: str, day: str, floor: str, reading: str) -> Asked:
    case = load_case(workspace, Path(path))
    return Asked(case=case, day=day_of(day, case), floor=floor, reading=reading)


def _pair(key: str, values: list[str] | None) -> tuple[str, str]:
    """Return what is asked of the first side and of the second."""
    given = values or [""]
    if len(given) > _MOST:
        raise UsageError(
            Fault(
                fr=f"une comparaison a deux côtés, et {key} est donné {len(given)} fois. "
                "Donnez-le deux fois au plus.",
                en=f"a comparison has two sides, and {key} is given {len(given)} times. "
                "Give it twice at the most.",
                key=key,
            )
        )
    return given[0], given[-1]


def _something(reading: str) -> str:
    if not reading:
        raise UsageError(
            Fault(
                fr="rien à comparer : les deux côtés sont les mêmes. Donnez un second dossier, un "
                "second --date ou un second --authority, ou une lecture (--reading).",
                en="nothing to compare: the two sides are the same. Give a second case, a second "
                "--date or a second --authority, or a reading (--reading).",
                key="CASE",
            )
        )
    return reading
