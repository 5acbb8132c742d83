"""Terms and triples as N-Triples write them: how they travel to the sandbox."""

from __future__ import annotations

from collections.abc import Iterable

from kg.store.graph import Graph, Node, term_of

__all__ = ["write_term", "write_triples"]


def write_term(node: Node) -> str:
    """Return a term as N-Triples write it.

    >>> write_term("https://example.org/x")
    '<https://example.org/x>'

    Raises:
        ValueError: what should be an IRI is none.
    """
    return str(term_of(node))


def write_triples(triples: Iterable[tuple[str, str, Node]]) -> str:
    """Return triples as N-Triples."""
    return str(Graph().extend(triples).read_turtle(b""))
