"""The claims of opinions, read from the graph."""

from __future__ import annotations

from kg.domain.claims import Claim, Question
from kg.store.graph import Graph, Words
from kg.vocabulary import DCTERMS, HDS, RDF, SKOS

__all__ = ["read_claims"]


def read_claims(graph: Graph) -> tuple[Claim, ...]:
    """Return the claims of every opinion, in their order."""
    found = graph.subjects(RDF.term("type"), HDS.term("Claim"))
    return tuple(_claim(graph, iri) for iri in sorted(found, key=lambda iri: _order(graph, iri)))


def _order(graph: Graph, iri: str) -> tuple[str, int]:
    return graph.iri(iri, HDS.term("isMadeIn")), int(graph.literal(iri, HDS.term("order")) or 0)


def _claim(graph: Graph, iri: str) -> Claim:
    verdict = graph.iri(iri, HDS.term("hasVerdict"))
    quotes = (q for q in graph.objects(iri, HDS.term("quotes")) if isinstance(q, Words))
    tests = graph.iris(iri, HDS.term("isTestedBy"))
    return Claim(
        iri=iri,
        id=graph.literal(iri, SKOS.term("notation")),
        label=graph.text(iri, SKOS.term("prefLabel")),
        opinion=graph.iri(iri, HDS.term("isMadeIn")),
        quotes=tuple(quote.text for quote in quotes),
        omits=tuple(graph.iris(iri, HDS.term("omits"))),
        verdict=graph.literal(verdict, SKOS.term("notation")),
        verdict_label=graph.text(verdict, SKOS.term("prefLabel")),
        is_sound=graph.literal(verdict, HDS.term("isSound")) == "true",
        explanation=graph.text(iri, HDS.term("explanation")),
        sources=tuple(graph.iris(iri, DCTERMS.term("source"))),
        confidence=graph.iri(iri, HDS.term("confidence")).rsplit("/", 1)[-1],
        questions=tuple(sorted((_question(graph, test) for test in tests), key=_rank)),
    )


def _question(graph: Graph, node: str) -> Question:
    return Question(
        asks=graph.literal(node, HDS.term("asks")),
        expects=graph.literal(node, HDS.term("expects")),
        case=graph.literal(node, HDS.term("onCase")),
        actor=graph.literal(node, HDS.term("onActor")),
    )


def _rank(question: Question) -> tuple[str, str, str]:
    return question.case, question.actor, question.asks
