"""Results of queries, in the formats that SPARQL has for them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import TypeAlias

import pyoxigraph as ox

from kg.domain.tables import QueryResult
from kg.exports.formats import pick
from kg.exports.graphs import write_graph
from kg.exports.results_json import result_document
from kg.store.graph import Graph

__all__ = ["RESULT_FORMATS", "write_result"]

Writer: TypeAlias = Callable[[QueryResult], str]

_TABLES = {
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
}
_GRAPHS = ("turtle", "ntriples", "rdfxml", "jsonld")
RESULT_FORMATS = (*_TABLES, *_GRAPHS)
"""Tables and truth values take the first four, triples the others."""


def write_result(result: QueryResult, format_: str) -> str:
    """Return a result in one of `RESULT_FORMATS`.

    Raises:
        ExportError: there is no such format, or it cannot hold such a result.
    """
    return pick(_writers(result), format_)(result)


def _writers(result: QueryResult) -> Mapping[str, Writer]:
    if result.form == "graph":
        return {name: _graph_writer(name) for name in _GRAPHS}
    return {name: _table_writer(format_) for name, format_ in _TABLES.items()}


def _graph_writer(name: str) -> Writer:
    def write(result: QueryResult) -> str:
        store = ox.Store()
        store.load(result.ntriples.encode(), format=ox.RdfFormat.N_TRIPLES)
        return write_graph(Graph(store), name).decode()

    return write


def _table_writer(format_: ox.QueryResultsFormat) -> Writer:
    def write(result: QueryResult) -> str:
        parsed = ox.parse_query_results(
            json.dumps(result_document(result)), ox.QueryResultsFormat.JSON
        )
        return (parsed.serialize(format=format_) or b"").decode()

    return write
