"""Parts of a graph: what is said of some of its subjects, with the blank nodes below them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.store.graph import Graph, Node

__all__ = ["description", "excerpt"]


def excerpt(graph: Graph, subjects: Iterable[str]) -> Graph:
    """Return the graph of what is said of some subjects: their concise bounded descriptions.

    Source: W3C member submission CBD, section 2.
    """
    return Graph().extend(triple for s in sorted(set(subjects)) for triple in description(graph, s))


def description(graph: Graph, subject: str) -> Iterator[tuple[str, str, Node]]:
    """Yield what is said of a subject, and of the blank nodes that it leads to."""
    seen = {subject}
    waiting = [subject]
    while waiting:
        for triple in graph.triples(waiting.pop()):
            yield triple
            other = triple[2]
            if isinstance(other, str) and other.startswith("_:") and other not in seen:
                seen.add(other)
                waiting.append(other)
