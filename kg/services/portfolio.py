"""Portfolio: many cases, on every processor of this machine or on the machines of a cluster."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.util import find_spec
from itertools import chain
from multiprocessing import get_context
from pathlib import Path

from kg.errors import CaseError, Fault, HdsError, UsageError
from kg.services.cases import parse_case
from kg.services.qualify import qualify
from kg.services.render import to_json
from kg.services.workspace import Workspace, open_workspace
from kg.settings import read_settings

__all__ = ["Task", "answer_all", "case_files"]

_KINDS = {".yaml", ".yml", ".json", ".csv", ".xlsx"}
_FEW, _CHUNK = 20, 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A case to answer: its text, its name, the day it is asked on, the floor of authority."""

    text: bytes
    source: str
    today: date
    day: date | None = None
    floor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Done:
    """The answer as a line of JSON, or what is wrong with the case."""

    line: str = ""
    faults: tuple[Fault, ...] = ()


def case_files(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the case files at some places, those of a folder sorted, however deep.

    Raises:
        UsageError: a folder holds none.
    """
    return tuple(chain.from_iterable(_files(path) for path in paths))


def answer_all(tasks: list[Task], *, scheduler: str = "") -> Iterator[str]:
    """Yield an answer a case, as a line of JSON (`hds-answer/1`), in the order of the cases.

    Args:
        tasks: the cases.
        scheduler: the address of a Dask scheduler, "" for this machine.

    Raises:
        CaseError: some cases are none: every fault of every one, after the last was tried.
        UsageError: there is no such scheduler, or the extra `cluster` is not installed.
    """
    faults: list[Fault] = []
    for done in _run(tasks, scheduler):
        faults += done.faults
        if done.line:
            yield done.line
    if faults:
        raise CaseError(*faults)


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    found = sorted(file for file in path.rglob("*") if file.suffix.lower() in _KINDS)
    if not found:
        raise UsageError(_empty(path))
    return found


def _run(tasks: list[Task], scheduler: str) -> Iterator[_Done]:
    if scheduler:
        yield from _on_cluster(tasks, scheduler)
    elif len(tasks) < _FEW:
        yield from map(_answer, tasks)
    else:
        # Spawned, not forked: threads of the libraries do not survive a fork.
        with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as pool:
            yield from pool.map(_answer, tasks, chunksize=_CHUNK)


def _on_cluster(tasks: list[Task], scheduler: str) -> Iterator[_Done]:
    if find_spec("distributed") is None:
        raise UsageError(_NO_CLUSTER)
    from distributed import Client  # noqa: PLC0415 - an extra

    try:
        client = Client(scheduler, timeout="10s")  # type: ignore[no-untyped-call]  # it has no types
    except (OSError, ValueError) as error:
        raise UsageError(_no_scheduler(scheduler)) from error
    with client:
        gather: Callable[[object], list[_Done]] = client.gather
        yield from gather(client.map(_answer, tasks, batch_size=_CHUNK, pure=False))


@lru_cache(maxsize=1)
def _workspace() -> Workspace:
    """Open the workspace once in each process."""
    return open_workspace(read_settings())


def _answer(task: Task) -> _Done:
    workspace = _workspace()
    try:
        case = parse_case(workspace, task.text, task.source)
        day = task.day or case.day or task.today
        return _Done(line=to_json(qualify(workspace, case, on=day, floor=task.floor)))
    except HdsError as error:
        return _Done(faults=error.faults)


def _empty(path: Path) -> Fault:
    kinds = ", ".join(sorted(_KINDS))
    return Fault(
        fr=f"ce dossier ne contient aucun dossier de faits ({kinds}). Donnez-en un autre.",
        en=f"this folder holds no case ({kinds}). Give another.",
        file=str(path),
    )


def _no_scheduler(address: str) -> Fault:
    return Fault(
        fr=f"aucun ordonnanceur Dask ne répond à {address}. Vérifiez l’adresse (tcp://hôte:8786).",
        en=f"no Dask scheduler answers at {address}. Check the address (tcp://host:8786).",
        key="--scheduler",
    )


_NO_CLUSTER = Fault(
    fr="il manque le paquet « distributed ». Installez-le : pip install "
    "'hds-knowledge-graph[cluster]'.",
    en="the package “distributed” is missing. Install it: pip install "
    "'hds-knowledge-graph[cluster]'.",
    key="--scheduler",
)
