"""The scales that an answer is measured on: ranks of sources, confidence, days of the law."""

from __future__ import annotations

from datetime import date

from kg.domain.case_format import Option
from kg.services.workspace import Workspace
from kg.vocabulary import HDS, RDF, SKOS

__all__ = ["confidences", "first_day", "modalities", "ranks"]


def ranks(workspace: Workspace) -> tuple[Option, ...]:
    """Return the ranks of sources, from the highest authority to the lowest."""
    found = {option.value: option for option in _scale(workspace, HDS.term("AuthorityLevel"))}
    return tuple(found[rank] for rank in workspace.theory.ranks if rank in found)


def confidences(workspace: Workspace) -> tuple[Option, ...]:
    """Return the codes that say how sure a statement of the law is."""
    return _scale(workspace, HDS.term("ConfidenceLevel"))


def modalities(workspace: Workspace) -> tuple[Option, ...]:
    """Return what a norm can do: oblige, forbid, permit, exempt."""
    return _scale(workspace, HDS.term("Modality"))


def first_day(workspace: Workspace) -> date:
    """Return the first day on which the graph knows some law of the field."""
    return workspace.theory.first_day


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
