"""Round trips: a graph written in a format and read again."""

from __future__ import annotations

import pyoxigraph as ox

from kg.exports.graphs import write_graph
from kg.store.graph import Graph

__all__ = ["FORMATS", "round_trip"]

FORMATS = {
    "turtle": ox.RdfFormat.TURTLE,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "nquads": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
}


def round_trip(graph: Graph, format_: str) -> tuple[int, bool]:
    """Return how many triples come back from a format, and whether they are isomorphic."""
    written = write_graph(graph, format_)
    back = ox.Dataset(ox.parse(written, format=FORMATS[format_]))
    before = ox.Dataset(ox.Quad(q.subject, q.predicate, q.object) for q in graph.store)
    for dataset in (back, before):
        dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return len(back), back == before
