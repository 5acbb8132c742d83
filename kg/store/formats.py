"""The case format, read from its shapes: sections, keys, options, questions."""

from __future__ import annotations

from collections.abc import Iterable

from kg.domain.case_format import CaseFormat, KeyFormat, Option, SectionFormat, ValueKind
from kg.domain.texts import Text
from kg.errors import Fault, OntologyError
from kg.store.graph import Graph
from kg.vocabulary import HDS, RDF, RDFS, SH, SKOS

__all__ = ["case_format"]


def case_format(graph: Graph) -> CaseFormat:
    """Return what a case may hold, in the order of the shapes.

    Raises:
        OntologyError: the graph describes no section, or a key of no known kind.
    """
    shapes = [
        s for s in graph.subjects(RDF.term("type"), SH.term("NodeShape")) if _section_of(graph, s)
    ]
    if not shapes:
        raise OntologyError(_NO_SHAPES)
    return CaseFormat(sections=tuple(_section(graph, shape) for shape in _ordered(graph, shapes)))


def _section(graph: Graph, shape: str) -> SectionFormat:
    keys = _ordered(graph, graph.iris(shape, SH.term("property")))
    return SectionFormat(
        name=_section_of(graph, shape),
        keyed=_is_true(graph, shape, HDS.term("keyedById")),
        sort=graph.iri(shape, SH.term("targetClass")),
        label=graph.text(shape, SKOS.term("prefLabel")),
        keys=tuple(_key(graph, key) for key in keys),
        owner=graph.literal(shape, HDS.term("nestedIn")),
    )


def _key(graph: Graph, shape: str) -> KeyFormat:
    options = _options(graph, shape)
    return KeyFormat(
        section=_section_of(graph, shape),
        key=graph.literal(shape, HDS.term("caseKey")),
        kind=_kind(graph, shape),
        label=graph.text(shape, SH.term("name")),
        question=graph.text(shape, SH.term("description")),
        options=options,
        target=graph.literal(shape, HDS.term("refersToSection")),
        required=_number(graph, shape, SH.term("minCount")) > 0,
        closes=_is_true(graph, shape, HDS.term("closedWhenComplete")),
        default=graph.literal(shape, HDS.term("valueWhenSilent")),
        term=graph.iri(shape, HDS.term("statesTerm")),
        stands=tuple(option.value for option in options if _stands(graph, option)),
        inverse=_is_true(graph, shape, HDS.term("statesInverse")),
    )


def _kind(graph: Graph, shape: str) -> ValueKind:
    kind = graph.literal(shape, HDS.term("valueKind"))
    if kind not in list(ValueKind):
        raise OntologyError(_no_such_kind(shape, kind))
    return ValueKind(kind)


def _options(graph: Graph, shape: str) -> tuple[Option, ...]:
    listed = graph.iri(shape, f"{SH}in")
    if listed:
        terms: Iterable[str] = [item for item in graph.items(listed) if isinstance(item, str)]
        return tuple(_option(graph, term) for term in terms)
    scheme = graph.iri(shape, HDS.term("scheme"))
    if not scheme:
        return ()
    found = {s for sort in _sorts(graph, scheme) for s in graph.subjects(RDF.term("type"), sort)}
    return tuple(_option(graph, term) for term in _ordered(graph, found))


def _sorts(graph: Graph, scheme: str) -> set[str]:
    """Return the class and the named classes below it."""
    found, ahead = set[str](), [scheme]
    while ahead:
        sort = ahead.pop()
        if sort not in found:
            found.add(sort)
            ahead += graph.subjects(RDFS.term("subClassOf"), sort)
    return found


def _stands(graph: Graph, option: Option) -> bool:
    return _is_true(graph, option.iri, HDS.term("standsForUnknown"))


def _option(graph: Graph, term: str) -> Option:
    value = graph.literal(term, SKOS.term("notation"))
    label = graph.text(term, SKOS.term("prefLabel"))
    return Option(value=value, iri=term, label=label or Text(value, value))


def _ordered(graph: Graph, terms: Iterable[str]) -> list[str]:
    return sorted(terms, key=lambda term: (_order(graph, term), term))


def _order(graph: Graph, term: str) -> int:
    """Shapes have SHACL's order, the ontology's individuals its own."""
    return _number(graph, term, SH.term("order")) or _number(graph, term, HDS.term("order"))


def _section_of(graph: Graph, shape: str) -> str:
    return graph.literal(shape, HDS.term("caseSection"))


def _number(graph: Graph, term: str, predicate: str) -> int:
    return int(graph.literal(term, predicate) or 0)


def _is_true(graph: Graph, term: str, predicate: str) -> bool:
    return graph.literal(term, predicate) == "true"


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
