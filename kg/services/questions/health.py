"""Calls of the catalogue: the health of the ontology itself."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kg.domain.answers import Outcome
from kg.domain.cases import Case
from kg.domain.questions import Question
from kg.domain.texts import Text
from kg.errors import ReasonerError, UsageError
from kg.exports.graphs import write_graph
from kg.exports.round_trips import FORMATS, round_trip
from kg.reasoning.axioms.theory import Ground
from kg.reasoning.hermit.axioms import Axioms
from kg.reasoning.hermit.module import Module
from kg.reasoning.hermit.reasoner import empty_classes, is_consistent
from kg.reasoning.hermit.writer import HELPER
from kg.reasoning.inquiry import Inquiry
from kg.services.cases import example_cases, load_case
from kg.services.questions import faults
from kg.services.questions.cells import Row, iri, number, plain, said, truth
from kg.services.questions.values import Values
from kg.services.workspace import Workspace
from kg.store.graph import Graph
from kg.store.links import block_of
from kg.store.prefixes import BASE
from kg.store.terms import term_name
from kg.validation.violations import find_violations

__all__ = ["contradictions", "round_trips", "terms_changed", "untested_rules", "violations"]

_EMPTY = Text("aucun membre possible", "can have no member")
_UNGROUNDED = Text(
    "aucun fondement en vigueur ce jour n’y mène", "no ground in force on that day leads there"
)
_INCONSISTENT = Text(
    "les axiomes du jour se contredisent", "the axioms of the day are inconsistent"
)
_NEW, _GONE = Text("ajouté", "added"), Text("retiré", "removed")
_OTHER = Text("modifié", "changed")


def violations(workspace: Workspace, question: Question, values: Values) -> Iterator[Row]:
    """Yield the terms in which the queries given, of `queries/violations`, find a defect."""
    folder = workspace.settings.ontology / "queries" / "violations"
    for kind in dict(question.given)["kinds"]:
        for focus, problem in find_violations(workspace.graph, folder, kind):
            yield iri(focus), said(problem, values.lang)


def untested_rules(workspace: Workspace, question: Question, values: Values) -> Iterator[Row]:
    """Yield the named grounds that apply to nobody and nothing in any of the cases."""
    del question
    cases = values.cases or tuple(_examples(workspace))
    applied: set[str] = set()
    for case in cases:
        applied |= _applied(workspace, case, values)
    for grounds in workspace.theory.grounds.values():
        for ground in sorted(grounds, key=lambda each: each.name):
            if ground.is_named and ground.name not in applied:
                yield _ground(workspace, ground, values)


def _examples(workspace: Workspace) -> Iterator[Case]:
    claims = sorted((workspace.settings.data / "claims").glob("*.yaml"))
    for path in (*example_cases(workspace).values(), *claims):
        yield load_case(workspace, path)


def _applied(workspace: Workspace, case: Case, values: Values) -> set[str]:
    day = case.day or values.day
    cite = partial(workspace.cite, day=day)
    inquiry = Inquiry(workspace.theory, workspace.form, case, day=day, cite=cite)
    known = (ground for grounds in inquiry.theory.grounds.values() for ground in grounds)
    return {ground.name for ground in known if ground.is_named and _applies(inquiry, ground)}


def _applies(inquiry: Inquiry, ground: Ground) -> bool:
    applies = partial(partial, inquiry.evaluation.ground, ground)
    found = (inquiry.outcome_where(applies(one)) for one in inquiry.situation.sorts)
    return any(outcome in {Outcome.YES, Outcome.CONTESTED} for outcome in found)


def _ground(workspace: Workspace, ground: Ground, values: Values) -> Row:
    label = term_name(workspace.graph, ground.name).label
    name, value = ground.notion
    return iri(ground.name), said(label, values.lang), iri(value or name)


def contradictions(workspace: Workspace, question: Question, values: Values) -> Iterator[Row]:
    """Yield what HermiT finds contradictory in the law of the day, all readings together.

    A notion to which no ground of the day leads has no member either, and is told apart.
    """
    del question
    theory = workspace.theory.on(values.day)
    readings = frozenset(reading.iri for reading in theory.readings)
    module = Module(Axioms(workspace.graph, theory), theory, readings)
    try:
        empty = empty_classes(module)
    except ReasonerError:
        if is_consistent(module):
            raise
        yield iri(""), plain(""), said(_INCONSISTENT, values.lang)
        return
    for name in empty:
        if name.startswith(BASE) and not name.startswith(HELPER):
            label = term_name(workspace.graph, name).label
            is_open = (name, "") in theory.recorded and not theory.grounds.get((name, ""))
            problem = _UNGROUNDED if is_open else _EMPTY
            yield iri(name), said(label, values.lang), said(problem, values.lang)


def terms_changed(workspace: Workspace, question: Question, values: Values) -> Iterator[Row]:
    """Yield the terms that only one of two graphs has, or that they describe otherwise."""
    earlier, now = Graph(), workspace.graph
    try:
        earlier.read_turtle(values.texts["earlier"].encode())
    except (SyntaxError, ValueError) as error:
        (parameter,) = (p for p in question.parameters if p.name == "earlier")
        raise UsageError(faults.no_turtle(parameter, error)) from error
    before, after = _subjects(earlier), _subjects(now)
    for name in sorted(before | after):
        if name not in before:
            yield iri(name), said(term_name(now, name).label, values.lang), said(_NEW, values.lang)
        elif name not in after:
            label = term_name(earlier, name).label
            yield iri(name), said(label, values.lang), said(_GONE, values.lang)
        elif _described(earlier, name) != _described(now, name):
            label = term_name(now, name).label
            yield iri(name), said(label, values.lang), said(_OTHER, values.lang)


def _subjects(graph: Graph) -> set[str]:
    return {s for s, _, _ in graph.triples() if s.startswith(BASE)}


def _described(graph: Graph, name: str) -> object:
    """Return what a graph says of a term, whatever the names of its blank nodes."""
    said_of = set(graph.triples(name))
    if any(isinstance(o, str) and o.startswith("_:") for _, _, o in said_of):
        return write_graph(block_of(graph, name), "ntriples")
    return said_of


def round_trips(workspace: Workspace, question: Question, values: Values) -> Iterator[Row]:
    """Yield, for each format, how many triples are written and whether they read the same."""
    del question
    wanted = values.texts.get("format")
    for format_ in FORMATS:
        if wanted in {None, format_}:
            count, is_same = round_trip(workspace.graph, format_)
            yield plain(format_), number(count), truth(holds=is_same)
