"""Citations: how a provision is named, and where its wording of a day can be read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kg.domain.law import Citation, DatedCitation, Page
from kg.store.graph import Graph
from kg.vocabulary import HDS, SKOS

__all__ = ["cite", "dated_citation"]

_PAGE = "http://xmlns.com/foaf/0.1/page"


def cite(graph: Graph, iri: str, day: date) -> Citation:
    """Return the citation of a provision, with the address of its wording on `day` if known."""
    return dated_citation(graph, iri).on(day)


def dated_citation(graph: Graph, iri: str) -> DatedCitation:
    """Return how a provision is cited on whatever day."""
    label = graph.text(iri, HDS.term("citation")) or graph.text(iri, SKOS.term("prefLabel"))
    return DatedCitation(iri=iri, label=label, pages=tuple(_pages(graph, iri)))


def _pages(graph: Graph, iri: str) -> Iterator[Page]:
    """Yield the pages of the provision, then those of what it is part of."""
    while iri:
        for version in graph.subjects(HDS.term("isVersionOf"), iri):
            start = _day(graph, version, HDS.term("inForceFrom"))
            if start is not None and (url := graph.iri(version, _PAGE)):
                until = _day(graph, version, HDS.term("inForceUntil"))
                yield Page(url=url, start=start, until=until)
        if url := graph.iri(iri, _PAGE):
            yield Page(url=url)
        iri = graph.iri(iri, HDS.term("isPartOf"))


def _day(graph: Graph, version: str, predicate: str) -> date | None:
    text = graph.literal(version, predicate)
    return date.fromisoformat(text) if text else None
