"""The classes as a tree."""

from __future__ import annotations

from collections.abc import Iterator

from kg.domain.terms import Branch
from kg.services.explore import list_terms
from kg.services.hierarchies import class_tree
from kg.services.workspace import Workspace


def walk(branches: tuple[Branch, ...], way: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for branch in branches:
        here = (*way, branch.name.short)
        yield here
        yield from walk(branch.below, here)


def test_every_class_and_every_ground_stands_in_the_tree(workspace: Workspace) -> None:
    listed = {n.short for kind in ("classes", "grounds") for n in list_terms(workspace, kind)}

    assert {way[-1] for way in walk(class_tree(workspace))} == listed


def test_a_certified_host_stands_below_the_host_and_the_host_below_the_actor(
    workspace: Workspace,
) -> None:
    ways = set(walk(class_tree(workspace)))

    assert ("hds:Actor", "hds:Host", "hds:CertifiedHost") in ways
    assert ("hds:Actor", "hds:CertifiedHost") not in ways


def test_no_way_down_the_tree_turns_in_a_circle(workspace: Workspace) -> None:
    assert all(len(set(way)) == len(way) for way in walk(class_tree(workspace)))
