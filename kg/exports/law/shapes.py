"""The shapes: what a case, and a term of the ontology, must hold."""

from __future__ import annotations

from kg.exports.law.parts import excerpt
from kg.store.graph import Graph
from kg.vocabulary import RDF, SH

__all__ = ["shapes"]


def shapes(graph: Graph) -> Graph:
    """Return the SHACL shapes of a graph, each with all that is said of it.

    Source: W3C, SHACL, sections 2 and 4.
    """
    kinds = (SH.term("NodeShape"), SH.term("PropertyShape"), SH.term("PropertyGroup"))
    found = (s for kind in kinds for s in graph.subjects(RDF.term("type"), kind))
    return excerpt(graph, (s for s in found if not s.startswith("_:")))
