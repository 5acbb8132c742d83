"""The formats of the law: what they are called, their kind of file, who writes them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from kg.domain.law import Provision
from kg.domain.terms import TermCard
from kg.exports.graphs import WRITERS as RDF_WRITERS
from kg.exports.graphs import write_graph
from kg.exports.law.akoma_ntoso import akn_collection, akn_documents
from kg.exports.law.ciso_assistant import framework
from kg.exports.law.description import description_of_the_graph
from kg.exports.law.dpv_profile import dpv_profile
from kg.exports.law.legal_rule_ml import legal_rule_ml
from kg.exports.law.modules import modules
from kg.exports.law.network import dot, graphml, png, svg
from kg.exports.law.policies import policies_of_norms
from kg.exports.law.shapes import shapes
from kg.exports.law.vocabularies import vocabularies
from kg.exports.site.build import site
from kg.store.graph import Graph

__all__ = ["FORMATS", "Files", "Law", "LawFormat"]

Files: TypeAlias = Mapping[str, bytes]
"""The files of a folder, by their path in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """What is written: the graph, its worded provisions, a card for each term, a day.

    The cards are asked for when a format needs them.
    """

    graph: Graph
    provisions: tuple[Provision, ...]
    cards: Callable[[], tuple[TermCard, ...]]
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class LawFormat:
    """A format: the ending of its files, one file of everything, and a folder of several."""

    suffix: str
    whole: Callable[[Law], bytes] | None = None
    parts: Callable[[Law], Files] | None = None


def _rdf(name: str, suffix: str) -> LawFormat:
    def parts(law: Law) -> Files:
        return {f"{m}{suffix}": write_graph(g, name) for m, g in modules(law.graph).items()}

    return LawFormat(suffix=suffix, whole=lambda law: write_graph(law.graph, name), parts=parts)


def _turtle_of(select: Callable[[Graph], Graph]) -> LawFormat:
    return LawFormat(suffix=".ttl", whole=lambda law: write_graph(select(law.graph), "turtle"))


_SUFFIXES = {
    "turtle": ".ttl",
    "rdfxml": ".rdf",
    "jsonld": ".jsonld",
    "ntriples": ".nt",
    "nquads": ".nq",
    "trig": ".trig",
}
FORMATS: Mapping[str, LawFormat] = {
    **{name: _rdf(name, suffix) for name, suffix in _SUFFIXES.items()},
    "skos": _turtle_of(vocabularies),
    "shacl": _turtle_of(shapes),
    "dcat": _turtle_of(description_of_the_graph),
    "sssom": LawFormat(suffix=".tsv", whole=lambda law: RDF_WRITERS["sssom"](law.graph)),
    "akn": LawFormat(
        suffix=".xml",
        whole=lambda law: akn_collection(law.provisions, on=law.day),
        parts=lambda law: akn_documents(law.provisions),
    ),
    "legalruleml": LawFormat(suffix=".lrml", whole=lambda law: legal_rule_ml(law.graph)),
    "odrl": _turtle_of(policies_of_norms),
    "dpv": _turtle_of(dpv_profile),
    "ciso-assistant": LawFormat(suffix=".yaml", whole=lambda law: framework(law.graph)),
    "html": LawFormat(
        suffix=".zip", parts=lambda law: site(law.cards(), law.provisions, on=law.day)
    ),
    "graphml": LawFormat(suffix=".graphml", whole=lambda law: graphml(law.graph)),
    "dot": LawFormat(suffix=".dot", whole=lambda law: dot(law.graph)),
    "svg": LawFormat(suffix=".svg", whole=lambda law: svg(law.graph)),
    "png": LawFormat(suffix=".png", whole=lambda law: png(law.graph)),
}
"""Every format in which the law can be written."""
