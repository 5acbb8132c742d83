"""Citations: how a provision is named, and where its wording of a day can be read."""

from __future__ import annotations

from datetime import date

from kg.domain.law import Citation
from kg.store.graph import Graph
from kg.vocabulary import HDS, SKOS

__all__ = ["cite"]

_PAGE = "http://xmlns.com/foaf/0.1/page"


def cite(graph: Graph, iri: str, day: date) -> Citation:
    """Return the citation of a provision, with the address of its wording on `day` if known."""
    label = graph.text(iri, HDS.term("citation")) or graph.text(iri, SKOS.term("prefLabel"))
    return Citation(iri=iri, label=label, url=_page(graph, iri, day))


def _page(graph: Graph, iri: str, day: date) -> str:
    whole = iri
    while whole:
        for version in graph.subjects(HDS.term("isVersionOf"), whole):
            if _is_in_force(graph, version, day) and (page := graph.iri(version, _PAGE)):
                return page
        if page := graph.iri(whole, _PAGE):
            return page
        whole = graph.iri(whole, HDS.term("isPartOf"))
    return ""


def _is_in_force(graph: Graph, version: str, day: date) -> bool:
    start = graph.literal(version, HDS.term("inForceFrom"))
    until = graph.literal(version, HDS.term("inForceUntil"))
    return bool(start) and start <= day.isoformat() and (not until or day.isoformat() < until)
