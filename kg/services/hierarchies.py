"""The classes as a tree: each below what it is a kind of."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from kg.domain.terms import Branch
from kg.services.workspace import Workspace
from kg.store.closure import chains_above
from kg.store.graph import Graph
from kg.store.terms import term_name, terms_of_kind

__all__ = ["class_tree"]


def class_tree(workspace: Workspace) -> tuple[Branch, ...]:
    """Return the classes that are a kind of nothing, each with those below, by label.

    A class of several kinds stands below each of them.
    """
    return _tree(workspace.graph)


@lru_cache(maxsize=2)
def _tree(graph: Graph) -> tuple[Branch, ...]:
    chains = chains_above(graph)
    grounds = {*terms_of_kind(graph, "grounds")}
    known = {*terms_of_kind(graph, "classes"), *grounds}
    below = defaultdict[str, set[str]](set)
    for name in known:
        # Of two that are the same, the ground stands below the notion.
        above = {
            upper
            for upper in chains.get(name, {})
            if upper in known and (name not in chains.get(upper, {}) or upper not in grounds)
        }
        # What is above another that is above stands higher up.
        nearest = above - {far for near in above for far in chains.get(near, {})}
        for upper in nearest or {""}:
            below[upper].add(name)
    return _branches(graph, below, "", ())


def _branches(
    graph: Graph, below: dict[str, set[str]], name: str, way: tuple[str, ...]
) -> tuple[Branch, ...]:
    found = (
        Branch(
            name=term_name(graph, lower),
            below=() if lower in way else _branches(graph, below, lower, (*way, lower)),
        )
        for lower in below.get(name, ())
    )
    return tuple(sorted(found, key=lambda branch: branch.name.label.fr.casefold()))
