"""A case as triples: what it states, and what is concluded from it on a day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import TypeAlias

from kg.domain.answers import Outcome
from kg.domain.case_format import KeyFormat, ValueKind
from kg.domain.cases import Case, Value
from kg.reasoning.axioms.theory import Theory
from kg.reasoning.facts.conditions import individual as iri_at
from kg.reasoning.facts.situation import Situation
from kg.reasoning.functions import TRUE
from kg.reasoning.inquiry import Inquiry
from kg.services.workspace import Workspace
from kg.store.graph import Graph, Node, Words
from kg.store.prefixes import CASE, PREFIXES
from kg.vocabulary import DCTERMS, OWL, RDF, SKOS, XSD

__all__ = ["case_graph"]

Triple: TypeAlias = tuple[str, str, Node]
_TYPE = RDF.term("type")
_UNSTATED = "/?"
"""What marks, in its IRI, an individual that an open case may hold without saying so."""


def case_graph(workspace: Workspace, case: Case, *, on: date, inferred: bool = False) -> Graph:
    """Return the graph of a case: what is stated of its individuals and, if wanted, concluded.

    Only what surely holds is in its classes and properties: neither what is unknown or contested,
    nor what is denied. What the case says in so many words stands under its keys.
    """
    cite = partial(workspace.cite, day=on)
    inquiry = Inquiry(workspace.theory, workspace.form, case, day=on, cite=cite)
    triples = [*_stated(inquiry.situation), *_told(workspace, case)]
    triples += _concluded(inquiry, workspace) if inferred else ()
    named = (_rename(triple, case) for triple in triples if not _is_unstated(triple))
    return Graph().extend([*_header(workspace, case, on), *named])


def _header(workspace: Workspace, case: Case, on: date) -> Iterator[Triple]:
    """Yield what the document is: the case, the law that it is read with, the day."""
    iri = CASE + case.id
    yield iri, _TYPE, OWL.term("Ontology")
    yield iri, DCTERMS.term("date"), Words(on.isoformat(), datatype=XSD.term("date"))
    for whole in workspace.graph.subjects(_TYPE, OWL.term("Ontology")):
        if workspace.graph.iris(whole, OWL.term("imports")):
            yield iri, OWL.term("imports"), whole
    for lang, words in (("fr", case.title.fr), ("en", case.title.en)):
        if words:
            yield iri, DCTERMS.term("title"), Words(words, lang)


def _stated(situation: Situation) -> Iterator[Triple]:
    for individual, sort in situation.sorts.items():
        yield individual, _TYPE, OWL.term("NamedIndividual")
        yield individual, _TYPE, sort
        label = situation.labels[individual]
        yield individual, SKOS.term("prefLabel"), Words(label.fr.strip("« »"), "fr")
        yield individual, SKOS.term("prefLabel"), Words(label.en.strip("“”"), "en")
    for (name, individual), condition in situation.members.items():
        if condition == TRUE:
            yield individual, _TYPE, name
    for name, rows in situation.edges.items():
        for source, row in rows.items():
            yield from (
                (source, name, to)
                for to, condition in row.items()
                if condition == TRUE and _are_there((source, to), situation)
            )


def _are_there(ends: tuple[str, str], situation: Situation) -> bool:
    """Tell individuals from what only stands for the silence of a key (“own”, “controllers”)."""
    return all(not iri.startswith(CASE) or iri in situation.sorts for iri in ends)


def _told(workspace: Workspace, case: Case) -> Iterator[Triple]:
    """Yield what the case says in so many words: booleans, days, names, and what merely describes.

    No property of the ontology stands for these keys: the key itself is the property.
    """
    for section in workspace.form.sections:
        for entity in case.of(section.name):
            for key in section.keys:
                fact = entity.fact(key.key)
                if fact is not None and fact.value is not None and _is_told(key):
                    name = f"{PREFIXES['key']}{section.name}.{key.key}"
                    yield iri_at(entity.path), name, _value(key, fact.value)


def _is_told(key: KeyFormat) -> bool:
    literal = {ValueKind.BOOLEAN, ValueKind.DATE, ValueKind.TEXT}
    return key.kind in literal or not key.term


def _value(key: KeyFormat, value: Value) -> Node:
    match value:
        case bool():
            return Words(str(value).lower(), datatype=XSD.term("boolean"))
        case date():
            return Words(value.isoformat(), datatype=XSD.term("date"))
        case _ if key.target:
            return iri_at(f"{key.target}.{value}")
        case _:
            option = key.option(str(value))
            return option.iri if option else Words(str(value))


def _concluded(inquiry: Inquiry, workspace: Workspace) -> Iterator[Triple]:
    """Yield the classes, grounds and norms that surely apply, whatever is unknown or disputed."""
    classes = _classes(workspace.theory)
    for individual in inquiry.situation.sorts:
        if _UNSTATED not in individual:
            for predicate, other, condition in _conditions(inquiry, individual, classes):
                if inquiry.outcome_where(condition) is Outcome.YES:
                    yield individual, predicate, other


def _conditions(
    inquiry: Inquiry, individual: str, classes: list[str]
) -> Iterator[tuple[str, str, Callable[[], int]]]:
    """Yield what may be concluded of an individual, and what says under what condition it is."""
    evaluation = inquiry.evaluation
    for name in classes:
        yield _TYPE, name, partial(evaluation.member, name, individual)
    for (name, value), grounds in inquiry.theory.grounds.items():
        for ground in grounds:
            if ground.is_named:
                yield _TYPE, ground.name, partial(evaluation.ground, ground, individual)
        if value:
            yield name, value, partial(evaluation.concludes, (name, value), individual)


def _classes(theory: Theory) -> list[str]:
    """Return the classes defined or concluded; a ground counts on its days alone."""
    grounds = {g.name for found in theory.grounds.values() for g in found if g.is_named}
    concluded = {name for name, value in theory.grounds if not value}
    return sorted((theory.definitions.keys() | concluded) - grounds)


def _is_unstated(triple: Triple) -> bool:
    return any(isinstance(end, str) and _UNSTATED in end for end in triple)


def _rename(triple: Triple, case: Case) -> Triple:
    """Put the id of the case into the IRIs of its individuals."""
    subject, predicate, other = triple
    return (
        _named(subject, case),
        predicate,
        _named(other, case) if isinstance(other, str) else other,
    )


def _named(iri: str, case: Case) -> str:
    return f"{CASE}{case.id}/{iri.removeprefix(CASE)}" if iri.startswith(CASE) else iri
