"""The catalogue of the ontology, read from the graph."""

from __future__ import annotations

from kg.domain.case_format import Option
from kg.domain.catalogue import Activity, Catalogue, Norm, Role
from kg.store.graph import Graph, Words
from kg.vocabulary import DCTERMS, HDS, RDF, SKOS

__all__ = ["read_catalogue"]


def read_catalogue(graph: Graph) -> Catalogue:
    """Return the questions, activities, roles and norms of the graph, in their order."""
    return Catalogue(
        certification=_question(graph, "certification"),
        approval=_question(graph, "approval"),
        activities=_activities(graph),
        roles=_roles(graph),
        norms=tuple(
            _norm(graph, iri) for iri in graph.subjects(RDF.term("type"), HDS.term("Norm"))
        ),
        ranks=_ranks(graph),
    )


def _ranks(graph: Graph) -> tuple[Option, ...]:
    levels = graph.subjects(RDF.term("type"), HDS.term("AuthorityLevel"))
    levels.sort(key=lambda level: int(graph.literal(level, HDS.term("order")) or 0))
    return tuple(
        Option(
            value=graph.literal(level, SKOS.term("notation")),
            iri=level,
            label=graph.text(level, SKOS.term("prefLabel")),
        )
        for level in levels
    )


def _question(graph: Graph, name: str) -> Role:
    found = [
        s for s, _, o in graph.triples(None, HDS.term("answersTo")) if o == Words(name, "", _STRING)
    ]
    plain = next(s for s in sorted(found) if not graph.iri(s, HDS.term("concernsActivity")))
    return Role(id=name, iri=plain, label=graph.text(plain, SKOS.term("prefLabel")))


_STRING = "http://www.w3.org/2001/XMLSchema#string"


def _activities(graph: Graph) -> tuple[Activity, ...]:
    def order(iri: str) -> int:
        return int(graph.literal(iri, HDS.term("order")))

    found = graph.subjects(RDF.term("type"), HDS.term("Activity"))
    return tuple(_activity(graph, iri) for iri in sorted(found, key=order))


def _activity(graph: Graph, iri: str) -> Activity:
    classes = graph.subjects(HDS.term("concernsActivity"), iri)
    debtors = [name for name in classes if graph.literal(name, HDS.term("answersTo"))]
    holders = [name for name in classes if name not in debtors]
    return Activity(
        id=graph.literal(iri, SKOS.term("notation")),
        iri=iri,
        label=graph.text(iri, SKOS.term("prefLabel")),
        debtor=debtors[0],
        holder=holders[0],
    )


def _roles(graph: Graph) -> tuple[Role, ...]:
    found = (
        Role(id=words.text, iri=iri, label=graph.text(iri, SKOS.term("prefLabel")))
        for iri, _, words in graph.triples(None, HDS.term("roleNotation"))
        if isinstance(words, Words)
    )
    return tuple(sorted(found, key=lambda role: role.id))


def _norm(graph: Graph, iri: str) -> Norm:
    return Norm(
        id=graph.literal(iri, SKOS.term("notation")),
        iri=iri,
        label=graph.text(iri, SKOS.term("prefLabel")),
        modality=graph.literal(graph.iri(iri, HDS.term("hasModality")), SKOS.term("notation")),
        provision=graph.literal(iri, HDS.term("provisionNotation")),
        sources=tuple(graph.iris(iri, DCTERMS.term("source"))),
        penalties=tuple(graph.iris(iri, HDS.term("penalty"))),
        owed_to=graph.text(iri, HDS.term("owedTo")),
    )
