"""The case format, read from its shapes: sections, keys, options, questions."""

from __future__ import annotations

from collections.abc import Iterable

from kg.domain.case_format import CaseFormat, KeyFormat, Option, SectionFormat, ValueKind
from kg.domain.texts import Text
from kg.errors import Fault, OntologyError
from kg.store.graph import RDF, Graph

__all__ = ["case_format"]

_HDS = "https://w3id.org/hds-fr/ontology#"
_SH = "http://www.w3.org/ns/shacl#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_SUBCLASS = "http://www.w3.org/2000/01/rdf-schema#subClassOf"


def case_format(graph: Graph) -> CaseFormat:
    """Return what a case may hold, in the order of the shapes.

    Raises:
        OntologyError: the graph describes no section, or a key of no known kind.
    """
    shapes = [s for s in graph.subjects(RDF + "type", _SH + "NodeShape") if _section_of(graph, s)]
    if not shapes:
        raise OntologyError(_NO_SHAPES)
    return CaseFormat(sections=tuple(_section(graph, shape) for shape in _ordered(graph, shapes)))


def _section(graph: Graph, shape: str) -> SectionFormat:
    keys = _ordered(graph, graph.iris(shape, _SH + "property"))
    return SectionFormat(
        name=_section_of(graph, shape),
        keyed=_is_true(graph, shape, "keyedById"),
        sort=graph.iri(shape, _SH + "targetClass"),
        label=graph.text(shape, _SKOS + "prefLabel"),
        keys=tuple(_key(graph, key) for key in keys),
        owner=graph.literal(shape, _HDS + "nestedIn"),
    )


def _key(graph: Graph, shape: str) -> KeyFormat:
    return KeyFormat(
        section=_section_of(graph, shape),
        key=graph.literal(shape, _HDS + "caseKey"),
        kind=_kind(graph, shape),
        label=graph.text(shape, _SH + "name"),
        question=graph.text(shape, _SH + "description"),
        options=_options(graph, shape),
        target=graph.literal(shape, _HDS + "refersToSection"),
        required=_number(graph, shape, _SH + "minCount") > 0,
        closes=_is_true(graph, shape, "closedWhenComplete"),
        default=graph.literal(shape, _HDS + "valueWhenSilent"),
        term=graph.iri(shape, _HDS + "statesTerm"),
        inverse=_is_true(graph, shape, "statesInverse"),
    )


def _kind(graph: Graph, shape: str) -> ValueKind:
    kind = graph.literal(shape, _HDS + "valueKind")
    if kind not in list(ValueKind):
        raise OntologyError(_no_such_kind(shape, kind))
    return ValueKind(kind)


def _options(graph: Graph, shape: str) -> tuple[Option, ...]:
    listed = graph.iri(shape, _SH + "in")
    if listed:
        terms: Iterable[str] = [item for item in graph.items(listed) if isinstance(item, str)]
        return tuple(_option(graph, term) for term in terms)
    scheme = graph.iri(shape, _HDS + "scheme")
    if not scheme:
        return ()
    found = {s for sort in _sorts(graph, scheme) for s in graph.subjects(RDF + "type", sort)}
    return tuple(_option(graph, term) for term in _ordered(graph, found))


def _sorts(graph: Graph, scheme: str) -> set[str]:
    """Return the class and the named classes below it."""
    found, ahead = set[str](), [scheme]
    while ahead:
        sort = ahead.pop()
        if sort not in found:
            found.add(sort)
            ahead += graph.subjects(_SUBCLASS, sort)
    return found


def _option(graph: Graph, term: str) -> Option:
    value = graph.literal(term, _SKOS + "notation")
    label = graph.text(term, _SKOS + "prefLabel")
    return Option(value=value, iri=term, label=label or Text(value, value))


def _ordered(graph: Graph, terms: Iterable[str]) -> list[str]:
    def place(term: str) -> tuple[int, str]:
        return _number(graph, term, _SH + "order") + _number(graph, term, _HDS + "order"), term

    return sorted(terms, key=place)


def _section_of(graph: Graph, shape: str) -> str:
    return graph.literal(shape, _HDS + "caseSection")


def _number(graph: Graph, term: str, predicate: str) -> int:
    return int(graph.literal(term, predicate) or 0)


def _is_true(graph: Graph, term: str, name: str) -> bool:
    return graph.literal(term, _HDS + name) == "true"


_NO_SHAPES = Fault(
    fr="aucune forme ne décrit les dossiers ; ajoutez ontology/shapes/case.ttl au graphe.",
    en="no shape describes the cases; add ontology/shapes/case.ttl to the graph.",
)


def _no_such_kind(shape: str, kind: str) -> Fault:
    allowed = ", ".join(ValueKind)
    return Fault(
        fr=f"« {kind} » n’est pas un genre de valeur ({shape}) ; genres admis : {allowed}.",
        en=f"“{kind}” is no kind of value ({shape}); allowed kinds: {allowed}.",
        key=shape,
    )
