"""From the graph to a theory: every axiom taken, or the load refused."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from kg.domain.texts import Text
from kg.reasoning.axioms.classes import Classes
from kg.reasoning.axioms.constraints import needed, open_constraints
from kg.reasoning.axioms.expressions import Expression, HasValue, Named
from kg.reasoning.axioms.forms import both_ways
from kg.reasoning.axioms.order import check_order
from kg.reasoning.axioms.reader import read_constraints
from kg.reasoning.axioms.references import check_references, unread_references
from kg.reasoning.axioms.refusals import Refusal, RefusedAxiomError
from kg.reasoning.axioms.statements import Axiom, Chain, Inclusion
from kg.reasoning.axioms.theory import Ground, Notion, Reading, Source, Theory
from kg.store.graph import Graph, Words
from kg.vocabulary import DCTERMS, HDS, OWL, RDF, RDFS, SKOS

__all__ = ["compile_theory"]


def compile_theory(graph: Graph) -> Theory:
    """Return the theory that the graph states.

    Raises:
        OntologyError: an axiom that the engine cannot take, a definition in a circle, or an
            individual of the ontology that its axioms forbid.
    """
    others = read_constraints(graph)
    concluded = {s for s, _, o in graph.triples(None, HDS.term("isConcluded")) if _is_true(o)}
    classes = Classes(graph)
    definitions, constraints = _definitions(graph, classes)
    grounds, inclusions = _grounds(graph, classes, concluded, definitions)
    uppers = _uppers(graph, definitions, concluded)
    theory = Theory(
        definitions=definitions,
        grounds={notion: tuple(grounds[notion]) for notion in sorted(grounds)},
        concluded=frozenset(concluded),
        readings=tuple(_reading(graph, iri) for iri in _all_of(graph, HDS.term("Reading"))),
        sources={
            iri: _source(graph, iri) for iri in (*_terms(graph), *_all_of(graph, HDS.term("Norm")))
        },
        labels={s: graph.text(s, SKOS.term("prefLabel")) for s in _labelled(graph)},
        words={s: _words(graph, s) for s, _, _ in graph.triples(None, HDS.term("affirmation"))},
        members=_members(graph, uppers),
        ranks=_scale(graph, HDS.term("AuthorityLevel")),
        confidences=_scale(graph, HDS.term("ConfidenceLevel")),
        provision_ranks=_provision_ranks(graph),
        notations=_notations(graph),
        recorded=frozenset(grounds),
        uppers=uppers,
        chains=tuple(axiom for axiom in others.taken if isinstance(axiom.says, Chain)),
        constraints=(*constraints, *inclusions, *needed(graph, others.taken)),
    )
    check_order(theory)
    refused = {*others.refused, *_data(graph), *open_constraints(graph, theory)}
    if refused := refused | set(unread_references(graph, theory, others.taken)):
        raise RefusedAxiomError(*sorted(refused))
    check_references(theory, others.taken)
    return theory


def _is_true(node: object) -> bool:
    return isinstance(node, Words) and node.text == "true"


def _data(graph: Graph) -> list[Refusal]:
    kind = OWL.term("DatatypeProperty")
    return [Refusal("owl:DatatypeProperty", s) for s in graph.subjects(RDF.term("type"), kind)]


def _definitions(graph: Graph, classes: Classes) -> tuple[dict[str, Expression], list[Axiom]]:
    """Return what each class is defined by, and what else is said to be equivalent."""
    found: dict[str, Expression] = {}
    others: list[Axiom] = []
    for name, _, node in sorted(
        graph.triples(None, OWL.term("equivalentClass")), key=lambda t: t[0]
    ):
        if name.startswith("_:") or name in found:
            both = both_ways(classes.at(name), classes.at(node))
            others += (Axiom("owl:equivalentClass", (name,), says) for says in both)
        else:
            found[name] = classes.at(node)
    return found, others


def _grounds(
    graph: Graph, classes: Classes, concluded: set[str], definitions: dict[str, Expression]
) -> tuple[dict[Notion, list[Ground]], list[Axiom]]:
    """Return the grounds of each notion, and the inclusions that lead to none."""
    found: dict[Notion, list[Ground]] = defaultdict(list)
    others: list[Axiom] = []

    def is_stated(name: str) -> bool:
        return name not in definitions and not name.startswith(("_:", str(OWL)))

    for name, _, node in sorted(graph.triples(None, RDFS.term("subClassOf")), key=str):
        upper = classes.at(node)
        match upper:
            case Named(iri) if iri in concluded:
                found[iri, ""].append(_ground(graph, name, (iri, ""), definitions))
            case HasValue(role, value) if role.iri in concluded and not role.inverse:
                found[role.iri, value].append(_ground(graph, name, (role.iri, value), definitions))
            case Named(iri) if is_stated(name) and is_stated(iri):
                continue  # what is stated of a case, or of the ontology's own, is stated upwards
            case _:
                says = Inclusion(classes.at(name), upper)
                others.append(Axiom("rdfs:subClassOf", (name,), says))
    for iri in concluded - {notion for notion, value in found if not value}:
        if not graph.objects(iri, RDFS.term("domain")):
            found[iri, ""] = []
    return found, others


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


def _members(graph: Graph, uppers: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for iri in graph.subjects(RDF.term("type"), OWL.term("NamedIndividual")):
        for kind in graph.iris(iri, RDF.term("type")):
            for upper in (kind, *uppers.get(kind, ())):
                found[upper].add(iri)
    return {kind: frozenset(members) for kind, members in found.items()}


def _uppers(
    graph: Graph, definitions: Mapping[str, Expression], concluded: set[str]
) -> dict[str, frozenset[str]]:
    """Return the stated classes that each stated class is under, through whatever others."""
    direct: dict[str, set[str]] = {}
    for name, _, upper in graph.triples(None, RDFS.term("subClassOf")):
        if isinstance(upper, str) and not {name, upper} & (definitions.keys() | concluded):
            direct.setdefault(name, set()).add(upper)
    found: dict[str, frozenset[str]] = {}
    for name, above in direct.items():
        seen, ahead = set[str](), list(above)
        while ahead:
            upper = ahead.pop()
            if upper not in seen:
                seen.add(upper)
                ahead += direct.get(upper, ())
        found[name] = frozenset(u for u in seen if not u.startswith(("_:", str(OWL))))
    return found


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
