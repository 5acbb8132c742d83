"""`kg qualify` and `kg explain`: the answer to a case, and its proofs."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import AUTHORITY, CASES, DATE, LANG, day_of, language
from kg.domain.answers import ActorAnswer, Answer
from kg.errors import CaseError, Fault, HdsError, UsageError
from kg.services.cases import load_case
from kg.services.qualify import qualify
from kg.services.render import explanation_text, to_json, to_text
from kg.services.workspace import Workspace, open_workspace
from kg.settings import read_settings

__all__ = ["explain_command", "qualify_command"]


class Format(StrEnum):
    """A format of the answer."""

    TEXT = "text"
    JSON = "json"


def qualify_command(
    cases: CASES,
    *,
    day: DATE = "",
    authority: AUTHORITY = "",
    lang: LANG = None,
    form: Annotated[Format, typer.Option("--format", help="Text, or one JSON object a case.")] = (
        Format.TEXT
    ),
) -> None:
    """Say who must be certified or approved, who is bound by what, and why.

    Example: kg qualify data/cases/source-memo.yaml --date 2026-11-23 --lang en
    """
    settings = read_settings()
    workspace = open_workspace(settings)
    answers = _answers(workspace, cases, day, authority)
    for answer in answers:
        if form is Format.JSON:
            typer.echo(to_json(answer))
        else:
            typer.echo(to_text(answer, language(lang, settings.lang)))


def _answers(
    workspace: Workspace, paths: list[Path], day: str, floor: str, *, minimal: bool = False
) -> list[Answer]:
    """Return the answers, or every fault of every case that has some."""
    answers: list[Answer] = []
    faults: list[Fault] = []
    for path in paths:
        try:
            case = load_case(workspace, path)
            answers.append(
                qualify(workspace, case, on=day_of(day, case), floor=floor, minimal=minimal)
            )
        except HdsError as error:
            faults += (_placed(fault, path, day) for fault in error.faults)
    if faults:
        raise CaseError(*dict.fromkeys(faults))
    return answers


def _placed(fault: Fault, path: Path, day: str) -> Fault:
    """Return the fault with its file, where the day that is wrong is the file's own."""
    is_own = not day and fault.key == "date" and not fault.file
    return replace(fault, file=str(path)) if is_own else fault


def explain_command(
    case: Annotated[Path, typer.Argument(help="Case file (YAML or JSON).", show_default=False)],
    actor: Annotated[str, typer.Argument(help="Id of an actor of the case.", show_default=False)],
    *,
    day: DATE = "",
    authority: AUTHORITY = "",
    minimal: Annotated[
        bool, typer.Option("--minimal", help="Leave out every premise that a step can do without.")
    ] = False,
    lang: LANG = None,
) -> None:
    """Prove everything concluded about one actor, as numbered chains down to facts and law.

    Example: kg explain data/cases/source-memo-completed.yaml publisher
    """
    settings = read_settings()
    workspace = open_workspace(settings)
    (answer,) = _answers(workspace, [case], day, authority, minimal=minimal)
    found = _find(answer, actor, case)
    typer.echo(explanation_text(found, language(lang, settings.lang)))


def _find(answer: Answer, actor: str, path: Path) -> ActorAnswer:
    found = answer.actor(actor)
    if found is None:
        allowed = ", ".join(a.id for a in answer.actors)
        raise UsageError(
            Fault(
                fr=f"le dossier n’a pas d’acteur « {actor} ». Ses acteurs : {allowed}.",
                en=f"the case has no actor “{actor}”. Its actors: {allowed}.",
                file=str(path),
                key=actor,
            )
        )
    return found
