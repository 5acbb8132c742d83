"""Explore: the terms of the graph, searched, listed and shown with their links both ways."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from kg.domain.terms import TermCard, TermName
from kg.domain.texts import Text
from kg.errors import Fault, UsageError
from kg.exports.graphs import write_graph
from kg.reasoning.axioms.classes import to_expression
from kg.reasoning.proofs.phrases import consequence, phrase
from kg.services.workspace import Workspace
from kg.store.links import block_of, incoming_links, outgoing_links
from kg.store.prefixes import BASE, PREFIXES, expand, shorten
from kg.store.terms import (
    TERM_KINDS,
    find_terms,
    is_known,
    names_of_terms,
    sort_of,
    term_name,
    terms_of_kind,
)
from kg.vocabulary import DCTERMS, HDS, OWL, RDFS, SKOS

__all__ = [
    "TERM_KINDS",
    "describe_term",
    "known_prefixes",
    "list_terms",
    "name_terms",
    "search_terms",
    "short_form",
]


def search_terms(workspace: Workspace, text: str, *, limit: int = 20) -> tuple[TermName, ...]:
    """Return the terms that a text names, best first; neither accents nor case count."""
    found = find_terms(workspace.graph, text)
    return tuple(term_name(workspace.graph, iri) for iri in found[:limit])


def name_terms(workspace: Workspace) -> tuple[TermName, ...]:
    """Return every term that has words, by label, but for the wordings of the provisions."""
    return names_of_terms(workspace.graph)


def known_prefixes() -> tuple[str, ...]:
    """Return the prefixes that a query may use without declaring them."""
    return tuple(PREFIXES)


def short_form(iri: str) -> str:
    """Return the short form of an IRI of the graph (`hds:Host`), "" for any other."""
    return shorten(iri) if iri.startswith(BASE) and shorten(iri) != iri else ""


def list_terms(workspace: Workspace, kind: str) -> tuple[TermName, ...]:
    """Return the terms of one of `TERM_KINDS`, by label.

    Raises:
        UsageError: there is no such kind.
    """
    if kind not in TERM_KINDS:
        raise UsageError(_no_such_kind(kind))
    names = (term_name(workspace.graph, iri) for iri in terms_of_kind(workspace.graph, kind))
    return tuple(sorted(names, key=lambda name: (name.label.fr.casefold(), name.iri)))


def describe_term(workspace: Workspace, iri: str) -> TermCard:
    """Return all that the graph says of a term, given by its IRI or short form (`hds:Host`).

    Raises:
        UsageError: the graph knows no such term; the nearest are named.
    """
    graph, name = workspace.graph, expand(iri.strip())
    if not is_known(graph, name):
        raise UsageError(_no_such_term(workspace, iri))
    return TermCard(
        name=term_name(graph, name),
        sort=sort_of(graph, name),
        definition=graph.text(name, SKOS.term("definition"))
        or graph.text(name, HDS.term("summary")),
        note=graph.text(name, SKOS.term("editorialNote")),
        sources=tuple(term_name(graph, s) for s in graph.iris(name, DCTERMS.term("source"))),
        axioms=tuple(_axioms(workspace, name)),
        outgoing=outgoing_links(graph, name),
        incoming=incoming_links(graph, name),
        turtle=write_graph(block_of(graph, name), "turtle").decode(),
    )


def _axioms(workspace: Workspace, name: str) -> Iterator[Text]:
    """Yield what the term is by definition, then what it always is."""
    graph, labels = workspace.graph, workspace.theory.labels
    for node in graph.iris(name, OWL.term("equivalentClass")):
        yield phrase(to_expression(graph, node), labels)
    always = [to_expression(graph, node) for node in graph.iris(name, RDFS.term("subClassOf"))]
    said = (consequence(expression, labels) for expression in always)
    yield from sorted(said, key=lambda text: text.fr.casefold())


def _no_such_kind(kind: str) -> Fault:
    allowed = ", ".join(TERM_KINDS)
    near = get_close_matches(kind, TERM_KINDS, n=1)
    return Fault(
        fr=f"« {kind} » n’est pas une liste de termes. Listes : {allowed}."
        + (f" Vouliez-vous dire « {near[0]} » ?" if near else ""),
        en=f"“{kind}” is no list of terms. Lists: {allowed}."
        + (f" Did you mean “{near[0]}”?" if near else ""),
        key="kind",
    )


def _no_such_term(workspace: Workspace, iri: str) -> Fault:
    near = ", ".join(_nearest(workspace, iri)) or "hds:Host"
    return Fault(
        fr=f"le graphe ne connaît pas « {iri} ». Termes proches : {near}. Donnez une IRI entière, "
        "ou une forme courte.",
        en=f"the graph does not know “{iri}”. Near terms: {near}. Give a whole IRI, or a short "
        "form.",
        key=iri,
    )


def _nearest(workspace: Workspace, iri: str) -> list[str]:
    shorts = {shorten(s): s for s, _, _ in workspace.graph.triples(None, SKOS.term("prefLabel"))}
    close = get_close_matches(shorten(expand(iri)), shorts, n=3, cutoff=0.7)
    local = iri.rsplit("/", 1)[-1].rsplit("#", 1)[-1].rpartition(":")[2]
    return close or [name.short for name in search_terms(workspace, local, limit=3)]
