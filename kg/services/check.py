"""Check: the health of the ontology itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kg.errors import Fault, ReasonerError
from kg.reasoning.axioms.coverage import REFUSED, count_axioms
from kg.reasoning.axioms.expressions import parts_of
from kg.reasoning.axioms.reader import read_axioms
from kg.reasoning.axioms.statements import Axiom, expressions_of
from kg.reasoning.hermit.axioms import Axioms
from kg.reasoning.hermit.module import Module
from kg.reasoning.hermit.reasoner import empty_classes
from kg.reasoning.worlds.emptiness import why_empty
from kg.services.questions.catalogue import list_questions
from kg.services.workspace import Workspace
from kg.store.prefixes import BASE
from kg.validation.violations import violation_faults
from kg.vocabulary import OWL, RDF

__all__ = ["Health", "Reference", "check", "empty_fault"]


class Reference(StrEnum):
    """What the reference reasoner said."""

    CONSISTENT = "HermiT: consistent"
    NOT_ASKED = "not asked"
    NOT_CROSS_CHECKED = "not cross-checked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """What was counted, and what is wrong.

    `axioms` counts the axioms of each kind, `constructs` those of class expressions; `refusable`
    are the kinds that the engine does not take, of which a loaded ontology has none. `unanswered`
    says why the reference reasoner did not answer, where it was asked and did not.
    """

    terms: int
    definitions: int
    notions: int
    grounds: int
    readings: int
    axioms: tuple[tuple[str, int], ...]
    constructs: tuple[tuple[str, int], ...]
    refusable: tuple[str, ...]
    reference: Reference
    faults: tuple[Fault, ...]
    unanswered: tuple[Fault, ...] = ()


def check(workspace: Workspace, *, reference: bool, seconds: float = 300.0) -> Health:
    """Return the health of the ontology; with `reference`, as HermiT sees it within `seconds`.

    Raises:
        OntologyError: HermiT finds no model of it.
    """
    theory = workspace.theory
    grounds = [ground for grounds in theory.grounds.values() for ground in grounds]
    faults = _violations(workspace)
    said, unanswered = Reference.NOT_ASKED, tuple[Fault, ...]()
    if reference:
        try:
            faults += _empty(workspace, seconds)
            said = Reference.CONSISTENT
        except ReasonerError as error:
            said, unanswered = Reference.NOT_CROSS_CHECKED, error.faults
    return Health(
        terms=_terms(workspace),
        definitions=len(theory.definitions),
        notions=len(theory.grounds),
        grounds=len(grounds),
        readings=len(theory.readings),
        axioms=tuple(sorted(count_axioms(workspace.graph).items())),
        constructs=_constructs(workspace),
        refusable=REFUSED,
        reference=said,
        faults=tuple(faults),
        unanswered=unanswered,
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
    theory = workspace.theory
    ahead = list(theory.definitions.values())
    ahead += (part for axiom in theory.constraints for part in expressions_of(axiom.says))
    while ahead:
        expression = ahead.pop()
        counts[type(expression).__name__] += 1
        ahead += parts_of(expression)
    return tuple(sorted(counts.items()))


def _empty(workspace: Workspace, seconds: float) -> list[Fault]:
    """Return the classes that can have no member whatever the day and the readings."""
    readings = frozenset(reading.iri for reading in workspace.theory.readings)
    module = Module(Axioms(workspace.graph, workspace.theory), workspace.theory, readings)
    known = workspace.theory.definitions.keys() | workspace.theory.concluded
    empty = [name for name in empty_classes(module, seconds=seconds) if name in known]
    axioms = read_axioms(workspace.graph).taken if empty else ()
    return [empty_fault(name, why_empty(name, axioms)) for name in empty]


def empty_fault(name: str, axioms: Iterable[Axiom]) -> Fault:
    """Return the fault of a class without members, and of the axioms that empty it."""
    named = "; ".join(f"{axiom.kind} ({', '.join(axiom.about)})" for axiom in axioms)
    return Fault(
        fr=f"{name} ne peut avoir aucun membre. En cause : {named or 'sa définition'}. "
        "Corrigez l’un de ces axiomes.",
        en=f"{name} can have no member. The cause: {named or 'its definition'}. "
        "Correct one of these axioms.",
        key=name,
    )
