"""The command `kg`: one module of this package a command, gathered here."""

from __future__ import annotations

import sys

import typer

from kg.cli.check import check_command
from kg.cli.export import export_command
from kg.cli.format import format_turtle
from kg.cli.qualify import explain_command, qualify_command
from kg.cli.query import query_command
from kg.cli.ui import run_ui
from kg.errors import HdsError
from kg.settings import read_settings

__all__ = ["app", "main"]

app = typer.Typer(
    name="kg",
    help="The French law of hosting health data, as a graph that reasons and proves.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command(name="check")(check_command)
app.command(name="export")(export_command)
app.command(name="format")(format_turtle)
app.command(name="qualify")(qualify_command)
app.command(name="explain")(explain_command)
app.command(name="query")(query_command)
app.command(name="ui")(run_ui)


@app.callback()
def root() -> None:
    """Keep `kg` a group of commands, however few they are."""


def main() -> None:
    """Run the command line: results on standard output, messages on standard error."""
    try:
        app()
    except HdsError as error:
        typer.echo(error.say(_language()), err=True)
        sys.exit(error.exit_code)
    except Exception as error:  # noqa: BLE001 - the last resort: no traceback reaches a user
        typer.echo(
            _UNFORESEEN[_language()].format(error=f"{type(error).__name__}: {error}"), err=True
        )
        sys.exit(2)


_UNFORESEEN = {
    "fr": "erreur imprévue du programme ({error}). Rien n’a été écrit. Signalez-la, avec la "
    "commande et le dossier qui la provoquent.",
    "en": "unforeseen fault of the program ({error}). Nothing was written. Report it, with the "
    "command and the case that bring it about.",
}


def _language() -> str:
    try:
        return read_settings().lang
    except HdsError:
        return "en"
