"""The description of the graph itself, for catalogues of data: DCAT and VoID."""

from __future__ import annotations

from collections.abc import Iterator

from kg.store.graph import Graph, Node, Words
from kg.store.prefixes import BASE, PREFIXES
from kg.vocabulary import DCTERMS, OWL, RDF, XSD

__all__ = ["description_of_the_graph"]

Triple = tuple[str, str, Node]

_DCAT = PREFIXES["dcat"]
_VOID = PREFIXES["void"]
_WHOLE = BASE + "ontology"
_DATASET = BASE + "dataset"
_FRENCH_AND_ENGLISH = ("FRA", "ENG")
_LANGUAGES = "http://publications.europa.eu/resource/authority/language/"
_FEATURES = "http://www.w3.org/ns/formats/"
_MEDIA = {
    "Turtle": "text/turtle",
    "RDF_XML": "application/rdf+xml",
    "JSON-LD": "application/ld+json",
    "N-Triples": "application/n-triples",
    "N-Quads": "application/n-quads",
    "TriG": "application/trig",
}


def description_of_the_graph(graph: Graph) -> Graph:
    """Return what the graph is: title, licence, version, counts, vocabularies, formats.

    Source: W3C, DCAT 3, sections 6.6 to 6.8, and the VoID note, sections 2 to 4.
    """
    return Graph().extend([*_dataset(graph), *_counts(graph), *_distributions(graph)])


def _dataset(graph: Graph) -> Iterator[Triple]:
    yield _DATASET, RDF.term("type"), _DCAT + "Dataset"
    yield _DATASET, RDF.term("type"), _VOID + "Dataset"
    for name in ("title", "description", "license"):
        for value in graph.objects(_WHOLE, DCTERMS.term(name)):
            yield _DATASET, DCTERMS.term(name), value
    for version in graph.objects(_WHOLE, OWL.term("versionInfo")):
        yield _DATASET, _DCAT + "version", version
    for version in graph.iris(_WHOLE, OWL.term("versionIRI")):
        yield _DATASET, DCTERMS.term("isVersionOf"), _WHOLE
        yield _DATASET, DCTERMS.term("conformsTo"), version
    for code in _FRENCH_AND_ENGLISH:
        yield _DATASET, DCTERMS.term("language"), _LANGUAGES + code


def _counts(graph: Graph) -> Iterator[Triple]:
    triples = list(graph.triples())
    kinds = [o for _, p, o in triples if p == RDF.term("type") and isinstance(o, str)]
    predicates = {p for _, p, _ in triples}
    yield _DATASET, _VOID + "triples", _number(len(triples))
    yield _DATASET, _VOID + "entities", _number(len({s for s, _, _ in triples if _is_named(s)}))
    yield _DATASET, _VOID + "classes", _number(len(set(kinds)))
    yield _DATASET, _VOID + "properties", _number(len(predicates))
    yield _DATASET, _VOID + "uriSpace", Words(BASE)
    named = {name for name in (*predicates, *kinds) if _is_named(name)}
    for namespace in sorted(set(PREFIXES.values())):
        if any(name.startswith(namespace) for name in named):
            yield _DATASET, _VOID + "vocabulary", namespace


def _distributions(graph: Graph) -> Iterator[Triple]:
    for name, media in _MEDIA.items():
        part = f"{_DATASET}/{name.lower().replace('_', '-')}"
        yield _DATASET, _DCAT + "distribution", part
        yield _DATASET, _VOID + "feature", _FEATURES + name
        yield part, RDF.term("type"), _DCAT + "Distribution"
        yield part, _DCAT + "mediaType", f"https://www.iana.org/assignments/media-types/{media}"
        yield part, DCTERMS.term("format"), Words(media)
        for licence in graph.iris(_WHOLE, DCTERMS.term("license")):
            yield part, DCTERMS.term("license"), licence


def _number(count: int) -> Words:
    return Words(str(count), datatype=XSD.term("integer"))


def _is_named(name: str) -> bool:
    return not name.startswith("_:")
