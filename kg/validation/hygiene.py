"""What every term of the ontology must have, and what refers to nothing."""

from __future__ import annotations

from collections.abc import Iterator

from kg.errors import Fault
from kg.store.graph import Graph, Words
from kg.store.prefixes import BASE
from kg.vocabulary import DCTERMS, HDS, OWL, RDF, RDFS, SKOS

__all__ = ["hygiene_faults", "own_terms"]

_KINDS = ("Class", "ObjectProperty", "AnnotationProperty", "NamedIndividual")
_NEEDED = {
    SKOS.term("definition"): ("définition", "definition"),
    DCTERMS.term("source"): ("source", "source"),
    RDFS.term("isDefinedBy"): ("module", "module"),
}


def own_terms(graph: Graph) -> list[str]:
    """Return the classes, properties and individuals that the ontology defines, sorted."""
    found = {s for kind in _KINDS for s in graph.subjects(RDF.term("type"), OWL.term(kind))}
    return sorted(s for s in found if s.startswith(BASE))


def hygiene_faults(graph: Graph) -> list[Fault]:
    """Return what is missing from the terms, and the sources that lead nowhere."""
    faults = [fault for term in own_terms(graph) for fault in _of_term(graph, term)]
    return [*faults, *_lost_sources(graph)]


def _of_term(graph: Graph, term: str) -> Iterator[Fault]:
    labels = graph.objects(term, SKOS.term("prefLabel"))
    languages = {label.lang for label in labels if isinstance(label, Words)}
    for lang in sorted({"fr", "en"} - languages):
        yield _missing(term, f"libellé ({lang})", f"label ({lang})")
    if HDS.term("Country") in graph.iris(term, RDF.term("type")):
        return  # a country is its code
    for predicate, (fr, en) in _NEEDED.items():
        if not graph.objects(term, predicate):
            yield _missing(term, fr, en)


def _lost_sources(graph: Graph) -> Iterator[Fault]:
    for term in own_terms(graph):
        for source in graph.iris(term, DCTERMS.term("source")):
            if source.startswith(BASE) and not any(graph.triples(source)):
                yield Fault(
                    fr=f"la source {source} manque au graphe. Corrigez-la ou décrivez-la.",
                    en=f"the source {source} is not in the graph. Correct it or describe it.",
                    key=term,
                )


def _missing(term: str, fr: str, en: str) -> Fault:
    return Fault(
        fr=f"{term} n’a pas de {fr}. Ajoutez-le à son bloc.",
        en=f"{term} has no {en}. Add it to its block.",
        key=term,
    )
