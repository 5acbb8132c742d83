"""The terms of the graph by name: short form, label, kind; lists and search."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

from kg.domain.terms import Sort, TermName
from kg.domain.texts import EMPTY, Text
from kg.store.graph import Graph, Words
from kg.store.prefixes import shorten
from kg.vocabulary import DCTERMS, HDS, OWL, RDF, RDFS, SH, SKOS

__all__ = [
    "TERM_KINDS",
    "find_terms",
    "is_ground",
    "is_known",
    "names_of_terms",
    "sort_of",
    "term_name",
    "terms_of_kind",
]

_TYPE, _LABEL = RDF.term("type"), SKOS.term("prefLabel")
_NAMING = (
    _LABEL,
    SKOS.term("altLabel"),
    SKOS.term("notation"),
    HDS.term("citation"),
    HDS.term("provisionNotation"),
)
_KINDS = {
    OWL.term("Class"): Text("classe", "class"),
    OWL.term("ObjectProperty"): Text("propriété", "property"),
    OWL.term("AnnotationProperty"): Text("annotation", "annotation"),
    OWL.term("Ontology"): Text("ontologie", "ontology"),
    SH.term("NodeShape"): Text("forme", "shape"),
    SH.term("PropertyShape"): Text("forme", "shape"),
}
_GROUND = Text("fondement", "ground")
# Words for the standard vocabularies, which carry none in the graph.
_STANDARD = {
    _TYPE: Text("est de la sorte", "is a"),
    RDFS.term("subClassOf"): Text("est une sorte de", "is a kind of"),
    RDFS.term("subPropertyOf"): Text("précise", "specialises"),
    RDFS.term("domain"): Text("s’applique à", "applies to"),
    RDFS.term("range"): Text("prend pour valeur", "takes as value"),
    RDFS.term("isDefinedBy"): Text("figure dans", "stands in"),
    RDFS.term("seeAlso"): Text("voir aussi", "see also"),
    OWL.term("equivalentClass"): Text("a pour définition", "is defined as"),
    OWL.term("disjointWith"): Text("exclut", "excludes"),
    OWL.term("imports"): Text("importe", "imports"),
    DCTERMS.term("source"): Text("a pour source", "has for source"),
    SKOS.term("altLabel"): Text("se dit aussi", "is also called"),
    SKOS.term("definition"): Text("définition", "definition"),
    SKOS.term("editorialNote"): Text("note", "note"),
    SKOS.term("notation"): Text("identifiant", "identifier"),
    SKOS.term("exactMatch"): Text("équivaut à", "exactly matches"),
    SKOS.term("closeMatch"): Text("est proche de", "closely matches"),
    SKOS.term("broadMatch"): Text("est plus étroit que", "is narrower than"),
    SKOS.term("relatedMatch"): Text("se rapproche de", "is related to"),
    SKOS.term("narrowMatch"): Text("est plus large que", "is broader than"),
}


def term_name(graph: Graph, iri: str) -> TermName:
    """Return how a term is named: a provision as it is cited, a term without words in short."""
    short = shorten(iri)
    words = graph.text(iri, HDS.term("citation")) or graph.text(iri, _LABEL)
    label = words or _STANDARD.get(iri, Text(short, short))
    return TermName(iri=iri, short=short, label=label, kind=_kind(graph, iri))


def is_known(graph: Graph, iri: str) -> bool:
    """Tell whether the graph says anything of a named term."""
    try:
        return not iri.startswith("_:") and next(graph.triples(iri), None) is not None
    except ValueError:  # no IRI at all
        return False


def _kind(graph: Graph, iri: str) -> Text:
    if is_ground(graph, iri):
        return _GROUND
    kinds = graph.iris(iri, _TYPE)
    named = (graph.text(kind, _LABEL) or _KINDS.get(kind, EMPTY) for kind in reversed(kinds))
    return next((kind for kind in named if kind), EMPTY)


def is_ground(graph: Graph, iri: str) -> bool:
    """Tell whether a term is a ground: a class with days of its own."""
    is_class = OWL.term("Class") in graph.iris(iri, _TYPE)
    return is_class and bool(graph.literal(iri, HDS.term("inForceFrom")))


_SORTS = {
    OWL.term("Class"): Sort.CLASS,
    OWL.term("ObjectProperty"): Sort.PROPERTY,
    OWL.term("AnnotationProperty"): Sort.PROPERTY,
    HDS.term("Norm"): Sort.NORM,
    HDS.term("Provision"): Sort.TEXT,
    HDS.term("ProvisionVersion"): Sort.TEXT,
    HDS.term("Paragraph"): Sort.TEXT,
    HDS.term("Reading"): Sort.READING,
    HDS.term("Question"): Sort.READING,
    HDS.term("Claim"): Sort.READING,
}


def sort_of(graph: Graph, iri: str) -> Sort:
    """Return what a term is, as a picture tells it."""
    if is_ground(graph, iri):
        return Sort.GROUND
    found = (_SORTS[kind] for kind in graph.iris(iri, _TYPE) if kind in _SORTS)
    return next(found, Sort.THING)


_PLURAL = re.compile(r"(\w{3,})[sx]$")

TERM_KINDS: Mapping[str, Text] = {
    "classes": Text("classes", "classes"),
    "properties": Text("propriétés", "properties"),
    "norms": Text("normes", "norms"),
    "grounds": Text("fondements", "grounds"),
    "readings": Text("lectures", "readings"),
    "provisions": Text("dispositions", "provisions"),
}
"""What terms can be listed by, with the words for it."""

_OF_CLASS = {
    "norms": HDS.term("Norm"),
    "readings": HDS.term("Reading"),
    "provisions": HDS.term("Provision"),
}


def terms_of_kind(graph: Graph, kind: str) -> list[str]:
    """Return the labelled terms of one of `TERM_KINDS`, sorted."""
    if kind in _OF_CLASS:
        found = graph.subjects(_TYPE, _OF_CLASS[kind])
    elif kind == "properties":
        kinds = ("ObjectProperty", "AnnotationProperty")
        found = [s for name in kinds for s in graph.subjects(_TYPE, OWL.term(name))]
    else:
        classes = graph.subjects(_TYPE, OWL.term("Class"))
        found = [s for s in classes if is_ground(graph, s) is (kind == "grounds")]
    return sorted(s for s in found if graph.objects(s, _LABEL))


def find_terms(graph: Graph, text: str) -> list[str]:
    """Return the terms that a text names, best first; accents, case and signs do not count."""
    wanted = _plain(text)
    if not wanted:
        return []
    ranked = []
    for iri, names in _names(graph).items():
        scores = [score for name in names if (score := _score(wanted, name)) is not None]
        if scores:
            ranked.append((min(scores), _is_detail(graph, iri), len(names[0]), iri))
    return [iri for *_, iri in sorted(ranked)]


def _score(wanted: str, name: str) -> int | None:
    """Return how well a name fits, 0 the best; None where it does not."""
    squeezed = wanted.replace(" ", "")
    if wanted == name or squeezed == name.replace(" ", ""):
        return 0
    if name.startswith(wanted):
        return 1
    if f" {wanted}" in name:
        return 2
    if wanted in name or (len(squeezed) > 3 and squeezed in name.replace(" ", "")):  # noqa: PLR2004 - shorter would fit anything
        return 3
    return 4 if all(f" {word}" in f" {name}" for word in wanted.split()) else None


def _is_detail(graph: Graph, iri: str) -> bool:
    """Tell whether a term is a part or a wording of another, and so comes after it."""
    return bool(graph.iri(iri, HDS.term("isVersionOf")) or graph.iri(iri, HDS.term("isPartOf")))


@lru_cache(maxsize=2)
def _names(graph: Graph) -> Mapping[str, list[str]]:
    return {iri: list(dict.fromkeys(_said(graph, iri))) for iri in sorted(_labelled(graph))}


@lru_cache(maxsize=2)
def names_of_terms(graph: Graph) -> tuple[TermName, ...]:
    """Return the terms that have words, by label, but for the wordings of the provisions."""
    found = (iri for iri in _labelled(graph) if not graph.iri(iri, HDS.term("isVersionOf")))
    names = (term_name(graph, iri) for iri in found)
    return tuple(sorted(names, key=lambda name: (_plain(name.label.fr), name.iri)))


def _labelled(graph: Graph) -> set[str]:
    return {s for s, _, _ in graph.triples(None, _LABEL) if not s.startswith("_:")}


def _said(graph: Graph, iri: str) -> Iterator[str]:
    for naming in _NAMING:
        yield from (_plain(w.text) for w in graph.objects(iri, naming) if isinstance(w, Words))
    short = shorten(iri)
    yield _plain(short)
    yield _plain(short.partition(":")[2])
    yield _plain(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", short.partition(":")[2]))


def _plain(text: str) -> str:
    """Return a text as it is compared: words without accents, signs or marks of plural.

    >>> _plain("Les Hébergeurs, art. L. 1111-8")
    'les hebergeur art l 1111 8'
    """
    split = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe"))
    letters = "".join(sign for sign in split if not unicodedata.combining(sign))
    return " ".join(_PLURAL.sub(r"\1", word) for word in re.findall(r"[^\W_]+", letters))
