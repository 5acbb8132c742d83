"""A case as the catalogue asks it: what its file says, what is concluded, what is not known.

Beside the triples of `kg.services.case_triples`:

- each key of the file, by its section and its name: `key:certificates.until`;
- each answer of the reasoner about an actor, be it no, contested or undetermined, as a statement
  (`rdf:subject`, `rdf:predicate`, `rdf:object`) with its outcome (`earl:outcome`).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from kg.domain.case_format import KeyFormat
from kg.domain.cases import Case, Entity
from kg.reasoning.inquiry import Inquiry
from kg.services.case_triples import case_graph
from kg.services.workspace import Workspace
from kg.store.graph import Node, Words
from kg.store.ntriples import write_triples
from kg.store.prefixes import BASE, CASE, PREFIXES
from kg.vocabulary import HDS, RDF, XSD

__all__ = ["case_statements"]

_TYPE = RDF.term("type")
_KEY = BASE + "case-key/"
_OUTCOME = PREFIXES["earl"] + "outcome"


def case_statements(workspace: Workspace, case: Case, *, on: date) -> str:
    """Return a case, what is said and concluded of it on a day, as N-Triples."""
    inferred = case_graph(workspace, case, on=on, inferred=True)
    said = _keys(workspace, case)
    return write_triples([*inferred.triples(), *said, *_answers(workspace, case, on)])


def _keys(workspace: Workspace, case: Case) -> Iterator[tuple[str, str, Node]]:
    for entity in case.entities:
        section = workspace.form.section(entity.section)
        if section is None:
            continue
        subject = _individual(case, entity.path)
        yield subject, _TYPE, section.sort
        if entity.owner:
            owner, _, _ = entity.owner.partition(".")
            yield _individual(case, entity.owner), f"{_KEY}{owner}.{entity.section}", subject
        for key in section.keys:
            for value in _values(entity, key, case):
                yield subject, f"{_KEY}{section.name}.{key.key}", value


def _values(entity: Entity, key: KeyFormat, case: Case) -> Iterator[Node]:
    fact = entity.fact(key.key)
    match fact.value if fact else None:
        case None:
            return
        case bool(truth):
            yield Words(str(truth).lower(), datatype=XSD.term("boolean"))
        case date() as day:
            yield Words(day.isoformat(), datatype=XSD.term("date"))
        case str(value):
            yield _node(value, key, case)
        case values:
            yield from (_node(value, key, case) for value in values)


def _node(value: str, key: KeyFormat, case: Case) -> Node:
    if key.target:
        return _individual(case, f"{key.target}.{value}")
    option = key.option(value)
    return option.iri if option else Words(value)


def _individual(case: Case, path: str) -> str:
    return f"{CASE}{case.id}/{path.replace('[', '/').replace(']', '').replace('.', '/')}"


def _answers(workspace: Workspace, case: Case, on: date) -> Iterator[tuple[str, str, Node]]:
    cite = partial(workspace.cite, day=on)
    inquiry = Inquiry(workspace.theory, workspace.form, case, day=on, cite=cite)
    number = 0
    for entity in case.of("actors"):
        subject = _individual(case, entity.path)
        for predicate, term, notion in _notions(workspace, inquiry):
            number += 1
            answer = f"{CASE}{case.id}/answers/{number}"
            outcome = inquiry.outcome(notion, entity.id)
            yield answer, RDF.term("subject"), subject
            yield answer, RDF.term("predicate"), predicate
            yield answer, RDF.term("object"), term
            yield answer, _OUTCOME, f"{BASE}id/outcome/{outcome.value}"


def _notions(workspace: Workspace, inquiry: Inquiry) -> list[tuple[str, str, tuple[str, str]]]:
    """Return what is asked of each actor: a class it may be of, a norm it may be bound by."""
    known = workspace.catalogue
    classes = [known.certification.iri, known.approval.iri, *(role.iri for role in known.roles)]
    classes += [name for a in known.activities for name in (a.debtor, a.holder)]
    bound, breached = HDS.term("isBoundBy"), HDS.term("breaches")
    found = [(_TYPE, name, (name, "")) for name in classes]
    found += [(bound, norm.iri, (bound, norm.iri)) for norm in known.norms]
    recorded = [(breached, norm.iri) for norm in known.norms]
    found += [(*notion, notion) for notion in recorded if notion in inquiry.theory.recorded]
    return found
