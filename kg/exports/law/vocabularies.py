"""The closed lists of the ontology as SKOS concept schemes: roles, activities, norms, readings."""

from __future__ import annotations

from collections.abc import Iterator

from kg.store.graph import Graph, Node, Words
from kg.store.prefixes import BASE
from kg.vocabulary import DCTERMS, HDS, OWL, RDF, RDFS, SKOS

__all__ = ["ROLES", "vocabularies"]

Triple = tuple[str, str, Node]

ROLES = f"{BASE}id/role/"
"""What the IRI of a role begins with: a concept beside the class of those who have the role."""

_SAID = ("prefLabel", "altLabel", "definition", "notation", "editorialNote")
_MATCHES = ("exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch")
_TYPE = RDF.term("type")


def vocabularies(graph: Graph) -> Graph:
    """Return the concept schemes of a graph, one for each class whose members have a notation.

    Source: W3C, SKOS Reference, sections 3 to 10. A scheme is named by its class.
    """
    found = [*_schemes(graph), *_roles(graph)]
    return Graph().extend(found)


def _schemes(graph: Graph) -> Iterator[Triple]:
    for kind in _kinds(graph):
        scheme = f"{BASE}scheme/{kind.rsplit('#', 1)[-1]}"
        yield from _scheme(graph, scheme, kind)
        for member in graph.subjects(_TYPE, kind):
            yield from _concept(graph, member, scheme, like=member)


def _kinds(graph: Graph) -> list[str]:
    noted = (member for member, _, _ in graph.triples(None, SKOS.term("notation")))
    kinds = {kind for member in noted for kind in graph.iris(member, _TYPE)}
    return sorted(kind for kind in kinds if kind.startswith(HDS))


def _roles(graph: Graph) -> Iterator[Triple]:
    """A role is the class of those who have it: its concept stands beside, and leads there."""
    scheme = f"{BASE}scheme/Role"
    yield scheme, _TYPE, SKOS.term("ConceptScheme")
    for words in graph.objects(HDS.term("roleNotation"), SKOS.term("prefLabel")):
        yield scheme, SKOS.term("prefLabel"), words
    for kind, _, notation in graph.triples(None, HDS.term("roleNotation")):
        if isinstance(notation, Words):
            concept = ROLES + notation.text.replace("_", "-")
            yield concept, SKOS.term("notation"), notation
            yield concept, RDFS.term("seeAlso"), kind
            yield from _concept(graph, concept, scheme, like=kind)


def _scheme(graph: Graph, scheme: str, kind: str) -> Iterator[Triple]:
    yield scheme, _TYPE, SKOS.term("ConceptScheme")
    for predicate in ("prefLabel", "definition"):
        for words in graph.objects(kind, SKOS.term(predicate)):
            yield scheme, SKOS.term(predicate), words
    for licence in graph.iris(BASE + "ontology", DCTERMS.term("license")):
        yield scheme, DCTERMS.term("license"), licence
    for version in graph.objects(BASE + "ontology", OWL.term("versionInfo")):
        yield scheme, OWL.term("versionInfo"), version


def _concept(graph: Graph, concept: str, scheme: str, *, like: str) -> Iterator[Triple]:
    yield concept, _TYPE, SKOS.term("Concept")
    yield concept, SKOS.term("inScheme"), scheme
    yield concept, SKOS.term("topConceptOf"), scheme
    yield scheme, SKOS.term("hasTopConcept"), concept
    for predicate in (*_SAID, *_MATCHES):
        for other in graph.objects(like, SKOS.term(predicate)):
            yield concept, SKOS.term(predicate), other
    for source in graph.objects(like, DCTERMS.term("source")):
        yield concept, DCTERMS.term("source"), source
