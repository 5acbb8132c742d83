"""Tables and truth values as SPARQL 1.1 Query Results JSON."""

from __future__ import annotations

from collections.abc import Mapping

from kg.domain.tables import Cell, QueryResult

__all__ = ["result_document"]


def result_document(result: QueryResult) -> Mapping[str, object]:
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
