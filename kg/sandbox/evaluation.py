"""Inside the worker: one query evaluated, and its whole result written, or no result at all."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from typing import Any, TypeAlias

import pyoxigraph as ox

from kg.sandbox.question import MOST_BYTES

__all__ = ["Reply", "evaluate"]

Reply: TypeAlias = dict[str, object]
Cell: TypeAlias = tuple[str, str, str, str]

TABLES = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}
GRAPHS = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
}


_BESIDE = ox.NamedNode("urn:beside")
"""Names, for the time of one query, the graph of the triples laid beside the graph."""


class _TooMuchError(Exception):
    """The result passes a limit, which the argument names."""


class _Sink(io.BytesIO):
    """Keeps what is written to it, up to the most bytes of a result."""

    def write(self, part: Any) -> int:  # noqa: ANN401 - any buffer
        """Keep one more part."""
        if self.tell() + len(part) > MOST_BYTES:
            raise _TooMuchError("bytes")
        return super().write(part)


def evaluate(
    store: ox.Store, question: Mapping[str, Any], prefixes: Mapping[str, str]
) -> tuple[Reply, bytes]:
    """Return the reply to a question, and the result itself where it was to be written."""
    try:
        return _evaluate(store, question, dict(prefixes))
    except SyntaxError as error:
        return {"error": "syntax", "message": str(error)}, b""
    except _TooMuchError as error:
        return {"error": str(error)}, b""
    except MemoryError:
        return {"error": "memory"}, b""
    except (OSError, RuntimeError, ValueError) as error:
        return {"error": "failed", "message": str(error)}, b""


def _evaluate(
    store: ox.Store, question: Mapping[str, Any], prefixes: dict[str, str]
) -> tuple[Reply, bytes]:
    with _beside(store, question["beside"]) as default:
        result = store.query(
            question["text"],
            base_iri=question["base"] or None,
            prefixes=prefixes,
            substitutions=_values(question["values"]),
            **(default | _dataset(question["dataset"])),
        )
        return _whole(result, question, prefixes)


def _whole(
    result: ox.QueryBoolean | ox.QuerySolutions | ox.QueryTriples,
    question: Mapping[str, Any],
    prefixes: Mapping[str, str],
) -> tuple[Reply, bytes]:
    if not (question["table"] or question["graph"]):
        return _cells(result, question["rows"]), b""
    if isinstance(result, ox.QueryTriples):
        return _written_graph(result, question["graph"], prefixes)
    return _written_table(result, question["table"])


@contextmanager
def _beside(store: ox.Store, triples: str) -> Iterator[dict[str, Any]]:
    """Lay triples beside the graph for one query; yield the graphs that it is then about."""
    if not triples:
        yield {}
        return
    try:
        store.load(triples.encode(), format=ox.RdfFormat.N_TRIPLES, to_graph=_BESIDE)
        yield {"default_graph": [ox.DefaultGraph(), _BESIDE]}
    finally:
        store.remove_graph(_BESIDE)


def _values(given: list[tuple[str, str]]) -> dict[ox.Variable, Any]:
    return {ox.Variable(name): _term(term) for name, term in given}


def _term(written: str) -> ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple:
    """Return the term that N-Triples write so."""
    line = f"<a:s> <a:p> {written} ."
    quad: ox.Quad = next(iter(ox.parse(line, format=ox.RdfFormat.N_TRIPLES)))
    return quad.object


def _dataset(named: list[list[str]] | None) -> dict[str, Any]:
    """Return the graphs that the query is about; none of them is ever fetched."""
    if named is None:
        return {}
    default, others = ([ox.NamedNode(iri) for iri in graphs] for graphs in named)
    return {"default_graph": default, "named_graphs": others}


def _written_table(
    result: ox.QueryBoolean | ox.QuerySolutions, format_: str
) -> tuple[Reply, bytes]:
    if not format_:
        return {"error": "unacceptable", "message": "table"}, b""
    sink = _Sink()
    result.serialize(sink, format=TABLES[format_])
    return {"form": "table"}, sink.getvalue()


def _written_graph(
    result: ox.QueryTriples, format_: str, prefixes: Mapping[str, str]
) -> tuple[Reply, bytes]:
    if not format_:
        return {"error": "unacceptable", "message": "graph"}, b""
    triples = sorted(_distinct(result), key=str)
    sink = _Sink()
    names = _used(prefixes, triples) if format_ in {"turtle", "rdfxml"} else None
    ox.serialize(triples, sink, GRAPHS[format_], prefixes=names)
    return {"form": "graph"}, sink.getvalue()


def _used(prefixes: Mapping[str, str], triples: Iterable[ox.Triple]) -> dict[str, str]:
    """Return the prefixes of the namespaces that the triples name something in."""
    text = "\n".join(map(str, triples))
    return {name: prefixes[name] for name in sorted(prefixes) if f"<{prefixes[name]}" in text}


def _distinct(result: Iterable[ox.Triple]) -> Iterator[ox.Triple]:
    """Yield each triple once; stop where their text passes the most bytes of a result."""
    seen: set[ox.Triple] = set()
    size = 0
    for triple in result:
        size += len(str(triple))
        if size > MOST_BYTES:
            raise _TooMuchError("bytes")
        if triple not in seen:
            seen.add(triple)
            yield triple


def _cells(result: ox.QueryBoolean | ox.QuerySolutions | ox.QueryTriples, rows: int) -> Reply:
    if isinstance(result, ox.QueryBoolean):
        return {"form": "ask", "truth": bool(result)}
    if isinstance(result, ox.QueryTriples):
        lines = [f"{triple} ." for triple in _capped(result, rows)]
        return {"form": "graph", "lines": sorted(set(lines))}
    names = [variable.value for variable in result.variables]
    table = [[_cell(value) for value in solution] for solution in _capped(result, rows)]
    return {"form": "select", "columns": names, "table": table}


def _capped(found: Iterable[Any], most: int) -> Iterator[Any]:
    """Yield all that is found; stop with an error where it passes a limit."""
    size = 0
    found = iter(found)
    for row in islice(found, most or None):
        size += len(str(row))
        if size > MOST_BYTES:
            raise _TooMuchError("bytes")
        yield row
    if most and next(found, None) is not None:
        raise _TooMuchError("rows")


def _cell(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None) -> Cell:
    """Return kind, text, language and datatype."""
    match term:
        case None:
            return ("none", "", "", "")
        case ox.NamedNode():
            return ("iri", term.value, "", "")
        case ox.BlankNode():
            return ("blank", term.value, "", "")
        case ox.Literal():
            return ("literal", term.value, term.language or "", term.datatype.value)
        case ox.Triple():
            return ("literal", str(term), "", "")
