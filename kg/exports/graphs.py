"""Graphs as RDF: one writer a format, each giving the same bytes for the same graph."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

import pyoxigraph as ox
import rdflib

from kg.exports.formats import pick
from kg.exports.sssom import mapping_table
from kg.store.graph import Graph
from kg.store.prefixes import PREFIXES, shorten
from kg.vocabulary import XSD

__all__ = ["WRITERS", "Writer", "write_graph"]

Writer: TypeAlias = Callable[[Graph], bytes]
Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"


def write_graph(graph: Graph, format_: str) -> bytes:
    """Return a graph in one of the formats of `WRITERS`.

    Raises:
        ExportError: there is no such format.
    """
    return pick(WRITERS, format_)(graph)


def _statements(quads: Iterable[ox.Quad]) -> ox.Dataset:
    """Return the triples, their blank nodes named by what is said of them."""
    found = ox.Dataset(ox.Quad(q.subject, q.predicate, q.object) for q in quads)
    found.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return found


def _triples(graph: Graph) -> list[ox.Triple]:
    """Return the triples in one order."""
    return sorted((quad.triple for quad in _statements(graph.store)), key=str)


def _ntriples(graph: Graph) -> bytes:
    return "".join(f"{triple} .\n" for triple in _triples(graph)).encode()


def _rdfxml(graph: Graph) -> bytes:
    return _serialized(graph, ox.RdfFormat.RDF_XML)


def _trig(graph: Graph) -> bytes:
    return _serialized(graph, ox.RdfFormat.TRIG)


def _serialized(graph: Graph, format_: ox.RdfFormat) -> bytes:
    used = _used_prefixes(graph)
    return ox.serialize(_triples(graph), format=format_, prefixes=used) or b""


def _turtle(graph: Graph) -> bytes:
    text = _rdflib(graph).serialize(format="longturtle").strip() + "\n"
    return _checked(graph, text.encode(), ox.RdfFormat.TURTLE)


def _jsonld(graph: Graph) -> bytes:
    context = _used_prefixes(graph)
    document = json.loads(_rdflib(graph).serialize(format="json-ld", context=context))
    text = json.dumps(_in_order(document), ensure_ascii=False, indent=2) + "\n"
    return _checked(graph, text.encode(), ox.RdfFormat.JSON_LD)


def _checked(graph: Graph, written: bytes, format_: ox.RdfFormat) -> bytes:
    """Return what was written if it says the same as the graph, else a plainer file that does.

    rdflib writes some numbers otherwise than they are (an infinite one in JSON-LD).
    """
    try:
        is_same = _statements(ox.parse(written, format=format_)) == _statements(graph.store)
    except SyntaxError:
        is_same = False
    return written if is_same else _serialized(graph, format_)


def _in_order(node: Json) -> Json:
    """Return the same document, sorted but for the lists whose order says something."""
    match node:
        case {"@list": list(items)}:
            return {"@list": [_in_order(item) for item in items]}
        case dict():
            return {key: _in_order(node[key]) for key in sorted(node)}
        case list():
            return sorted((_in_order(item) for item in node), key=json.dumps)
        case None | bool() | int() | float() | str():
            return node


def _used_prefixes(graph: Graph) -> dict[str, str]:
    """Return the prefixes of the namespaces that the graph names something in."""
    names = {name for s, p, o in graph.triples() for name in (s, p, o) if isinstance(name, str)}
    used = {shorten(name).partition(":")[0] for name in names}
    return {prefix: PREFIXES[prefix] for prefix in sorted(used & PREFIXES.keys())}


def _rdflib(graph: Graph) -> rdflib.Graph:
    """Return rdflib's copy of a graph."""
    copy = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in _used_prefixes(graph).items():
        copy.bind(prefix, namespace)
    for triple in _triples(graph):
        copy.add((_term(triple.subject), _term(triple.predicate), _term(triple.object)))
    return copy


def _term(term: object) -> rdflib.term.Node:
    match term:
        case ox.NamedNode():
            return rdflib.URIRef(term.value)
        case ox.Literal() if term.language:
            return rdflib.Literal(term.value, lang=term.language)
        case ox.Literal() if term.datatype.value == XSD.term("string"):
            return rdflib.Literal(term.value)
        case ox.Literal():
            kind = rdflib.URIRef(term.datatype.value)
            return rdflib.Literal(term.value, datatype=kind, normalize=False)
        case _:
            return rdflib.BNode(str(term).removeprefix("_:"))


WRITERS: Mapping[str, Writer] = {
    "turtle": _turtle,
    "rdfxml": _rdfxml,
    "jsonld": _jsonld,
    "ntriples": _ntriples,
    "nquads": _ntriples,
    "trig": _trig,
    "sssom": mapping_table,
}
"""A writer for each format; N-Quads of a single graph are its N-Triples, SSSOM its mappings."""
