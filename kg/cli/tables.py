"""Results of queries on the terminal."""

from __future__ import annotations

import sys

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text as Line

from kg.domain.tables import Cell, QueryResult
from kg.services.ask import result_to_text
from kg.store.prefixes import shorten

__all__ = ["print_result", "print_rows"]

_WIDE = 10_000


def print_result(result: QueryResult, form: str) -> None:
    """Print a result as a person reads it (`table`), or in one of the formats of results."""
    if form != "table":
        typer.echo(result_to_text(result, form).rstrip("\n"))
    elif result.form == "ask":
        typer.echo("true" if result.truth else "false")
    elif result.form == "graph":
        typer.echo(result_to_text(result, "turtle"), nl=False)
    else:
        print_rows(result.columns, [[_cell(cell) for cell in row] for row in result.rows])


def print_rows(columns: tuple[str, ...], rows: list[list[str]]) -> None:
    """Print a table as wide as the screen; what is not a screen takes each row whole."""
    table = Table(*columns, box=None, pad_edge=False)
    for row in rows:
        table.add_row(*map(Line, row))
    console = Console() if sys.stdout.isatty() else Console(width=_WIDE, color_system=None)
    with console.capture() as captured:
        console.print(table)
    lines = captured.get().splitlines()
    typer.echo("\n".join(line.rstrip() for line in lines))


def _cell(cell: Cell) -> str:
    text = shorten(cell.text) if cell.kind == "iri" else cell.text
    return "".join(sign if sign.isprintable() else " " for sign in text)
