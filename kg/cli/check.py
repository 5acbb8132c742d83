"""`kg check`: the ontology's own health."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli.options import LANG, language
from kg.services.check import Health, check
from kg.services.workspace import open_workspace
from kg.settings import read_settings

__all__ = ["check_command"]


def check_command(
    *,
    reference: Annotated[
        bool, typer.Option("--hermit/--no-hermit", help="Ask the reference reasoner as well.")
    ] = True,
    lang: LANG = None,
) -> None:
    """Check the ontology: its terms, its sources, what the engine takes, what HermiT finds.

    Example: kg check --no-hermit
    """
    settings = read_settings()
    health = check(open_workspace(settings), reference=reference)
    for line in _lines(health):
        typer.echo(line)
    for fault in (*health.faults, *health.unanswered):
        typer.echo(fault.say(language(lang, settings.lang)), err=True)
    if health.unanswered:
        raise typer.Exit(2)
    if health.faults:
        raise typer.Exit(1)


def _lines(health: Health) -> list[str]:
    return [
        f"terms        {health.terms}",
        f"definitions  {health.definitions}",
        f"notions      {health.notions}",
        f"grounds      {health.grounds}",
        f"readings     {health.readings}",
        f"axioms       {_counts(health.axioms)}",
        f"taken        {_counts(health.constructs)}; refused: none",
        f"not taken    {', '.join(health.refusable)}",
        f"reference    {health.reference}",
        f"defects      {len(health.faults)}",
    ]


def _counts(counts: tuple[tuple[str, int], ...]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts)
