"""The ontology given to the reference reasoner: the axioms of the day, closed, and one case.

The axioms are the graph's own, not the compiler's: the two reasoners share what is taken, what
is closed (`Theory.on`) and what a case states (`describe`), and nothing of how it is reasoned.
"""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from kg.reasoning.axioms.expressions import And
from kg.reasoning.axioms.theory import Ground, Notion, Theory
from kg.reasoning.facts.situation import Situation
from kg.reasoning.hermit.facts import write_facts
from kg.reasoning.hermit.writer import OwlNode, OwlWriter, node
from kg.store.graph import Graph
from kg.vocabulary import OWL, RDF, RDFS

__all__ = ["HELPER", "Claim", "Module"]

HELPER = "https://w3id.org/hds-fr/helper/"
Claim = tuple[Notion, str]
"""A notion, or a class and "", and the individual of whom it is said."""

_LOGIC = (str(OWL), str(RDF), str(RDFS))
_NOT_LOGIC = frozenset(
    {OWL.term("imports"), OWL.term("versionIRI"), OWL.term("versionInfo"), RDFS.term("isDefinedBy")}
)
_HEADS = frozenset({OWL.term(n) for n in ("Ontology", "AnnotationProperty", "NamedIndividual")})


class Module:
    """One OWL 2 DL ontology: the axioms of a day under a choice of readings, and a case."""

    def __init__(self, graph: Graph, theory: Theory, readings: frozenset[str]) -> None:
        """Take the axioms of `graph` that `theory` keeps, under the readings chosen."""
        self.graph, self.theory = graph, theory
        self.writer = OwlWriter(graph)
        self._kept = {
            notion: [g for g in grounds if not g.reading or g.reading in readings]
            for notion, grounds in theory.grounds.items()
        }
        self._axioms()
        for notion, grounds in self._kept.items():
            self._close(notion, grounds)

    def text(self) -> str:
        """Return the ontology as N-Triples."""
        return self.writer.text()

    def describe(self, situation: Situation) -> None:
        """Add the individuals and facts of a case, closed where the case closes them."""
        write_facts(self.writer, self.theory, situation)

    def suppose(self, claims: Iterable[Claim], *, holds: bool) -> None:
        """Add that every one of the claims holds, or that every one fails."""
        for notion, individual in claims:
            self.writer.type_(node(individual), self._side(notion, holds=holds))

    def suppose_one_wrong(self, true: Iterable[Claim], false: Iterable[Claim]) -> None:
        """Add that some claim held true fails, or some claim held false holds.

        The ontology is then inconsistent exactly if every claim was entailed.
        """
        wrong = [self._at(claim, holds=False) for claim in true]
        wrong += [self._at(claim, holds=True) for claim in false]
        witness = self.writer.individual(HELPER + "witness", OWL.term("Thing"))
        reaches = node(HELPER + "reaches")
        self.writer.type_(reaches, node(OWL.term("ObjectProperty")))
        some = self.writer.restriction(reaches, "someValuesFrom", self.writer.union(wrong))
        self.writer.type_(witness, some)

    def _at(self, claim: Claim, *, holds: bool) -> OwlNode:
        notion, individual = claim
        return self.writer.both(self.writer.one_of([individual]), self._side(notion, holds=holds))

    def _side(self, notion: Notion, *, holds: bool) -> OwlNode:
        target = self._target(notion)
        return target if holds else self.writer.complement(target)

    def _target(self, notion: Notion) -> OwlNode:
        name, value = notion
        if not value:
            return ox.NamedNode(name)
        self.writer.individual(value)
        return self.writer.restriction(ox.NamedNode(name), "hasValue", ox.NamedNode(value))

    def _axioms(self) -> None:
        kept = {(g.name, notion) for notion, grounds in self._kept.items() for g in grounds}
        for s, p, o in self.graph.triples():
            if not isinstance(o, str) or not _is_axiom(p, o):
                continue
            notion = self._concluded(p, o)
            if notion is None or (s, notion) in kept:
                self.writer.add(node(s), p, node(o))
                if p in {RDF.term("first"), OWL.term("hasValue")}:
                    self._mention(o)

    def _mention(self, name: str) -> None:
        if OWL.term("NamedIndividual") in self.graph.iris(name, RDF.term("type")):
            self.writer.individual(name)

    def _concluded(self, predicate: str, upper: str) -> Notion | None:
        """Return the notion that a ground's axiom leads to, None for any other axiom."""
        if predicate != RDFS.term("subClassOf"):
            return None
        if upper in self.theory.concluded:
            return (upper, "")
        role = self.graph.iri(upper, OWL.term("onProperty")) if upper.startswith("_:") else ""
        if role in self.theory.concluded:
            return (role, self.graph.iri(upper, OWL.term("hasValue")))
        return None

    def _close(self, notion: Notion, grounds: list[Ground]) -> None:
        """Add the axiom by which a notion holds of nothing but what its grounds bring."""
        name = "-".join(part.rsplit("#", 1)[-1].rsplit("/", 1)[-1] for part in notion if part)
        closed = self.writer.class_(f"{HELPER}{name}")
        self.writer.add(closed, OWL.term("equivalentClass"), self._target(notion))
        if any(ground.condition == And(()) for ground in grounds):
            self.writer.add(closed, OWL.term("equivalentClass"), node(OWL.term("Thing")))
            return
        grounded = self.writer.union(node(ground.name) for ground in grounds)
        self.writer.add(closed, OWL.term("equivalentClass"), grounded)


def _is_axiom(predicate: str, value: str) -> bool:
    if not predicate.startswith(_LOGIC) or predicate in _NOT_LOGIC:
        return False
    return predicate != RDF.term("type") or (value.startswith(str(OWL)) and value not in _HEADS)
