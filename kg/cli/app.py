"""The command `kg`: one module of this package a command, imported when it is called.

A command pays for what it needs alone: `kg qualify` does not load what writes RDF/XML.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from kg.errors import HdsError
from kg.settings import read_settings

__all__ = ["COMMANDS", "app", "main"]

COMMANDS = {
    "qualify": ("kg.cli.qualify", "qualify_command"),
    "explain": ("kg.cli.qualify", "explain_command"),
    "compare": ("kg.cli.compare", "compare_command"),
    "query": ("kg.cli.query", "query_command"),
    "export": ("kg.cli.export", "export_command"),
    "replay": ("kg.cli.replay", "replay_command"),
    "portfolio": ("kg.cli.portfolio", "portfolio_command"),
    "audit": ("kg.cli.audit", "audit_command"),
    "build": ("kg.cli.build", "build_command"),
    "publish": ("kg.cli.publish", "publish_command"),
    "serve": ("kg.cli.serve", "serve_command"),
    "mcp": ("kg.cli.mcp", "mcp_command"),
    "ui": ("kg.cli.ui", "run_ui"),
    "check": ("kg.cli.check", "check_command"),
    "format": ("kg.cli.format", "format_turtle"),
}


class _Commands(TyperGroup):
    """The commands, each found in its module when it is asked for."""

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]  # Typer's own context
        """Return the names of the commands, the most used first."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: typer.Context, cmd_name: str) -> Any:  # type: ignore[override]  # noqa: ANN401 - a type private to Typer
        """Return one command, or None where there is none of that name."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module, function = COMMANDS[cmd_name]
        alone = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
        alone.command(name=cmd_name)(getattr(import_module(module), function))
        return get_command(alone)


app = typer.Typer(
    name="kg",
    cls=_Commands,
    help="The French law of hosting health data, as a graph that reasons and proves.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.callback()
def root(
    endpoint: Annotated[
        str,
        typer.Option(
            "--endpoint", metavar="URL", help="Read the graph from a SPARQL server that holds it."
        ),
    ] = "",
) -> None:
    """Say where the graph is, before the command: `kg --endpoint URL qualify CASE`."""
    if endpoint:
        os.environ["HDS_ENDPOINT"] = endpoint


def main() -> None:
    """Run the command line: results on standard output, messages on standard error."""
    try:
        app()
    except SystemExit as end:
        if end.code == _INTERRUPTED:
            typer.echo(_STOPPED[_language()], err=True)
        raise
    except HdsError as error:
        typer.echo(error.say(_language()), err=True)
        sys.exit(error.exit_code)
    except Exception as error:  # noqa: BLE001 - the last resort: no traceback reaches a user
        typer.echo(
            _UNFORESEEN[_language()].format(error=f"{type(error).__name__}: {error}"), err=True
        )
        sys.exit(2)


_INTERRUPTED = 130
_STOPPED = {
    "fr": "Interrompu : rien n’a été écrit.",
    "en": "Interrupted: nothing was written.",
}
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
