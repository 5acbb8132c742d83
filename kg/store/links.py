"""The statements about a term: what it says of others, what others say of it, its own block."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from kg.domain.terms import Link
from kg.domain.texts import Text
from kg.store.graph import Graph, Node, Words
from kg.store.prefixes import BASE
from kg.store.terms import term_name
from kg.vocabulary import DCTERMS, HDS, OWL, RDFS, SKOS

__all__ = ["block_of", "incoming_links", "outgoing_links"]

# A card shows these apart, or not at all: templates of sentences.
_APART = {
    DCTERMS.term("source"),
    OWL.term("equivalentClass"),
    SKOS.term("definition"),
    SKOS.term("editorialNote"),
    SKOS.term("prefLabel"),
    HDS.term("affirmation"),
    HDS.term("denial"),
    RDFS.term("isDefinedBy"),
}


def outgoing_links(graph: Graph, iri: str) -> tuple[Link, ...]:
    """Return what a term says of other terms and in words; what its definition mentions too."""
    said = {p for _, p, _ in graph.triples(iri)} - _APART
    links = (link for p in said for link in _links(graph, iri, p))
    return tuple(_in_order(chain(links, _mentions(graph, iri))))


def _mentions(graph: Graph, iri: str) -> Iterator[Link]:
    """Yield the terms named inside the class expressions of a term."""
    name = term_name(graph, OWL.term("equivalentClass"))
    inside = {o for s, _, o in block_of(graph, iri).triples() if s.startswith("_:")}
    for other in sorted(o for o in inside if isinstance(o, str) and o.startswith(BASE)):
        yield Link(predicate=name, other=term_name(graph, other))


def _links(graph: Graph, iri: str, predicate: str) -> Iterator[Link]:
    name = term_name(graph, predicate)
    # That a class is a class is said by the kind on the card.
    others = [o for o in graph.objects(iri, predicate) if not str(o).startswith(str(OWL))]
    for other in others:
        if isinstance(other, str) and not other.startswith("_:"):
            yield Link(predicate=name, other=term_name(graph, other))
        elif isinstance(other, Words) and not other.lang:
            yield Link(predicate=name, words=Text(other.text, other.text))
    if any(isinstance(other, Words) and other.lang for other in others):
        yield Link(predicate=name, words=graph.text(iri, predicate))


def incoming_links(graph: Graph, iri: str) -> tuple[Link, ...]:
    """Return what other terms say of a term, be it deep inside their class expressions."""
    found = {pair for pair in _uses(graph, iri, set()) if pair[1] != iri}
    return tuple(
        _in_order(
            Link(predicate=term_name(graph, predicate), other=term_name(graph, other))
            for predicate, other in found
        )
    )


def _uses(graph: Graph, node: str, seen: set[str]) -> Iterator[tuple[str, str]]:
    """Yield each named term that leads to a node, with the property that it begins by."""
    for subject, predicate, _ in graph.triples(None, None, node):
        if not subject.startswith("_:"):
            yield predicate, subject
        elif subject not in seen:
            seen.add(subject)
            yield from _uses(graph, subject, seen)


def block_of(graph: Graph, iri: str) -> Graph:
    """Return the triples of a term alone, with the expressions that they lead to."""
    found: list[tuple[str, str, Node]] = []
    ahead, seen = [iri], {iri}
    while ahead:
        for triple in graph.triples(ahead.pop()):
            found.append(triple)
            other = triple[2]
            if isinstance(other, str) and other.startswith("_:") and other not in seen:
                seen.add(other)
                ahead.append(other)
    return Graph().extend(found)


def _in_order(links: Iterator[Link]) -> list[Link]:
    return sorted(links, key=_rank)


def _rank(link: Link) -> tuple[str, str, str]:
    other = link.other.label.fr.casefold() if link.other is not None else ""
    return link.predicate.short, other, link.words.fr
