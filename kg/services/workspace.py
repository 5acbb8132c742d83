"""A workspace: the graph loaded, the ontology compiled, the case format and catalogue at hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property

from kg.domain.case_format import CaseFormat
from kg.domain.catalogue import Catalogue
from kg.domain.law import Citation, DatedCitation
from kg.reasoning.axioms.theory import Theory
from kg.services.law import compile_law, law_of
from kg.services.sources import read_graph
from kg.settings import Settings
from kg.store.citations import cite
from kg.store.graph import Graph

__all__ = ["Workspace", "open_workspace"]


@dataclass(frozen=True, kw_only=True)
class Workspace:
    """Everything that a use case needs; shared by all, changed by none.

    `read` reads the graph, which is loaded when it is first asked for: an answer needs none of it
    but the law that was compiled from it.
    """

    settings: Settings
    theory: Theory
    form: CaseFormat
    catalogue: Catalogue
    citations: Mapping[str, DatedCitation]
    read: Callable[[], Graph] = field(repr=False, compare=False)

    @cached_property
    def graph(self) -> Graph:
        """The ontology and the texts, as triples."""
        return self.read()

    def cite(self, iri: str, day: date) -> Citation:
        """Return the citation of a provision on a day."""
        known = self.citations.get(iri)
        return known.on(day) if known is not None else cite(self.graph, iri, day)


def open_workspace(settings: Settings) -> Workspace:
    """Return a workspace on the ontology and texts of `settings`.

    Raises:
        OntologyError: a file cannot be read, or an axiom cannot be taken.
        QueryError: the endpoint that they name does not answer.
        ReleaseError: the release that they name, or that the endpoint holds, is missing or damaged.
    """
    read = cache(lambda: read_graph(settings))
    # A release is checked whenever it is opened; a server may hold another one by now.
    is_kept_elsewhere = settings.release is not None or bool(settings.endpoint)
    law = compile_law(read()) if is_kept_elsewhere else law_of(settings, read)
    return Workspace(
        settings=settings,
        theory=law.theory,
        form=law.form,
        catalogue=law.catalogue,
        citations=law.citations,
        read=read,
    )
