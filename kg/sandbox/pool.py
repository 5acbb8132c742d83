"""The door to the sandbox: a query and a graph in, the whole result out."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Mapping

import pyoxigraph as ox

from kg.domain.tables import Cell, QueryResult
from kg.sandbox.lanes import Pool
from kg.sandbox.question import Question
from kg.sandbox.refusals import refusal
from kg.store.graph import Graph

__all__ = ["pool_of", "result_of", "run_query"]


def run_query(
    graph: Graph,
    query: str,
    *,
    seconds: float,
    rows: int,
    values: tuple[tuple[str, str], ...] = (),
    beside: str = "",
) -> QueryResult:
    """Return the whole result of an untrusted query, run in a process of its own.

    Args:
        graph: what is asked; it cannot be changed by the query.
        query: SPARQL 1.1, a query form; the prefixes of `kg.store.prefixes` are declared.
        seconds: when the query is stopped.
        rows: the most rows, or triples, of a result; more is an error and never cut.
        values: variables that the query projects, each with its value as N-Triples write it.
        beside: triples asked together with the graph, for this query alone, as N-Triples.

    Raises:
        QueryError: the query is wrong, is refused, passes a limit, or waited too long.
    """
    pool = pool_of(graph)
    start = time.perf_counter()
    question = Question(text=query, rows=rows, values=values, beside=beside)
    reply = pool.ask(question, seconds=seconds)
    return result_of(reply.head, time.perf_counter() - start)


class _Doors:
    """Keeps the pool of the last graph asked, and makes another where the graph is another."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.graph: Graph | None = None
        self.size = 0
        self.pool: Pool | None = None

    def pool_of(self, graph: Graph) -> Pool:
        with self.lock:
            if self.pool is None or not self._fits(graph, self.pool):
                if self.pool is not None:
                    self.pool.close()
                quads = (graph.store.dump(format=ox.RdfFormat.N_QUADS) or b"") + graph.named
                self.graph, self.size, self.pool = graph, len(graph), Pool(quads)
            return self.pool

    def _fits(self, graph: Graph, pool: Pool) -> bool:
        return self.graph is graph and self.size == len(graph) and pool.parent == os.getpid()


_DOORS = _Doors()


def pool_of(graph: Graph) -> Pool:
    """Return the workers that hold this graph as it is now."""
    return _DOORS.pool_of(graph)


def result_of(reply: Mapping[str, object], seconds: float = 0.0) -> QueryResult:
    """Return the result that a worker's reply of cells holds."""
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
            raise refusal("crash")


def _cell(kind: str, text: str, lang: str, datatype: str) -> Cell:
    return Cell(kind=kind, text=text, lang=lang, datatype=datatype)
