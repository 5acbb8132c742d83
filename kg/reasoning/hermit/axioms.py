"""The axioms of the graph as triples, found once, of which each module takes those of its day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg.reasoning.axioms.theory import Notion, Theory
from kg.reasoning.hermit.writer import node
from kg.store.graph import Graph
from kg.vocabulary import OWL, RDF, RDFS

__all__ = ["Axioms"]

_LOGIC = (str(OWL), str(RDFS))
_NOT_LOGIC = frozenset(
    {OWL.term("imports"), OWL.term("versionIRI"), OWL.term("versionInfo"), RDFS.term("isDefinedBy")}
)
_HEADS = frozenset({OWL.term(n) for n in ("Ontology", "AnnotationProperty", "NamedIndividual")})
_TYPE, _FIRST, _REST = RDF.term("type"), RDF.term("first"), RDF.term("rest")


class Axioms:
    """The axioms of a graph, each ground's own apart, and the individuals that they name."""

    def __init__(self, graph: Graph, theory: Theory) -> None:
        """Find the axioms of `graph`; `theory` tells which terms are concluded."""
        self.graph = graph
        self._common: list[ox.Quad] = []
        self._of_grounds: dict[tuple[str, Notion], list[ox.Quad]] = {}
        self.individuals: set[str] = set()
        for triple in _logical(graph):
            self._take(triple, self._concluded(triple, theory.concluded))

    def taken(self, grounds: Iterable[tuple[str, Notion]]) -> Iterator[ox.Quad]:
        """Yield the axioms that hold on any day, and those of the grounds named."""
        yield from self._common
        for ground in grounds:
            yield from self._of_grounds.get(ground, ())

    def _take(self, triple: tuple[str, str, str], notion: Notion | None) -> None:
        s, p, o = triple
        quad = ox.Quad(node(s), ox.NamedNode(p), node(o))
        if notion is None:
            self._common.append(quad)
        else:
            self._of_grounds.setdefault((s, notion), []).append(quad)
        if p in {_FIRST, OWL.term("hasValue")} and self._is_individual(o):
            self.individuals.add(o)

    def _is_individual(self, name: str) -> bool:
        return OWL.term("NamedIndividual") in self.graph.iris(name, _TYPE)

    def _concluded(self, triple: tuple[str, str, str], concluded: frozenset[str]) -> Notion | None:
        """Return the notion that a ground's axiom leads to, None for any other axiom."""
        _, predicate, upper = triple
        if predicate != RDFS.term("subClassOf"):
            return None
        if upper in concluded:
            return (upper, "")
        role = self.graph.iri(upper, OWL.term("onProperty")) if upper.startswith("_:") else ""
        if role in concluded:
            return (role, self.graph.iri(upper, OWL.term("hasValue")))
        return None


def _logical(graph: Graph) -> Iterator[tuple[str, str, str]]:
    """Yield the triples of the axioms, and those of the lists that they lead to."""
    heads: list[str] = []
    for s, p, o in graph.triples():
        if isinstance(o, str) and _is_axiom(p, o):
            yield s, p, o
            if o.startswith("_:") and p != _TYPE:
                heads.append(o)
    for head in heads:
        yield from _list(graph, head)


def _list(graph: Graph, cell: str) -> Iterator[tuple[str, str, str]]:
    while item := graph.iri(cell, _FIRST):
        rest = graph.iri(cell, _REST)
        yield cell, _FIRST, item
        yield cell, _REST, rest
        cell = rest


def _is_axiom(predicate: str, value: str) -> bool:
    if predicate == _TYPE:
        return value.startswith(str(OWL)) and value not in _HEADS
    return predicate.startswith(_LOGIC) and predicate not in _NOT_LOGIC
