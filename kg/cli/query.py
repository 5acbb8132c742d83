"""`kg query`: SPARQL over the graph."""

from __future__ import annotations

import sys
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text as Line

from kg.domain.tables import Cell, QueryResult
from kg.errors import Fault, UsageError
from kg.services.ask import RESULT_FORMATS, ask, example_queries, result_to_text
from kg.services.workspace import Workspace, open_workspace
from kg.settings import read_settings
from kg.store.prefixes import shorten

__all__ = ["query_command"]

_FORMATS = ", ".join(("table", *RESULT_FORMATS))
_WIDE = 10_000


def query_command(
    query: Annotated[
        str, typer.Argument(help="SPARQL; “-” reads it from standard input.", show_default=False)
    ] = "",
    *,
    file: Annotated[
        Path | None, typer.Option("--file", metavar="FILE", help="A file that holds the query.")
    ] = None,
    name: Annotated[
        str, typer.Option("--name", metavar="NAME", help="A query that comes with the ontology.")
    ] = "",
    form: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help=f"One of: {_FORMATS}.")
    ] = "table",
    seconds: Annotated[
        float, typer.Option("--seconds", min=0.1, help="When the query is stopped.")
    ] = 10.0,
    rows: Annotated[int, typer.Option("--rows", min=1, help="The most rows of a result.")] = 5000,
    endpoint: Annotated[
        str, typer.Option("--endpoint", metavar="URL", help="A SPARQL server to ask instead.")
    ] = "",
) -> None:
    """Ask the graph a question in SPARQL; the usual prefixes (hds:, norm:, csp:…) are declared.

    Example: kg query "SELECT ?n ?label { ?n a hds:Norm ; skos:prefLabel ?label }" --format csv
    """
    workspace = open_workspace(read_settings())
    text = _query(workspace, query, file, name)
    result = ask(workspace, text, seconds=seconds, rows=rows, endpoint=endpoint)
    _print(result, form)


def _query(workspace: Workspace, query: str, file: Path | None, name: str) -> str:
    """Return the one query given, in whichever way."""
    if sum(map(bool, (query, file, name))) != 1:
        raise UsageError(_ONE_QUERY)
    if name:
        return _named(workspace, name)
    try:
        if file is not None:
            return file.read_text(encoding="utf-8")
        return sys.stdin.read() if query == "-" else query
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(_unreadable(file, error)) from error


def _named(workspace: Workspace, name: str) -> str:
    queries = {query.id: query.query for query in example_queries(workspace)}
    if name not in queries:
        raise UsageError(_no_such_query(name, list(queries)))
    return queries[name]


def _print(result: QueryResult, form: str) -> None:
    if form != "table":
        typer.echo(result_to_text(result, form).rstrip("\n"))
    elif result.form == "ask":
        typer.echo("true" if result.truth else "false")
    elif result.form == "graph":
        typer.echo(result_to_text(result, "turtle"), nl=False)
    else:
        _print_table(result)


def _print_table(result: QueryResult) -> None:
    table = Table(*result.columns, box=None, pad_edge=False)
    for row in result.rows:
        table.add_row(*(Line(_cell(cell)) for cell in row))
    # What is not a screen takes each row whole.
    console = Console() if sys.stdout.isatty() else Console(width=_WIDE, color_system=None)
    with console.capture() as captured:
        console.print(table)
    lines = captured.get().splitlines()
    typer.echo("\n".join(line.rstrip() for line in lines))


def _cell(cell: Cell) -> str:
    text = shorten(cell.text) if cell.kind == "iri" else cell.text
    return "".join(sign if sign.isprintable() else " " for sign in text)


_ONE_QUERY = Fault(
    fr="donnez une requête, et une seule : en argument, par --file ou par --name.",
    en="give a query, and one only: as an argument, by --file or by --name.",
    key="query",
)


def _unreadable(file: Path | None, error: Exception) -> Fault:
    return Fault(
        fr=f"la requête ne se lit pas ({error}). Vérifiez le chemin ; le fichier doit être en "
        "UTF-8.",
        en=f"the query cannot be read ({error}). Check the path; the file must be in UTF-8.",
        file=str(file or ""),
        key="--file",
    )


def _no_such_query(name: str, names: list[str]) -> Fault:
    allowed = ", ".join(names)
    near = get_close_matches(name, names, n=1)
    return Fault(
        fr=f"aucune requête ne s’appelle « {name} ». Requêtes : {allowed}."
        + (f" Vouliez-vous dire « {near[0]} » ?" if near else ""),
        en=f"no query is called “{name}”. Queries: {allowed}."
        + (f" Did you mean “{near[0]}”?" if near else ""),
        key="--name",
    )
