"""The law as the program uses it: compiled once from the graph, and kept beside it.

Reading the ontology and compiling it takes most of the time of a command. What comes of it is
kept in a file of the user's cache, named by the digest of all that it is made from: the files of
the ontology, the texts, and the program itself. Another law, or another program, has another
name: a kept file is never stale. It is JSON of plain values, never code.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kg.domain.case_format import CaseFormat
from kg.domain.catalogue import Catalogue
from kg.domain.law import DatedCitation
from kg.reasoning.axioms.theory import Theory
from kg.services.plain import from_plain, to_plain
from kg.settings import Settings
from kg.store.catalogues import read_catalogue
from kg.store.citations import dated_citation
from kg.store.formats import case_format
from kg.store.graph import Graph
from kg.store.kept import digest_of, keep, kept

__all__ = ["Law", "compile_law", "law_of"]


@dataclass(frozen=True, kw_only=True)
class Law:
    """The theory, the case format, the catalogue, and how each provision they rest on is cited."""

    theory: Theory
    form: CaseFormat
    catalogue: Catalogue
    citations: dict[str, DatedCitation]


def law_of(settings: Settings, graph: Callable[[], Graph]) -> Law:
    """Return the law of the working files: as it was kept, or compiled from `graph` and kept.

    Raises:
        OntologyError: a file cannot be read, or an axiom cannot be taken.
    """
    made_from = (settings.ontology, settings.data / "texts")
    name = digest_of(*made_from)
    found = kept(name, lambda plain: from_plain(Law, plain))
    if found is not None:
        return found
    law = compile_law(graph())
    if digest_of(*made_from) == name:  # nobody wrote there while it was read
        keep(name, to_plain(law))
    return law


def compile_law(graph: Graph) -> Law:
    """Return the law that the graph states.

    Raises:
        OntologyError: an axiom cannot be taken.
    """
    from kg.reasoning.axioms.compiler import compile_theory  # noqa: PLC0415 - a kept law needs none

    theory, catalogue = compile_theory(graph), read_catalogue(graph)
    cited = _cited(theory, catalogue)
    return Law(
        theory=theory,
        form=case_format(graph),
        catalogue=catalogue,
        citations={iri: dated_citation(graph, iri) for iri in sorted(cited)},
    )


def _cited(theory: Theory, catalogue: Catalogue) -> set[str]:
    grounds = (ground for grounds in theory.grounds.values() for ground in grounds)
    sources = [*theory.sources.values(), *(g.source for g in grounds)]
    sources += [reading.source for reading in theory.readings]
    cited = {iri for source in sources for iri in source.provisions}
    return cited.union(*((*norm.sources, *norm.penalties) for norm in catalogue.norms))
