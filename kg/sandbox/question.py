"""What is asked of a worker: a query, the graphs that it is about, the shape of its result."""

from __future__ import annotations

from dataclasses import asdict, dataclass

__all__ = ["MOST_BYTES", "Question"]

MOST_BYTES = 10 * 2**20
"""The most bytes of a result."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One query with all that decides its result.

    `rows` is the most rows or triples, 0 for as many as `MOST_BYTES` holds. `base` is what
    relative IRIs are relative to. `values` gives variables that the query projects their values,
    each as N-Triples write it. `beside` is triples asked together with the graph, for this query
    alone, as N-Triples. `dataset` is the default graphs and the named graphs that the
    query is about (SPARQL 1.1 Protocol, §2.1.4), None to leave that to the query. `table` and
    `graph` are the formats to write a table or triples in, "" where the asker takes none;
    both "" for cells.
    """

    text: str
    rows: int = 0
    base: str = ""
    values: tuple[tuple[str, str], ...] = ()
    beside: str = ""
    dataset: tuple[tuple[str, ...], tuple[str, ...]] | None = None
    table: str = ""
    graph: str = ""

    def to_json(self) -> dict[str, object]:
        """Return the question as a worker reads it."""
        return asdict(self)
