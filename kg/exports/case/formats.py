"""The formats of a case: what they are called, their kind of file, who writes them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kg.domain.answers import Answer
from kg.domain.cases import Case
from kg.domain.texts import Language
from kg.exports.graphs import write_graph
from kg.exports.law.policies import policies_of_answer
from kg.store.graph import Graph

__all__ = ["FORMATS", "CaseFormat", "Dossier"]


@dataclass(frozen=True, kw_only=True)
class Dossier:
    """What is written: the case, what it states or concludes as triples, its answer, a language.

    The graph and the answer are asked for when a format needs them.
    """

    case: Case
    graph: Callable[[], Graph]
    answer: Callable[[], Answer]
    lang: Language


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFormat:
    """A format: the ending of its file, and what it holds of a case."""

    suffix: str
    write: Callable[[Dossier], bytes]


def _rdf(name: str, suffix: str) -> CaseFormat:
    return CaseFormat(suffix=suffix, write=lambda dossier: write_graph(dossier.graph(), name))


FORMATS: Mapping[str, CaseFormat] = {
    "turtle": _rdf("turtle", ".ttl"),
    "rdfxml": _rdf("rdfxml", ".rdf"),
    "jsonld": _rdf("jsonld", ".jsonld"),
    "ntriples": _rdf("ntriples", ".nt"),
    "nquads": _rdf("nquads", ".nq"),
    "trig": _rdf("trig", ".trig"),
    "odrl": CaseFormat(
        suffix=".ttl",
        write=lambda dossier: write_graph(policies_of_answer(dossier.answer()), "turtle"),
    ),
}
"""Every format in which a case can be written."""
