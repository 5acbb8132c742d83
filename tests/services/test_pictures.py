"""The neighbourhood of a term, drawn: nothing is hidden in silence, nothing moves."""

from __future__ import annotations

from itertools import combinations

import pytest

from kg.domain.pictures import Picture
from kg.domain.terms import Sort
from kg.services.pictures import FIRST, MORE, MOST, draw
from kg.services.workspace import Workspace
from kg.vocabulary import HDS

HOST, SERVICE = HDS.term("Host"), HDS.term("Service")


@pytest.fixture(scope="module")
def host(workspace: Workspace) -> Picture:
    return draw(workspace, [HOST])


def test_the_term_asked_for_stands_in_the_middle(host: Picture) -> None:
    first = host.nodes[0]

    assert (first.name.iri, first.column, first.row) == (HOST, 0, 0)
    assert first.sort is Sort.CLASS


def test_no_two_terms_share_a_place(workspace: Workspace) -> None:
    picture = draw(workspace, [SERVICE, SERVICE, HOST, HDS.term("Actor")], inferred=True)

    places = [(node.column, node.row) for node in picture.nodes]

    assert len(set(places)) == len(places)


def test_what_points_to_a_term_stands_to_its_left(host: Picture) -> None:
    columns = {node.name.iri: node.column for node in host.nodes}

    assert all(
        columns[edge.source] < columns[edge.target] for edge in host.edges if edge.source == HOST
    )


def test_what_is_left_out_is_counted(workspace: Workspace) -> None:
    first = draw(workspace, [SERVICE]).nodes[0]
    then = draw(workspace, [SERVICE, SERVICE]).nodes[0]

    assert first.shown == FIRST < first.neighbours
    assert then.shown == FIRST + MORE
    assert then.neighbours == first.neighbours


def test_a_term_keeps_its_place_when_others_are_opened(workspace: Workspace) -> None:
    before = draw(workspace, [SERVICE])
    steps = [SERVICE, before.nodes[3].name.iri, SERVICE]

    for now in (draw(workspace, steps), draw(workspace, steps, inferred=True)):
        for node in before.nodes:
            kept = now.node(node.name.iri)
            assert kept is not None
            assert (kept.column, kept.row) == (node.column, node.row)


def test_what_is_stated_and_what_follows_are_told_apart(workspace: Workspace) -> None:
    stated = draw(workspace, [HOST])
    both = draw(workspace, [HOST], inferred=True)

    assert not any(edge.is_inferred for edge in stated.edges)
    assert any(edge.is_inferred for edge in both.edges)
    assert {n.name.iri for n in stated.nodes} < {n.name.iri for n in both.nodes}


def test_a_host_is_bound_by_what_binds_every_actor(workspace: Workspace) -> None:
    """Every host is an actor, and no actor may sell health data."""
    picture = draw(workspace, [HOST], inferred=True)

    inherited = {edge.target.rsplit("/", 1)[-1] for edge in picture.edges if edge.is_inferred}

    assert "no-sale" in inherited


def test_a_picture_has_room_for_so_many_terms_and_no_more(workspace: Workspace) -> None:
    picture = draw(workspace, [SERVICE] * 3)
    steps = [node.name.iri for node in picture.nodes for _ in range(9)]

    full = draw(workspace, [SERVICE, *steps])

    assert len(full.nodes) == MOST


def test_a_step_that_leads_nowhere_is_passed_over(workspace: Workspace, host: Picture) -> None:
    assert draw(workspace, [HOST, HDS.term("TransferringProvider"), "https://example.org/"]) == host


def test_there_is_one_edge_between_two_terms_in_one_direction(host: Picture) -> None:
    pairs = [(edge.source, edge.target) for edge in host.edges]

    assert all(one != other for one, other in combinations(pairs, 2))
