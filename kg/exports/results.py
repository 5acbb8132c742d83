"""Results of queries, in the formats that SPARQL has for them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import TypeAlias

import pyoxigraph as ox

from kg.domain.tables import Cell, QueryResult
from kg.exports.formats import pick
from kg.exports.graphs import write_graph
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
        parsed = ox.parse_query_results(json.dumps(_document(result)), ox.QueryResultsFormat.JSON)
        return (parsed.serialize(format=format_) or b"").decode()

    return write


def _document(result: QueryResult) -> Mapping[str, object]:
    """Return the result as SPARQL 1.1 Query Results JSON."""
    if result.form == "ask":
        return {"head": {}, "boolean": result.truth}
    rows = [
        {
            column: _binding(cell)
            for column, cell in zip(result.columns, row, strict=True)
            if cell.kind != "none"
        }
        for row in result.rows
    ]
    return {"head": {"vars": result.columns}, "results": {"bindings": rows}}


def _binding(cell: Cell) -> Mapping[str, str]:
    match cell.kind:
        case "iri":
            return {"type": "uri", "value": cell.text}
        case "blank":
            return {"type": "bnode", "value": cell.text}
        case _ if cell.lang:
            return {"type": "literal", "value": cell.text, "xml:lang": cell.lang}
        case _ if cell.datatype:
            return {"type": "literal", "value": cell.text, "datatype": cell.datatype}
        case _:
            return {"type": "literal", "value": cell.text}
