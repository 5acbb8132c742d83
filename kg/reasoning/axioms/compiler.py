"""From the graph to a theory: every axiom taken, or the load refused."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from kg.domain.texts import Text
from kg.errors import OntologyError
from kg.reasoning.axioms.expressions import Expression, HasValue, Named
from kg.reasoning.axioms.order import check_order
from kg.reasoning.axioms.rules import refuse, refused_axioms, to_expression
from kg.reasoning.axioms.theory import Ground, Notion, Reading, Source, Theory
from kg.store.graph import Graph, Words
from kg.vocabulary import DCTERMS, HDS, OWL, RDF, RDFS, SKOS

__all__ = ["compile_theory"]


def compile_theory(graph: Graph) -> Theory:
    """Return the theory that the graph states.

    Raises:
        OntologyError: an axiom that the engine cannot take, or a definition in a circle.
    """
    if faults := refused_axioms(graph):
        raise OntologyError(*faults)
    concluded = {s for s, _, o in graph.triples(None, HDS.term("isConcluded")) if _is_true(o)}
    definitions = _definitions(graph)
    grounds = _grounds(graph, concluded, definitions)
    theory = Theory(
        definitions=definitions,
        grounds={notion: tuple(grounds[notion]) for notion in sorted(grounds)},
        concluded=frozenset(concluded),
        readings=tuple(_reading(graph, iri) for iri in _all_of(graph, HDS.term("Reading"))),
        sources={iri: _source(graph, iri) for iri in _terms(graph)},
        labels={s: graph.text(s, SKOS.term("prefLabel")) for s in _labelled(graph)},
        words={s: _words(graph, s) for s, _, _ in graph.triples(None, HDS.term("affirmation"))},
        members=_members(graph),
        ranks=_scale(graph, HDS.term("AuthorityLevel")),
        confidences=_scale(graph, HDS.term("ConfidenceLevel")),
        provision_ranks=_provision_ranks(graph),
        notations=_notations(graph),
        recorded=frozenset(grounds),
    )
    check_order(theory)
    return theory


def _is_true(node: object) -> bool:
    return isinstance(node, Words) and node.text == "true"


def _definitions(graph: Graph) -> dict[str, Expression]:
    found: dict[str, Expression] = {}
    for name, _, node in sorted(
        graph.triples(None, OWL.term("equivalentClass")), key=lambda t: t[0]
    ):
        if name.startswith("_:") or name in found:
            raise refuse("owl:equivalentClass, twice or of an expression", name)
        found[name] = to_expression(graph, node)
    return found


def _grounds(
    graph: Graph, concluded: set[str], definitions: dict[str, Expression]
) -> dict[Notion, list[Ground]]:
    found: dict[Notion, list[Ground]] = defaultdict(list)
    for name, _, node in sorted(graph.triples(None, RDFS.term("subClassOf")), key=str):
        upper = to_expression(graph, node)
        match upper:
            case Named(iri) if iri in concluded:
                found[iri, ""].append(_ground(graph, name, (iri, ""), definitions))
            case HasValue(role, value) if role.iri in concluded and not role.inverse:
                found[role.iri, value].append(_ground(graph, name, (role.iri, value), definitions))
            case Named(_) if name not in definitions and not name.startswith("_:"):
                continue  # a fact of a sort: what the case states holds it by construction
            case _:
                raise refuse("rdfs:subClassOf", name)
    for iri in concluded - {notion for notion, value in found if not value}:
        if not graph.objects(iri, RDFS.term("domain")):
            found[iri, ""] = []
    return found


def _ground(graph: Graph, name: str, notion: Notion, definitions: dict[str, Expression]) -> Ground:
    """A ground has its own dates; a class bound directly to a norm has the norm's."""
    own = bool(graph.objects(name, HDS.term("inForceFrom")))
    return Ground(
        name=name,
        notion=notion,
        condition=definitions[name] if own and name in definitions else Named(name),
        source=_source(graph, name if own else notion[1] or name),
        reading=graph.iri(name, HDS.term("underReading")),
        is_named=own,
    )


def _source(graph: Graph, iri: str) -> Source:
    return Source(
        provisions=tuple(graph.iris(iri, DCTERMS.term("source"))),
        authority=graph.literal(graph.iri(iri, HDS.term("authority")), SKOS.term("notation")),
        confidence=graph.literal(graph.iri(iri, HDS.term("confidence")), SKOS.term("notation")),
        start=_day(graph, iri, HDS.term("inForceFrom")),
        until=_day(graph, iri, HDS.term("inForceUntil")),
    )


def _day(graph: Graph, iri: str, predicate: str) -> date | None:
    text = graph.literal(iri, predicate)
    return date.fromisoformat(text) if text else None


def _reading(graph: Graph, iri: str) -> Reading:
    question = graph.iri(iri, HDS.term("readsQuestion"))
    return Reading(
        iri=iri,
        id=graph.literal(iri, SKOS.term("notation")),
        question=question,
        question_id=graph.literal(question, SKOS.term("notation")),
        label=graph.text(iri, SKOS.term("prefLabel")),
        question_label=graph.text(question, SKOS.term("prefLabel")),
        holder=graph.text(iri, HDS.term("holder")),
        standing=graph.literal(graph.iri(iri, HDS.term("hasStanding")), SKOS.term("notation")),
        source=_source(graph, iri),
    )


def _all_of(graph: Graph, kind: str) -> list[str]:
    return graph.subjects(RDF.term("type"), kind)


def _terms(graph: Graph) -> list[str]:
    return [
        s for s in graph.subjects(RDF.term("type"), OWL.term("Class")) if not s.startswith("_:")
    ]


def _labelled(graph: Graph) -> set[str]:
    return {s for s, _, _ in graph.triples(None, SKOS.term("prefLabel"))}


def _words(graph: Graph, iri: str) -> tuple[Text, Text]:
    return graph.text(iri, HDS.term("affirmation")), graph.text(iri, HDS.term("denial"))


def _members(graph: Graph) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for iri in graph.subjects(RDF.term("type"), OWL.term("NamedIndividual")):
        for kind in graph.iris(iri, RDF.term("type")):
            found[kind].add(iri)
    return {kind: frozenset(members) for kind, members in found.items()}


def _notations(graph: Graph) -> dict[str, str]:
    found = graph.triples(None, HDS.term("provisionNotation"))
    return {iri: words.text for iri, _, words in found if isinstance(words, Words)}


def _provision_ranks(graph: Graph) -> dict[str, str]:
    levels = graph.triples(None, HDS.term("authority"))
    return {s: graph.literal(str(level), SKOS.term("notation")) for s, _, level in levels}


def _scale(graph: Graph, sort: str) -> tuple[str, ...]:
    levels = _all_of(graph, sort)
    ordered = sorted(levels, key=lambda level: int(graph.literal(level, HDS.term("order")) or 0))
    return tuple(graph.literal(level, SKOS.term("notation")) for level in ordered)
