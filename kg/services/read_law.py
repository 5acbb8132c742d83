"""Read the law: its provisions, wording by wording."""

from __future__ import annotations

from kg.domain.law import Provision
from kg.services.workspace import Workspace
from kg.store.prefixes import BASE, shorten
from kg.store.texts import provision
from kg.vocabulary import HDS

__all__ = ["place_of", "provisions", "read_provision"]

_LAW = f"{BASE}law/"


def place_of(iri: str) -> str:
    """Return the short form of an IRI of the law, down to the paragraph; "" for any other.

    >>> place_of("https://w3id.org/hds-fr/law/csp/L1111-8_II-4")
    'csp:L1111-8_II-4'
    >>> place_of("https://example.org/other")
    ''
    """
    return shorten(iri) if iri.startswith(_LAW) else ""


def read_provision(workspace: Workspace, iri: str) -> Provision:
    """Return a provision with its wordings, oldest first.

    Raises:
        UsageError: the graph knows no such provision.
    """
    return provision(workspace.graph, iri)


def provisions(workspace: Workspace) -> tuple[Provision, ...]:
    """Return the articles and acts of which some wording can be read, in the order of citation."""
    graph = workspace.graph
    worded = {
        whole
        for paragraph, _, _ in graph.triples(None, HDS.term("text"))
        for version in graph.iris(paragraph, HDS.term("isParagraphOf"))
        for whole in graph.iris(version, HDS.term("isVersionOf"))
    }
    found = (provision(graph, iri) for iri in worded)
    return tuple(sorted(found, key=lambda article: article.label.fr))
