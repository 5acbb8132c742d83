"""A part of the graph as a picture: terms in their places, the links drawn between them."""

from __future__ import annotations

from dataclasses import dataclass

from kg.domain.terms import Sort, TermName
from kg.domain.texts import Text

__all__ = ["Edge", "Node", "Picture"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A term in its place: `column` counts to the right of the first term, `row` downwards.

    `shown` of its `neighbours` are in the picture.
    """

    name: TermName
    sort: Sort
    column: int
    row: int
    neighbours: int
    shown: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """What joins two terms, by their IRIs; `is_inferred`: none of it is stated as such."""

    source: str
    target: str
    label: Text
    is_inferred: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """Terms and links, the first term first; a term keeps its place when others are added."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    def node(self, iri: str) -> Node | None:
        """Return a term of the picture, or None."""
        return next((node for node in self.nodes if node.name.iri == iri), None)
