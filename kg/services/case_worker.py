"""The process in which strangers' cases are answered: `python -P -m kg.services.case_worker`.

It opens the workspace, answers an example so that nothing is left to load, gives up its rights,
then answers each line of JSON with a line of JSON. It ends when its standard input does.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from datetime import date
from typing import TypeAlias

from kg.domain.questions import Kind, Value
from kg.domain.tables import QueryResult
from kg.errors import Fault, HdsError, UsageError
from kg.exports.results_json import result_document
from kg.sandbox.confinement import confine
from kg.services.cases import example_cases, parse_case
from kg.services.qualify import qualify
from kg.services.questions import find_question, list_questions, prepare_question
from kg.services.render import explanation_text, to_json
from kg.services.workspace import Workspace, open_workspace
from kg.settings import read_settings

__all__ = ["main"]

Reply: TypeAlias = dict[str, object]
_MEMORY = 2 * 2**30


def main() -> None:
    """Serve cases until the parent closes the pipe or dies."""
    workspace = open_workspace(read_settings())
    assert len(workspace.graph)  # noqa: S101 - it is read now, while files can be opened
    list_questions(workspace)
    for path in list(example_cases(workspace).values())[:1]:
        text = path.read_text(encoding="utf-8")
        _answer(workspace, {"case": text, "today": "2026-01-01", "actor": "", "lang": "fr"})
    _say({"ready": confine(resident=_MEMORY)})
    for line in sys.stdin.buffer:
        _say(_answer(workspace, json.loads(line)))


def _say(reply: Reply) -> None:
    line = json.dumps({**reply, "size": 0}, ensure_ascii=True)
    sys.stdout.buffer.write(line.encode("ascii") + b"\n")
    sys.stdout.buffer.flush()


def _answer(workspace: Workspace, asked: Mapping[str, str]) -> Reply:
    try:
        if asked.get("question"):
            return _questioned(workspace, asked)
        return {"text": _text(workspace, asked)}
    except HdsError as error:
        return {"faults": [_fault(fault) for fault in error.faults]}
    except (MemoryError, RecursionError):
        return {"faults": [_fault(_TOO_MUCH)]}
    except OSError:  # it was given up to open files
        return {"faults": [_fault(_NO_FILES)]}


def _text(workspace: Workspace, asked: Mapping[str, str]) -> str:
    """Return the answer as JSON, or the proofs about an actor as text."""
    case = parse_case(workspace, asked["case"], "case")
    day = _day(asked.get("date", "")) or case.day or date.fromisoformat(asked["today"])
    answer = qualify(workspace, case, on=day, floor=asked.get("authority", ""))
    if not asked.get("actor"):
        return to_json(answer)
    actors = {actor.id: actor for actor in answer.actors}
    if asked["actor"] not in actors:
        raise UsageError(_no_such_actor(asked["actor"], list(actors)))
    return explanation_text(actors[asked["actor"]], "en" if asked.get("lang") == "en" else "fr")


def _questioned(workspace: Workspace, asked: Mapping[str, str]) -> Reply:
    """Return the answer of the reasoner to a question, or the query that answers it."""
    values: dict[str, Value] = dict(json.loads(asked["values"]))
    question = find_question(workspace, asked["question"])
    for parameter in question.parameters:
        # The files of this machine are not a stranger's to name.
        if parameter.kind in {Kind.CASE, Kind.DOCUMENT}:
            values.pop(parameter.name, None)
            if parameter.kind is Kind.CASE and asked.get("case"):
                values[parameter.name] = parse_case(workspace, asked["case"], "case")
    today = date.fromisoformat(asked["today"])
    prepared = prepare_question(workspace, question, values, today=today)
    if isinstance(prepared, QueryResult):
        return {"document": result_document(prepared)}
    return {
        "sparql": question.sparql,
        "values": prepared.bound,
        "beside": prepared.beside,
        "columns": [column.name for column in question.columns],
    }


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise UsageError(
            Fault(
                fr=f"« {text} » n’est pas un jour. Écrivez-le ainsi : 2026-11-23.",
                en=f"“{text}” is not a day. Write it so: 2026-11-23.",
                key="date",
            )
        ) from error


def _fault(fault: Fault) -> dict[str, object]:
    return {"fr": fault.fr, "en": fault.en, "line": fault.line, "key": fault.key}


def _no_such_actor(name: str, known: list[str]) -> Fault:
    allowed = ", ".join(known)
    return Fault(
        fr=f"le dossier ne connaît pas l’acteur « {name} ». Acteurs : {allowed}.",
        en=f"the case knows no actor “{name}”. Actors: {allowed}.",
        key="actor",
    )


_TOO_MUCH = Fault(
    fr="ce dossier demande plus de mémoire qu’il n’est permis. Découpez-le.",
    en="this case needs more memory than is allowed. Split it.",
    key="case",
)

_NO_FILES = Fault(
    fr="aucun fichier de cette machine ne se lit d’ici. Envoyez le dossier dans la requête.",
    en="no file of this machine is read from here. Send the case with the request.",
    key="case",
)


if __name__ == "__main__":
    main()
