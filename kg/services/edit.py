"""Edit a case: one fact stated otherwise, and the whole written down again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from kg.domain.cases import Case, Entity, Fact, Value
from kg.domain.texts import Language, Text
from kg.errors import Fault, UsageError
from kg.exports.case_yaml import case_to_yaml
from kg.imports.case_reader import read_case
from kg.services.workspace import Workspace

__all__ = ["check_case", "close", "leave_out", "retitle", "state", "write_case"]

_Change: TypeAlias = Callable[[tuple[Fact, ...]], tuple[Fact, ...]]


def write_case(workspace: Workspace, case: Case) -> str:
    """Return the case as YAML, which reads back as the same case."""
    return case_to_yaml(case, workspace.form)


def check_case(workspace: Workspace, case: Case) -> Case:
    """Return the case as its file reads, once edited.

    Raises:
        CaseError: what it states contradicts itself, with every fault that it has.
    """
    return read_case(write_case(workspace, case), source=case.source, form=workspace.form)


def state(case: Case, path: str, key: str, value: Value | None) -> Case:
    """Return the case in which the entity at `path` states `key` so; None: it is unknown.

    Raises:
        UsageError: the case holds nothing at `path`.
    """
    fact = Fact(key=key, value=value)
    return _replaced(case, path, lambda facts: _with(facts, fact))


def leave_out(case: Case, path: str, key: str) -> Case:
    """Return the case in which the entity at `path` says nothing of `key`.

    Raises:
        UsageError: the case holds nothing at `path`.
    """
    return _replaced(case, path, lambda facts: tuple(f for f in facts if f.key != key))


def close(case: Case, *, complete: bool) -> Case:
    """Return the case that says, or no longer says, that what it leaves unsaid is not so."""
    return replace(case, complete=complete)


def retitle(case: Case, title: str, lang: Language) -> Case:
    """Return the case with its title in one language; in both, where it had none in the other."""
    fr, en = (title, case.title.en) if lang == "fr" else (case.title.fr, title)
    return replace(case, title=Text(fr or title, en or title))


def _replaced(case: Case, path: str, change: _Change) -> Case:
    if all(entity.path != path for entity in case.entities):
        raise UsageError(_nothing_there(case, path))
    return replace(case, entities=tuple(_changed(e, path, change) for e in case.entities))


def _changed(entity: Entity, path: str, change: _Change) -> Entity:
    return entity if entity.path != path else replace(entity, facts=change(entity.facts))


def _with(facts: tuple[Fact, ...], fact: Fact) -> tuple[Fact, ...]:
    """Return the facts with this one in its place: where it stood, or last of its group."""
    places = [n for n, other in enumerate(facts) if other.key == fact.key]
    if places:
        return (*facts[: places[0]], fact, *facts[places[0] + 1 :])
    head = fact.key.split(".")[0]
    group = [n for n, other in enumerate(facts) if other.key.split(".")[0] == head]
    place = group[-1] + 1 if group else len(facts)
    return (*facts[:place], fact, *facts[place:])


def _nothing_there(case: Case, path: str) -> Fault:
    known = ", ".join(entity.path for entity in case.entities)
    return Fault(
        fr=f"le dossier n’a rien à « {path} ». Il contient : {known}.",
        en=f"the case holds nothing at “{path}”. It holds: {known}.",
        file=case.source,
        key=path,
    )
