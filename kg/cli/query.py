"""`kg query`: SPARQL over the graph, and the questions of the catalogue."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from kg.cli.options import today
from kg.cli.progress import working
from kg.cli.questions import answer, list_catalogue, show_sparql
from kg.cli.tables import print_result
from kg.errors import Fault, UsageError
from kg.services.ask import RESULT_FORMATS, ask
from kg.services.workspace import open_workspace
from kg.settings import read_settings

__all__ = ["query_command"]

_FORMATS = ", ".join(("table", *RESULT_FORMATS))


WORDS: TypeAlias = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[QUERY | KEY=VALUE...]",
        help="SPARQL (“-” reads it from standard input); with --name, the values of the "
        "question’s parameters (case=FILE is a case file).",
        show_default=False,
    ),
]
FILE: TypeAlias = Annotated[
    Path | None, typer.Option("--file", metavar="FILE", help="A file that holds the query.")
]
NAME: TypeAlias = Annotated[
    str, typer.Option("--name", metavar="NAME", help="A question of the catalogue.")
]
LIST: TypeAlias = Annotated[
    bool, typer.Option("--list", help="List the questions (--format table, json or markdown).")
]
SHOW: TypeAlias = Annotated[
    bool, typer.Option("--sparql", help="With --name: print the query, and ask nothing.")
]
FORMAT: TypeAlias = Annotated[
    str, typer.Option("--format", metavar="FORMAT", help=f"One of: {_FORMATS}.")
]
SECONDS: TypeAlias = Annotated[
    float, typer.Option("--seconds", min=0.1, help="When the query is stopped.")
]
ROWS: TypeAlias = Annotated[int, typer.Option("--rows", min=1, help="The most rows of a result.")]
ENDPOINT: TypeAlias = Annotated[
    str, typer.Option("--endpoint", metavar="URL", help="A SPARQL server to ask instead.")
]


def query_command(
    words: WORDS = None,
    *,
    file: FILE = None,
    name: NAME = "",
    catalogue: LIST = False,
    sparql: SHOW = False,
    form: FORMAT = "table",
    seconds: SECONDS = 10.0,
    rows: ROWS = 5000,
    endpoint: ENDPOINT = "",
) -> None:
    """Ask the graph in SPARQL, or by a question of the catalogue (--list shows them).

    The usual prefixes (hds:, norm:, csp:…) are declared.

    Example: kg query "SELECT ?n ?label { ?n a hds:Norm ; skos:prefLabel ?label }" --format csv

    Example: kg query --name obligations-of-an-actor case=my-case.yaml actor=publisher
    """
    settings = read_settings()
    workspace = open_workspace(settings)
    given = words or []
    asked = _ASKED[settings.lang].format(seconds=seconds)
    if catalogue:
        list_catalogue(workspace, form)
    elif file or not name or any("{" in word for word in given):
        query = _query(given, file, name)
        with working(asked):
            result = ask(workspace, query, seconds=seconds, rows=rows, endpoint=endpoint)
        print_result(result, form)
    elif sparql:
        show_sparql(workspace, name, given, today())
    else:
        with working(asked):
            result = answer(
                workspace, name, given, today=today(), seconds=seconds, endpoint=endpoint
            )
        print_result(result, form)


def _query(words: list[str], file: Path | None, name: str) -> str:
    """Return the one query given, in whichever way."""
    if name or bool(file) + len(words) != 1:
        raise UsageError(_ONE_QUERY)
    try:
        if file is not None:
            return file.read_text(encoding="utf-8")
        return sys.stdin.read() if words == ["-"] else words[0]
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(_unreadable(file, error)) from error


_ASKED = {
    "fr": "La requête s’exécute ({seconds:g} s au plus ; Ctrl+C l’arrête)",
    "en": "The query is running ({seconds:g} s at the most; Ctrl+C stops it)",
}
_ONE_QUERY = Fault(
    fr="donnez une requête, et une seule : en argument, par --file ou par --name. "
    "kg query --list présente les questions du catalogue.",
    en="give a query, and one only: as an argument, by --file or by --name. "
    "kg query --list shows the questions of the catalogue.",
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
