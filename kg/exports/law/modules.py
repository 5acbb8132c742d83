"""The modules of the graph: each term with the ontology that defines it, as in the sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from kg.exports.law.parts import excerpt
from kg.store.graph import Graph
from kg.store.prefixes import BASE
from kg.vocabulary import RDFS

__all__ = ["modules"]


def modules(graph: Graph) -> Mapping[str, Graph]:
    """Return the graph in parts that add up to it: by module, and `hds` for what names none."""
    subjects: dict[str, set[str]] = defaultdict(set)
    led_to = {o for _, _, o in graph.triples()}
    for subject in {s for s, _, _ in graph.triples() if not s.startswith("_:") or s not in led_to}:
        subjects[_module(graph, subject)].add(subject)
    return {name: excerpt(graph, found) for name, found in sorted(subjects.items())}


def _module(graph: Graph, subject: str) -> str:
    home = graph.iri(subject, RDFS.term("isDefinedBy")) or subject
    if home.startswith(f"{BASE}law/"):
        return "law"
    name = home.removeprefix(f"{BASE}ontology/")
    return name if name.isalpha() else "hds"
