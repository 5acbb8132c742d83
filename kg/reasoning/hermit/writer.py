"""OWL 2 axioms written as triples (OWL 2 Mapping to RDF Graphs, §2)."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count
from typing import TypeAlias

import pyoxigraph as ox

from kg.store.graph import Graph
from kg.vocabulary import OWL, RDF

__all__ = ["HELPER", "OwlNode", "OwlWriter", "node"]

HELPER = "https://w3id.org/hds-fr/helper/"
"""Where the names of what only the reference reasoner is told of begin."""
OwlNode: TypeAlias = ox.NamedNode | ox.BlankNode


def node(name: str) -> OwlNode:
    """Return the RDF term of an IRI, or of a blank node written `_:id`."""
    return ox.BlankNode(name[2:]) if name.startswith("_:") else ox.NamedNode(name)


class OwlWriter:
    """Triples under construction, and the individuals that they name."""

    def __init__(self, graph: Graph) -> None:
        """Start empty; `graph` tells the types of reference individuals."""
        self.graph = graph
        self.quads: list[ox.Quad] = []
        self._fresh = count()
        self._individuals: dict[str, str] = {}

    def text(self) -> str:
        """Return the ontology as N-Triples, every individual different from every other."""
        for names in self._alike():
            different = self.blank()
            self.type_(different, ox.NamedNode(OWL.term("AllDifferent")))
            members = self.list_(node(name) for name in names)
            self.add(different, OWL.term("distinctMembers"), members)
        written = ox.serialize(self.quads, format=ox.RdfFormat.N_QUADS)
        return written.decode() if written is not None else ""

    def _alike(self) -> list[list[str]]:
        """Return the individuals by sort, if sorts are disjoint: those that could be the same.

        HermiT reads each pair of a list, so that one list of them all costs it the most.
        """
        found: dict[str, list[str]] = {}
        for name, sort in sorted(self._individuals.items()):
            found.setdefault(sort, []).append(name)
        if not found.keys() <= self._disjoint():
            return [sorted(self._individuals)]
        return [names for names in found.values() if len(names) > 1]

    def _disjoint(self) -> set[str]:
        """Return the classes that one axiom says to be pairwise disjoint."""
        graph = self.graph
        return {
            name
            for axiom in graph.subjects(RDF.term("type"), OWL.term("AllDisjointClasses"))
            for name in graph.items(graph.iri(axiom, OWL.term("members")))
            if isinstance(name, str)
        }

    def add(self, s: OwlNode, p: str, o: OwlNode) -> None:
        """Add one triple."""
        self.quads.append(ox.Quad(s, ox.NamedNode(p), o))

    def type_(self, s: OwlNode, name: OwlNode) -> None:
        """Say that something is of a class."""
        self.add(s, RDF.term("type"), name)

    def blank(self) -> ox.BlankNode:
        """Return a new blank node."""
        return ox.BlankNode(f"m{next(self._fresh)}")

    def class_(self, name: str = "") -> OwlNode:
        """Return a class, declared: a named one, or a new expression."""
        found = node(name) if name else self.blank()
        self.type_(found, ox.NamedNode(OWL.term("Class")))
        return found

    def individual(self, name: str, sort: str = "") -> OwlNode:
        """Return an individual, declared once, with its sort or the types that the graph gives."""
        if name not in self._individuals:
            known = [sort] if sort else self.graph.iris(name, RDF.term("type"))
            kinds = [kind for kind in known if not kind.startswith(str(OWL))]
            self._individuals[name] = kinds[0] if kinds else ""
            self.type_(node(name), ox.NamedNode(OWL.term("NamedIndividual")))
            for kind in kinds:
                self.type_(node(name), ox.NamedNode(kind))
        return node(name)

    def list_(self, items: Iterable[OwlNode]) -> OwlNode:
        """Return the head of a list."""
        head: OwlNode = ox.NamedNode(RDF.term("nil"))
        for item in reversed(list(items)):
            cell = self.blank()
            self.add(cell, RDF.term("first"), item)
            self.add(cell, RDF.term("rest"), head)
            head = cell
        return head

    def union(self, parts: Iterable[OwlNode]) -> OwlNode:
        """Return the union of classes, the empty class of none."""
        return self._several("unionOf", list(parts))

    def both(self, *parts: OwlNode) -> OwlNode:
        """Return the intersection of classes."""
        return self._several("intersectionOf", list(parts))

    def one_of(self, names: Iterable[str]) -> OwlNode:
        """Return the class of the individuals named, the empty class of none."""
        return self._several("oneOf", [node(name) for name in names])

    def _several(self, kind: str, parts: list[OwlNode]) -> OwlNode:
        if not parts:
            return ox.NamedNode(OWL.term("Nothing"))
        found = self.class_()
        self.add(found, OWL.term(kind), self.list_(parts))
        return found

    def complement(self, part: OwlNode) -> OwlNode:
        """Return the complement of a class."""
        found = self.class_()
        self.add(found, OWL.term("complementOf"), part)
        return found

    def restriction(self, role: OwlNode, kind: str, filler: OwlNode) -> OwlNode:
        """Return a restriction (`someValuesFrom`, `allValuesFrom`, `hasValue`) on a property."""
        found = self.blank()
        self.type_(found, ox.NamedNode(OWL.term("Restriction")))
        self.add(found, OWL.term("onProperty"), role)
        self.add(found, OWL.term(kind), filler)
        return found

    def inverse(self, role: str) -> OwlNode:
        """Return the inverse of a property."""
        found = self.blank()
        self.add(found, OWL.term("inverseOf"), ox.NamedNode(role))
        return found
