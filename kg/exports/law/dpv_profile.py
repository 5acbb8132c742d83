"""The ontology as a profile of DPV: its norms, roles and measures under the terms of DPV.

The mappings are those of `ontology/alignments.ttl`; what has none is left out.
Source: W3C DPVCG, Data Privacy Vocabulary 2, and its guide to extending it by `skos:broader`.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.store.graph import Graph, Node
from kg.store.prefixes import BASE, PREFIXES
from kg.vocabulary import DCTERMS, HDS, RDF, SKOS

__all__ = ["dpv_profile"]

Triple = tuple[str, str, Node]
_DPV = PREFIXES["dpv"]
_SCHEME = f"{BASE}dpv-profile"
_TYPE = RDF.term("type")
_BROADER = ("exactMatch", "closeMatch", "broadMatch")
_RELATED = ("relatedMatch", "narrowMatch")
_NORMS = {"obligation": "Obligation", "prohibition": "Prohibition", "permission": "Permission"}


def dpv_profile(graph: Graph) -> Graph:
    """Return the terms of the graph that DPV knows, or knows something broader than."""
    return Graph().extend([*_scheme(graph), *_mapped(graph), *_norms(graph)])


def _scheme(graph: Graph) -> Iterator[Triple]:
    yield _SCHEME, _TYPE, SKOS.term("ConceptScheme")
    for name in ("title", "license"):
        for value in graph.objects(f"{BASE}ontology", DCTERMS.term(name)):
            yield _SCHEME, DCTERMS.term(name), value
    yield _SCHEME, DCTERMS.term("conformsTo"), _DPV.removesuffix("#")


def _mapped(graph: Graph) -> Iterator[Triple]:
    """A mapping toward DPV makes a concept below, or beside, the term it leads to."""
    for names, link in ((_BROADER, "broader"), (_RELATED, "related")):
        for name in names:
            for term, _, target in graph.triples(None, SKOS.term(name)):
                if isinstance(target, str) and target.startswith(_DPV.removesuffix("#")):
                    yield term, SKOS.term(link), target
                    yield term, SKOS.term(name), target
                    yield from _concept(graph, term)


def _norms(graph: Graph) -> Iterator[Triple]:
    for norm in graph.subjects(_TYPE, HDS.term("Norm")):
        modality = graph.literal(graph.iri(norm, HDS.term("hasModality")), SKOS.term("notation"))
        yield norm, _TYPE, _DPV + _NORMS.get(modality, "Permission")
        yield from _concept(graph, norm)
        for source in graph.objects(norm, DCTERMS.term("source")):
            yield norm, DCTERMS.term("source"), source


def _concept(graph: Graph, term: str) -> Iterator[Triple]:
    yield term, _TYPE, SKOS.term("Concept")
    yield term, SKOS.term("inScheme"), _SCHEME
    for name in ("prefLabel", "definition"):
        for words in graph.objects(term, SKOS.term(name)):
            yield term, SKOS.term(name), words
