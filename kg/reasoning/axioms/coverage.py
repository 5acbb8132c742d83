"""What an ontology uses of OWL 2, and what of OWL 2 the engine does not take."""

from __future__ import annotations

from collections import Counter

from kg.reasoning.axioms.forms import CHARACTERISTICS, GROUPS, PREDICATES
from kg.store.graph import Graph
from kg.vocabulary import OWL, RDF, RDFS

__all__ = ["REFUSED", "count_axioms"]

REFUSED = (
    "owl:DatatypeProperty",
    "datatypes",
    "owl:hasKey",
    "owl:sameAs",
    "owl:differentFrom",
    "definitions in a circle",
    "conditions on a concluded property",
    "constraints on a term that no case states",
    "properties of conditions asserted of the ontology’s own individuals",
)
"""The kinds of axiom that the ontology of the law may not have: an edit that adds one is refused.

Those of identity are taken of any other ontology; of a case, its names tell individuals apart.
"""


def count_axioms(graph: Graph) -> Counter[str]:
    """Return how many axioms of each kind a graph states, by the construct that states them."""
    kinds = [f"owl:{name}" for name in CHARACTERISTICS] + [*GROUPS]
    counts = Counter({kind: len(graph.subjects(RDF.term("type"), _iri(kind))) for kind in kinds})
    for kind in PREDICATES.keys() - {"owl:imports"}:
        stated = graph.triples(None, _iri(kind))
        counts[kind] = sum(1 for s, _, _ in stated if kind != "owl:inverseOf" or s[:2] != "_:")
    return Counter({kind: count for kind, count in counts.items() if count})


def _iri(kind: str) -> str:
    prefix, name = kind.split(":")
    return (OWL if prefix == "owl" else RDFS).term(name)
