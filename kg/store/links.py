"""The statements about a term: what it says of others, what others say of it, its own block."""

from __future__ import annotations

from collections.abc import Iterator

from kg.domain.terms import Link
from kg.domain.texts import Text
from kg.store.graph import Graph, Node, Words
from kg.store.relations import Relation, relations
from kg.store.terms import term_name
from kg.vocabulary import DCTERMS, HDS, SKOS

__all__ = ["block_of", "incoming_links", "outgoing_links"]

# A card shows these apart, or not at all: templates of sentences.
_APART = {
    DCTERMS.term("source"),
    SKOS.term("definition"),
    SKOS.term("editorialNote"),
    SKOS.term("prefLabel"),
    HDS.term("affirmation"),
    HDS.term("denial"),
}


def outgoing_links(graph: Graph, iri: str) -> tuple[Link, ...]:
    """Return what a term says in words and of other terms, and what follows from its kinds."""
    said = {p for _, p, _ in graph.triples(iri)} - _APART
    words = (link for predicate in said for link in _words(graph, iri, predicate))
    leaving = relations(graph).leaving.get(iri, ())
    links = (_link(graph, r, r.object) for r in leaving if r.predicate not in _APART)
    return tuple(sorted((*words, *links), key=_rank))


def incoming_links(graph: Graph, iri: str) -> tuple[Link, ...]:
    """Return what other terms say of a term, be it deep inside their class expressions."""
    reaching = relations(graph).reaching.get(iri, ())
    found = (_link(graph, r, r.subject) for r in reaching if r.subject != iri)
    return tuple(sorted(found, key=_rank))


def _words(graph: Graph, iri: str, predicate: str) -> Iterator[Link]:
    said = [o for o in graph.objects(iri, predicate) if isinstance(o, Words)]
    name = term_name(graph, predicate)
    yield from (Link(predicate=name, words=Text(o.text, o.text)) for o in said if not o.lang)
    if any(words.lang for words in said):
        yield Link(predicate=name, words=graph.text(iri, predicate))


def _link(graph: Graph, relation: Relation, other: str) -> Link:
    return Link(
        predicate=term_name(graph, relation.predicate),
        other=term_name(graph, other),
        via=tuple(term_name(graph, name) for name in relation.via),
    )


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


def _rank(link: Link) -> tuple[str, str, str]:
    other = link.other.label.fr.casefold() if link.other is not None else ""
    return link.predicate.short, other, link.words.fr
