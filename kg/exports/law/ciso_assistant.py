"""The requirements of the certification standard as a framework library of CISO Assistant.

The words are the graph's own summaries, in French with their English translation.
Source: CISO Assistant, the format of its libraries (one framework, requirement nodes by URN).
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import TypeAlias

from ruamel.yaml import YAML

from kg.domain.texts import Text
from kg.store.graph import Graph
from kg.store.prefixes import BASE
from kg.vocabulary import DCTERMS, HDS, OWL, RDF, SKOS

__all__ = ["framework"]

Tree: TypeAlias = "str | int | bool | list[Tree] | dict[str, Tree]"

_MARK = "requirement-"
_PACKAGER = "hds-fr"


def framework(graph: Graph) -> bytes:
    """Return the library: its head, then one node for each requirement, in their order."""
    writer = YAML()
    writer.default_flow_style = False
    writer.width = 100
    sink = BytesIO()
    writer.dump(_library(graph), sink)
    return sink.getvalue()


def _library(graph: Graph) -> Mapping[str, Tree]:
    requirements = [
        iri
        for iri in graph.subjects(RDF.term("type"), HDS.term("Provision"))
        if _MARK in iri.rsplit("/", 1)[-1]
    ]
    standard = graph.iri(requirements[0], HDS.term("isPartOf"))
    title = graph.text(standard, SKOS.term("prefLabel"))
    about = graph.text(standard, HDS.term("summary"))
    version = graph.literal(f"{BASE}ontology", OWL.term("versionInfo"))
    nodes: list[Tree] = [dict(_node(graph, standard, iri)) for iri in requirements]
    return {
        "urn": f"urn:{_PACKAGER}:risk:library:{_slug(standard)}",
        "locale": "fr",
        "ref_id": _slug(standard),
        **_said(title, about),
        "copyright": graph.iri(f"{BASE}ontology", DCTERMS.term("license")),
        "version": int(version.replace(".", "") or 1),
        "provider": _PACKAGER,
        "packager": _PACKAGER,
        "objects": {
            "framework": {
                "urn": f"urn:{_PACKAGER}:risk:framework:{_slug(standard)}",
                "ref_id": _slug(standard),
                **_said(title, about),
                "requirement_nodes": nodes,
            }
        },
    }


def _node(graph: Graph, standard: str, iri: str) -> Mapping[str, Tree]:
    number = iri.rpartition(_MARK)[2]
    return {
        "urn": f"urn:{_PACKAGER}:risk:req_node:{_slug(standard)}:{number}",
        "assessable": True,
        "depth": 1,
        "ref_id": number,
        **_said(graph.text(iri, SKOS.term("prefLabel")), graph.text(iri, HDS.term("summary"))),
        "annotation": iri,
    }


def _said(name: Text, about: Text) -> dict[str, Tree]:
    return {
        "name": name.fr,
        "description": about.fr or name.fr,
        "translations": {"en": {"name": name.en, "description": about.en or name.en}},
    }


def _slug(standard: str) -> str:
    return "hds-" + standard.rsplit("/", 1)[-1]
