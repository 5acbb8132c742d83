"""`kg replay`: a recorded decision, again."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import LANG, language
from kg.domain.records import Replay
from kg.domain.texts import Language, Text
from kg.services.records import replay_file
from kg.services.workspace import open_workspace
from kg.settings import read_settings

__all__ = ["replay_command"]

_MOST = 20
_WORDS = {
    "same": Text(
        "{case} : la même réponse, à l’octet près.", "{case}: the same answer, to the byte."
    ),
    "moved": Text("{case} : la réponse a changé.", "{case}: the answer has moved."),
    "ontology": Text(
        "L’ontologie n’est plus celle de la décision.", "The ontology is not that of the decision."
    ),
    "engine": Text(
        "Le programme n’est plus celui de la décision.", "The program is not that of the decision."
    ),
    "more": Text("et {n} autres différences", "and {n} more differences"),
}


def replay_command(
    record: Annotated[
        Path, typer.Argument(metavar="RECORD", help="What kg export --format record has written.")
    ],
    *,
    lang: LANG = None,
) -> None:
    """Decide a recorded case again: the same answer to the byte, or what has moved (exit 1).

    Example: kg export --format record --output decision.jsonld CASE; kg replay decision.jsonld
    """
    workspace = open_workspace(read_settings())
    found = replay_file(workspace, record)
    for line in _lines(found, language(lang, workspace.settings.lang)):
        typer.echo(line)
    if not found.is_same:
        raise typer.Exit(1)


def _lines(found: Replay, lang: Language) -> list[str]:
    said = [_WORDS["same" if found.is_same else "moved"].fill(case=found.case)]
    said += [] if found.ontology else [_WORDS["ontology"]]
    said += [] if found.engine else [_WORDS["engine"]]
    lines = [text.say(lang) for text in said]
    lines += [f"- {moved.path}: {moved.then} → {moved.now}" for moved in found.moved[:_MOST]]
    if len(found.moved) > _MOST:
        lines.append(f"- {_WORDS['more'].fill(n=str(len(found.moved) - _MOST)).say(lang)}")
    return lines
