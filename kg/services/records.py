"""Records: keep a decision with all that it takes to decide again, and decide again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import TypeAlias

from kg.domain.records import Moved, Record, Replay
from kg.exports.answer_json import answer_to_json
from kg.exports.graphs import write_graph
from kg.imports.files import read_bytes
from kg.imports.records import MAX_RECORD, read_record
from kg.services.cases import parse_case
from kg.services.qualify import qualify
from kg.services.workspace import Workspace
from kg.store.graph import Graph

__all__ = ["digest_of", "engine_version", "replay", "replay_file"]

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"


def engine_version() -> str:
    """Return the version of the program that decides."""
    return version("hds-knowledge-graph")


@lru_cache(maxsize=2)
def digest_of(graph: Graph) -> str:
    """Return the SHA-256 of the triples of a graph in canonical form (RDFC-1.0)."""
    return hashlib.sha256(write_graph(graph, "ntriples")).hexdigest()


def replay_file(workspace: Workspace, path: Path) -> Replay:
    """Decide again what a file records.

    Raises:
        CaseError: there is no such file, or its case is no case today.
        UsageError: the file is no record, or was changed since.
    """
    return replay(workspace, read_record(read_bytes(path, most=MAX_RECORD), str(path)))


def replay(workspace: Workspace, record: Record) -> Replay:
    """Decide again what a record holds, and return where the answer comes out otherwise.

    Raises:
        CaseError: the recorded case is no case for the format of today.
        UsageError: there is no law of the field on its day.
    """
    case = parse_case(workspace, record.case, "record")
    answer = qualify(workspace, case, on=record.day, floor=record.floor)
    line = answer_to_json(answer)
    return Replay(
        case=case.id,
        is_same=line == record.answer,
        ontology=digest_of(workspace.graph) == record.ontology,
        engine=engine_version() == record.engine,
        moved=tuple(_moved("", json.loads(record.answer), json.loads(line))),
    )


def _moved(path: str, then: Json, now: Json) -> Iterator[Moved]:
    """Yield where two trees differ, as deep as it can be said."""
    match then, now:
        case dict(), dict():
            for key in (*then, *(key for key in now if key not in then)):
                yield from _moved(f"{path}.{key}".lstrip("."), then.get(key), now.get(key))
        case list(), list() if len(then) == len(now):
            for index, (old, new) in enumerate(zip(then, now, strict=True)):
                yield from _moved(f"{path}[{index}]", old, new)
        case _ if then != now:
            yield Moved(path=path, then=_short(then), now=_short(now))
        case _:
            pass


def _short(node: Json) -> str:
    text = json.dumps(node, ensure_ascii=False)
    most = 120
    return text if len(text) <= most else f"{text[:most]}…"
