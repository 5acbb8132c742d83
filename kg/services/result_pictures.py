"""The result of a query as a picture, where it joins things to one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.domain.pictures import Edge, Node, Picture
from kg.domain.tables import QueryResult
from kg.domain.texts import Text
from kg.services.workspace import Workspace
from kg.store.graph import Graph
from kg.store.terms import sort_of, term_name

__all__ = ["MOST", "draw_result"]

MOST = 60
"""The most terms of a picture: with more, nothing could be read in it."""


def draw_result(workspace: Workspace, result: QueryResult) -> Picture | None:
    """Return the picture of the first links of a result; None where it has none between IRIs.

    Triples are links; so are two IRIs of one row, named by the column of the second.
    """
    links = list(dict.fromkeys(_links(workspace, result)))
    names = list(dict.fromkeys(name for source, _, target in links for name in (source, target)))
    places = _places(names[:MOST], links)
    if not places:
        return None
    shown = [link for link in links if link[0] in places and link[2] in places]
    return Picture(
        nodes=tuple(_node(workspace, iri, place, links) for iri, place in places.items()),
        edges=tuple(
            Edge(source=source, target=target, label=label, is_inferred=False)
            for source, label, target in shown
        ),
    )


def _links(workspace: Workspace, result: QueryResult) -> Iterator[tuple[str, Text, str]]:
    if result.form == "graph":
        found = Graph()
        found.read_turtle(result.ntriples.encode())
        for source, predicate, target in sorted(found.triples(), key=str):
            if isinstance(target, str) and source != target:
                yield source, term_name(workspace.graph, predicate).label, target
        return
    for row in result.rows:
        cells = zip(result.columns, row, strict=True)
        iris = [(column, cell.text) for column, cell in cells if cell.kind == "iri"]
        for column, target in iris[1:]:
            if target != iris[0][1]:
                yield iris[0][1], Text(column, column), target


def _places(names: list[str], links: Iterable[tuple[str, Text, str]]) -> dict[str, tuple[int, int]]:
    """Return a column and a row for each name: what is pointed to stands further right."""
    targets = {target for _, _, target in links}
    depth = {name: 0 for name in names if name not in targets} or dict.fromkeys(names[:1], 0)
    ahead = list(depth)
    for name in ahead:  # grows on the way
        for source, _, target in links:
            if source == name and target in names and target not in depth:
                depth[target] = depth[name] + 1
                ahead.append(target)
    rows: dict[int, int] = {}
    places = {}
    for name in names:
        column = depth.get(name, 0)
        place = rows[column] = rows.get(column, -1) + 1
        places[name] = (column, place)
    return places


def _node(
    workspace: Workspace,
    iri: str,
    place: tuple[int, int],
    links: Iterable[tuple[str, Text, str]],
) -> Node:
    around = sum(iri in (source, target) for source, _, target in links)
    graph = workspace.graph
    is_name = not iri.startswith("_:")
    return Node(
        name=term_name(graph, iri) if is_name else term_name(Graph(), iri),
        sort=sort_of(graph if is_name else Graph(), iri),
        column=place[0],
        row=place[1],
        neighbours=around,
        shown=around,
    )
