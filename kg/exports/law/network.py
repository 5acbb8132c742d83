"""The graph as a network, for tools that draw and measure networks: GraphML, DOT, SVG, PNG.

A node is a term that has a label, an edge what joins two; both carry their IRI and their words.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import igraph
import typst

from kg.domain.terms import Sort
from kg.exports.law.drawing import drawing
from kg.store.graph import Graph
from kg.store.prefixes import shorten
from kg.store.relations import Relation, relations
from kg.store.terms import sort_of, term_name
from kg.vocabulary import HDS, OWL, RDF, RDFS, SKOS

__all__ = ["dot", "graphml", "png", "svg"]

_LEFT_OUT = {HDS.term("Country"), HDS.term("Paragraph"), HDS.term("ProvisionVersion")}
# What nearly every term has tells nothing of how they hang together.
_COMMON = {
    HDS.term("authority"),
    HDS.term("confidence"),
    RDF.term("type"),
    RDFS.term("isDefinedBy"),
}
_DRAWN = {Sort.CLASS.value, Sort.GROUND.value, Sort.NORM.value}
_BINDING = {HDS.term("isBoundBy"), HDS.term("breaches")}
_PIXELS_AN_INCH = 96


def graphml(graph: Graph) -> bytes:
    """Return the network as GraphML, each node with its IRI, sort and labels."""
    return _written(_network(graph), "graphml")


def dot(graph: Graph) -> bytes:
    """Return the network in the DOT language of Graphviz."""
    return _written(_network(graph), "dot")


def svg(graph: Graph) -> bytes:
    """Return the picture of what follows from what: facts to the left, then notions, then norms.

    Drawn are the classes, grounds and norms, each to the right of what it is defined by.
    """
    concluded = {s for s, _, _ in graph.triples(None, HDS.term("isConcluded"))}
    flow = _flow(_network(graph), concluded)
    places = flow.layout_sugiyama(hgap=1, vgap=1, maxiter=200).coords[: flow.vcount()]
    return drawing(flow, [(int(layer), place) for place, layer in places])


def _flow(network: igraph.Graph, concluded: set[str]) -> igraph.Graph:
    """Return the network of what follows from what: from a condition to what it conditions."""
    pairs = [pair for edge in network.es if (pair := _step(network, edge, concluded))]
    kept = sorted({index for pair in pairs for index in pair})
    flow = igraph.Graph(directed=True)
    said = {
        name: [network.vs[i][name] for i in kept] for name in ("name", "short", "sort", "label")
    }
    flow.add_vertices(len(kept), attributes=said)
    place = {index: number for number, index in enumerate(kept)}
    flow.add_edges(sorted({(place[a], place[b]) for a, b in pairs}))
    return flow


def _step(network: igraph.Graph, edge: igraph.Edge, concluded: set[str]) -> tuple[int, int] | None:
    source, target = network.vs[edge.source], network.vs[edge.target]
    if not {source["sort"], target["sort"]} <= _DRAWN:
        return None
    if edge["predicate"] == OWL.term("equivalentClass"):
        return edge.target, edge.source
    is_ground = edge["predicate"] == RDFS.term("subClassOf") and target["name"] in concluded
    return (edge.source, edge.target) if is_ground or edge["predicate"] in _BINDING else None


def png(graph: Graph) -> bytes:
    """Return the same picture as an image."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "picture.svg").write_bytes(svg(graph))
        page = '#set page(width: auto, height: auto, margin: 0pt)\n#image("picture.svg")\n'
        (folder / "page.typ").write_text(page, encoding="utf-8")
        image = folder / "picture.png"
        typst.compile(str(folder / "page.typ"), str(image), format="png", ppi=_PIXELS_AN_INCH)
        return image.read_bytes()


def _network(graph: Graph) -> igraph.Graph:
    terms = sorted(_terms(graph))
    known = frozenset(terms)
    edges = [r for term in terms for r in _edges(graph, term) if r.object in known]
    names = [term_name(graph, term) for term in terms]
    network = igraph.Graph(directed=True)
    network.add_vertices(
        len(terms),
        attributes={
            "name": terms,
            "short": [shorten(term) for term in terms],
            "sort": [sort_of(graph, term).value for term in terms],
            "label": [name.label.en for name in names],
            "label_fr": [name.label.fr for name in names],
        },
    )
    network.add_edges(
        [(r.subject, r.object) for r in edges],
        attributes={
            "predicate": [r.predicate for r in edges],
            "label": [term_name(graph, r.predicate).label.en for r in edges],
        },
    )
    return network


def _terms(graph: Graph) -> set[str]:
    labelled = {s for s, _, _ in graph.triples(None, SKOS.term("prefLabel"))}
    out = {s for kind in _LEFT_OUT for s in graph.subjects(RDF.term("type"), kind)}
    return {s for s in labelled - out if not s.startswith("_:")}


def _edges(graph: Graph, term: str) -> Iterator[Relation]:
    leaving = relations(graph).leaving.get(term, ())
    return (r for r in leaving if not r.via and r.predicate not in _COMMON)


def _written(network: igraph.Graph, format_: str) -> bytes:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "network"
        network.write(str(path), format=format_)
        return path.read_bytes()
