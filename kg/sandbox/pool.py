"""The door to the sandbox: one warm worker a process, one query at a time."""

from __future__ import annotations

import atexit
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from kg.domain.tables import Cell, QueryResult
from kg.errors import QueryError
from kg.sandbox import faults
from kg.sandbox.process import Reply, Worker
from kg.sandbox.screen import screen
from kg.store.graph import Graph

__all__ = ["run_query"]

_SECONDS_TO_WAIT = 30.0


def run_query(graph: Graph, query: str, *, seconds: float, rows: int) -> QueryResult:
    """Return the whole result of an untrusted query, run in a process of its own.

    Args:
        graph: what is asked; it cannot be changed by the query.
        query: SPARQL 1.1, a query form; the prefixes of `kg.store.prefixes` are declared.
        seconds: when the query is stopped.
        rows: the most rows, or triples, of a result; more is an error and never cut.

    Raises:
        QueryError: the query is wrong, is refused, passes a limit, or waited too long.
    """
    screen(query)
    with _turn() as keeper:
        worker = keeper.worker_for(graph)
        start = time.perf_counter()
        reply = worker.ask(query, seconds=seconds, rows=rows)
        return _result(reply, time.perf_counter() - start)


class _Keeper:
    """Keeps the warm worker, and replaces it when it is dead or holds another graph."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.worker: Worker | None = None

    def worker_for(self, graph: Graph) -> Worker:
        """Return a living worker that holds the graph."""
        if self.worker is None or not self.worker.serves(graph):
            self.close()
            self.worker = Worker(graph)
        return self.worker

    def close(self) -> None:
        """End the worker, if there is one."""
        worker, self.worker = self.worker, None
        if worker is not None:
            worker.close()


_KEEPER = _Keeper()
atexit.register(_KEEPER.close)


@contextmanager
def _turn() -> Iterator[_Keeper]:
    if not _KEEPER.lock.acquire(timeout=_SECONDS_TO_WAIT):
        raise QueryError(faults.busy())
    try:
        yield _KEEPER
    finally:
        _KEEPER.lock.release()


def _result(reply: Reply, seconds: float) -> QueryResult:
    match reply:
        case {"form": "ask", "truth": bool(truth)}:
            return QueryResult(form="ask", truth=truth, seconds=seconds)
        case {"form": "graph", "lines": list(lines)}:
            text = "".join(f"{line}\n" for line in lines)
            return QueryResult(form="graph", ntriples=text, seconds=seconds)
        case {"form": "select", "columns": list(columns), "table": list(table)}:
            found = tuple(tuple(_cell(*cell) for cell in row) for row in table)
            return QueryResult(form="select", columns=tuple(columns), rows=found, seconds=seconds)
        case _:
            raise QueryError(faults.crashed())


def _cell(kind: str, text: str, lang: str, datatype: str) -> Cell:
    return Cell(kind=kind, text=text, lang=lang, datatype=datatype)
