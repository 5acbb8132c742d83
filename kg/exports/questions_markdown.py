"""The catalogue of questions as a page: each with its parameters, its query and how to ask it."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator

from kg.domain.questions import Parameter, Question
from kg.domain.texts import Text

__all__ = ["questions_to_markdown"]

_HEAD = """\
# Questions du catalogue / Questions of the catalogue

Cette page est générée : `make docs` la réécrit à partir de `ontology/queries/competency`.
This page is generated: `make docs` writes it again from `ontology/queries/competency`.

Un paramètre entre crochets peut être omis.
Dans une requête, les paramètres sont des variables, auxquelles leurs valeurs sont liées.
Les préfixes usuels sont déclarés.
A parameter between brackets may be left out.
In a query the parameters are variables, to which their values are bound.
The usual prefixes are declared.
"""


def questions_to_markdown(questions: Iterable[Question]) -> str:
    """Return the page, the questions grouped by who asks them, in both languages."""
    groups: dict[Text, list[str]] = {}
    for question in questions:
        section = "\n".join(_section(question))
        groups.setdefault(question.asker_label, []).append(section)
    parts = [_HEAD]
    for name, sections in groups.items():
        parts.append(f"## {_capital(name.fr)} / {_capital(name.en)}\n")
        parts += sections
    return "\n".join(parts)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _section(question: Question) -> Iterator[str]:
    yield f"### {question.id} `{question.name}`\n"
    yield f"- {question.question.fr}"
    yield f"- {question.question.en}\n"
    if question.parameters:
        yield "| paramètre / parameter | sens | meaning | exemple / example |"
        yield "|---|---|---|---|"
        yield from map(_row, question.parameters)
        yield ""
    columns = ", ".join(f"`{column.name}`" for column in question.columns)
    yield f"Colonnes / columns: {columns}\n"
    yield f"```console\n$ {_command(question)}\n```\n"
    if question.sparql:
        yield f"```sparql\n{question.sparql}\n```\n"
    else:
        yield f"Raisonneur / reasoner: {_call(question)}\n"


def _row(parameter: Parameter) -> str:
    free = parameter.optional or parameter.default
    name = f"[`{parameter.name}`]" if free else f"`{parameter.name}`"
    return f"| {name} | {parameter.label.fr} | {parameter.label.en} | `{parameter.example}` |"


def _command(question: Question) -> str:
    needed = (p for p in question.parameters if not (p.optional or p.default))
    values = (shlex.quote(f"{p.name}={p.example}") for p in needed)
    return " ".join(["kg query --name", question.name, *values])


def _call(question: Question) -> str:
    given = (f"`{key}`: {', '.join(f'`{v}`' for v in values)}" for key, values in question.given)
    return "; ".join([f"`{question.calls}`", *given])
