"""The scales that an answer is measured on: ranks of sources, confidence, days of the law."""

from __future__ import annotations

from datetime import date
from difflib import get_close_matches

from kg.domain.case_format import Option
from kg.errors import Fault, UsageError
from kg.reasoning.axioms.theory import Reading
from kg.services.workspace import Workspace
from kg.vocabulary import HDS, RDF, SKOS

__all__ = ["check_scales", "confidences", "find_reading", "first_day", "modalities", "ranks"]


def ranks(workspace: Workspace) -> tuple[Option, ...]:
    """Return the ranks of sources, from the highest authority to the lowest."""
    return workspace.catalogue.ranks


def confidences(workspace: Workspace) -> tuple[Option, ...]:
    """Return the codes that say how sure a statement of the law is."""
    return _scale(workspace, HDS.term("ConfidenceLevel"))


def modalities(workspace: Workspace) -> tuple[Option, ...]:
    """Return what a norm can do: oblige, forbid, permit, exempt."""
    return _scale(workspace, HDS.term("Modality"))


def first_day(workspace: Workspace) -> date:
    """Return the first day on which the graph knows some law of the field."""
    return workspace.theory.first_day


def check_scales(workspace: Workspace, on: date, floor: str) -> None:
    """Check that there is such a rank, and some law of the field on that day.

    Raises:
        UsageError: there is not, with the ranks or the first day that there are.
    """
    known = workspace.theory.ranks
    if floor and floor not in known:
        allowed = ", ".join(known)
        raise UsageError(
            Fault(
                fr=f"« {floor} » n’est pas un rang de source. Rangs admis : {allowed}.",
                en=f"“{floor}” is no rank of source. Allowed ranks: {allowed}.",
                key="--authority",
            )
        )
    first = workspace.theory.first_day
    if on < first:
        raise UsageError(
            Fault(
                fr=f"le {on:%d/%m/%Y} précède le régime, qui commence le {first:%d/%m/%Y}. "
                "Donnez un jour à partir de cette date.",
                en=f"{on} is before the regime, which begins on {first}. "
                "Give a day from that date on.",
                key="date",
            )
        )


def find_reading(workspace: Workspace, id: str, floor: str = "") -> Reading:  # noqa: A002 - the contract's word
    """Return the reading of an open question that an id names.

    Raises:
        UsageError: there is none of that id, or none from sources of rank `floor` and above.
    """
    theory = workspace.theory
    found = {r.id: r for r in theory.readings if theory.is_above(r.source, floor)}
    if id not in found:
        raise UsageError(_no_such_reading(id, sorted(found)))
    return found[id]


def _no_such_reading(id: str, allowed: list[str]) -> Fault:  # noqa: A002 - the contract's word
    near = get_close_matches(id, allowed, n=1)
    listed = ", ".join(allowed)
    return Fault(
        fr=f"« {id} » n’est pas une lecture admise ici. Lectures : {listed}."
        + (f" Vouliez-vous dire « {near[0]} » ?" if near else ""),
        en=f"“{id}” is no reading allowed here. Readings: {listed}."
        + (f" Did you mean “{near[0]}”?" if near else ""),
        key="--reading",
    )


def _scale(workspace: Workspace, sort: str) -> tuple[Option, ...]:
    graph = workspace.graph
    return tuple(
        Option(
            value=graph.literal(term, SKOS.term("notation")),
            iri=term,
            label=graph.text(term, SKOS.term("prefLabel")),
        )
        for term in graph.subjects(RDF.term("type"), sort)
    )
