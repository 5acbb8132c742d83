"""Check: the health of the ontology itself."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from kg.errors import Fault
from kg.reasoning.axioms.expressions import parts_of
from kg.reasoning.hermit.module import Module
from kg.reasoning.hermit.reasoner import empty_classes
from kg.services.questions.catalogue import list_questions
from kg.services.workspace import Workspace
from kg.store.prefixes import BASE
from kg.validation.violations import violation_faults
from kg.vocabulary import OWL, RDF

__all__ = ["Health", "check"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """What was counted, and what is wrong; `reference` tells whether HermiT was asked."""

    terms: int
    definitions: int
    notions: int
    grounds: int
    readings: int
    constructs: tuple[tuple[str, int], ...]
    reference: bool
    faults: tuple[Fault, ...]


def check(workspace: Workspace, *, reference: bool) -> Health:
    """Return the health of the ontology; with `reference`, as HermiT sees it too.

    Raises:
        ReasonerError: HermiT was asked and did not answer.
    """
    theory = workspace.theory
    grounds = [ground for grounds in theory.grounds.values() for ground in grounds]
    faults = _violations(workspace)
    if reference:
        faults += _empty(workspace)
    return Health(
        terms=_terms(workspace),
        definitions=len(theory.definitions),
        notions=len(theory.grounds),
        grounds=len(grounds),
        readings=len(theory.readings),
        constructs=_constructs(workspace),
        reference=reference,
        faults=tuple(faults),
    )


def _terms(workspace: Workspace) -> int:
    kinds = ("Class", "ObjectProperty", "AnnotationProperty", "NamedIndividual")
    graph = workspace.graph
    found = {s for kind in kinds for s in graph.subjects(RDF.term("type"), OWL.term(kind))}
    return sum(name.startswith(BASE) for name in found)


def _violations(workspace: Workspace) -> list[Fault]:
    """Return what the queries of `ontology/queries/violations` find."""
    settings = workspace.settings
    folder = settings.ontology / "queries" / "violations"
    targets = settings.data / "mappings" / "targets.csv"
    return violation_faults(workspace.graph, folder, targets, list_questions(workspace))


def _constructs(workspace: Workspace) -> tuple[tuple[str, int], ...]:
    counts: Counter[str] = Counter()
    ahead = list(workspace.theory.definitions.values())
    while ahead:
        expression = ahead.pop()
        counts[type(expression).__name__] += 1
        ahead += parts_of(expression)
    return tuple(sorted(counts.items()))


def _empty(workspace: Workspace) -> list[Fault]:
    """Return the classes that can have no member whatever the day and the readings."""
    readings = frozenset(reading.iri for reading in workspace.theory.readings)
    module = Module(workspace.graph, workspace.theory, readings)
    return [
        Fault(
            fr=f"{name} ne peut avoir aucun membre. Corrigez sa définition.",
            en=f"{name} can have no member. Correct its definition.",
            key=name,
        )
        for name in empty_classes(module)
        if name in workspace.theory.definitions or name in workspace.theory.concluded
    ]
