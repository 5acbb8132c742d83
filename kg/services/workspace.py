"""A workspace: the graph loaded, the ontology compiled, the case format and catalogue at hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kg.domain.case_format import CaseFormat
from kg.domain.catalogue import Catalogue
from kg.domain.law import Citation
from kg.reasoning.axioms.compiler import compile_theory
from kg.reasoning.axioms.theory import Theory
from kg.services.sources import read_graph
from kg.settings import Settings
from kg.store.catalogues import read_catalogue
from kg.store.citations import cite
from kg.store.formats import case_format
from kg.store.graph import Graph

__all__ = ["Workspace", "open_workspace"]


@dataclass(frozen=True, kw_only=True)
class Workspace:
    """Everything that a use case needs; shared by all, changed by none."""

    settings: Settings
    graph: Graph
    theory: Theory
    form: CaseFormat
    catalogue: Catalogue

    def cite(self, iri: str, day: date) -> Citation:
        """Return the citation of a provision on a day."""
        return cite(self.graph, iri, day)


def open_workspace(settings: Settings) -> Workspace:
    """Return a workspace on the ontology and texts of `settings`.

    Raises:
        OntologyError: a file cannot be read, or an axiom cannot be taken.
        ReleaseError: the release that they name is missing or damaged.
    """
    graph = read_graph(settings)
    return Workspace(
        settings=settings,
        graph=graph,
        theory=compile_theory(graph),
        form=case_format(graph),
        catalogue=read_catalogue(graph),
    )
