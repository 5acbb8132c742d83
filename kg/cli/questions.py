"""The catalogue of questions on the command line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

import typer

from kg.cli.question_files import read_value
from kg.cli.tables import print_rows
from kg.domain.questions import Kind, Question, Value
from kg.domain.tables import QueryResult
from kg.errors import Fault, UsageError
from kg.services.questions import (
    ask_question,
    find_question,
    list_questions,
    question_sparql,
    questions_as_markdown,
)
from kg.services.workspace import Workspace

__all__ = ["answer", "list_catalogue", "show_sparql"]


def list_catalogue(workspace: Workspace, form: str) -> None:
    """Print the questions: as a table, as a page, or as JSON with their parameters and columns.

    Raises:
        UsageError: there is no such format.
    """
    match form:
        case "json":
            described = [_described(question) for question in list_questions(workspace)]
            typer.echo(json.dumps(described, ensure_ascii=False, indent=2))
        case "markdown":
            typer.echo(questions_as_markdown(workspace), nl=False)
        case "table":
            _print_catalogue(workspace)
        case _:
            raise UsageError(_no_such_list(form))


def _print_catalogue(workspace: Workspace) -> None:
    lang = workspace.settings.lang
    rows = [
        [q.id, q.name, " ".join(_parameters(q)), q.question.say(lang)]
        for q in list_questions(workspace)
    ]
    heads = ("paramètres", "question") if lang == "fr" else ("parameters", "question")
    print_rows(("id", "--name", *heads), rows)


def answer(
    workspace: Workspace,
    name: str,
    words: list[str],
    *,
    today: date,
    seconds: float,
    endpoint: str,
) -> QueryResult:
    """Return the answer to a question whose values are written `key=value`.

    Raises:
        UsageError: there is no such question, or a value is missing or wrong.
    """
    question = find_question(workspace, name)
    values = _values(workspace, question, words)
    reply = ask_question(
        workspace, question, values, today=today, seconds=seconds, endpoint=endpoint
    )
    return reply.table


def show_sparql(workspace: Workspace, name: str, words: list[str], today: date) -> None:
    """Print the query of a question with the values given, or the call that answers it."""
    question = find_question(workspace, name)
    values = _values(workspace, question, words)
    query = question_sparql(workspace, question, values, today=today)
    typer.echo(query or f"# {question.id}: {question.calls} {dict(question.given) or ''}".strip())


def _values(workspace: Workspace, question: Question, words: list[str]) -> dict[str, Value]:
    """Return the values, with the files that they name read; labels in the user's language."""
    pairs = [word.partition("=") for word in words]
    wrong = [word for word, (_, equals, _) in zip(words, pairs, strict=True) if not equals]
    if wrong:
        raise UsageError(*(_no_pair(word, question) for word in wrong))
    values: dict[str, Value] = {key: value for key, _, value in pairs}
    if question.parameter("lang"):
        values.setdefault("lang", workspace.settings.lang)
    return {key: read_value(workspace, question, key, value) for key, value in values.items()}


def _parameters(question: Question) -> list[str]:
    return [
        f"[{p.name}]" if p.optional or p.default else p.name
        for p in question.parameters
        if p.kind is not Kind.LANGUAGE
    ]


def _described(question: Question) -> Mapping[str, object]:
    return {
        "id": question.id,
        "name": question.name,
        "question": {"fr": question.question.fr, "en": question.question.en},
        "parameters": [
            {
                "name": p.name,
                "kind": p.kind.value,
                "label": {"fr": p.label.fr, "en": p.label.en},
                "example": p.example,
                "required": not (p.optional or p.default),
            }
            for p in question.parameters
        ],
        "columns": [
            {"name": c.name, "label": {"fr": c.label.fr, "en": c.label.en}}
            for c in question.columns
        ],
        "answered_by": "reasoner" if question.calls else "sparql",
    }


def _no_pair(word: str, question: Question) -> Fault:
    sample = " ".join(f"{p.name}={p.example}" for p in question.parameters)
    return Fault(
        fr=f"« {word} » n’est pas de la forme clé=valeur. Pour {question.id}, par exemple : "
        f"{sample}",
        en=f"“{word}” is not of the form key=value. For {question.id}, for example: {sample}",
        key=word,
    )


def _no_such_list(form: str) -> Fault:
    return Fault(
        fr=f"le catalogue ne se présente pas en « {form} ». Formats : table, json, markdown.",
        en=f"the catalogue has no format “{form}”. Formats: table, json, markdown.",
        key="--format",
    )
