"""What follows from what, as an SVG picture: a column a step, a colour a sort, a legend."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import igraph
from lxml import etree
from lxml.builder import ElementMaker

__all__ = ["drawing"]

_SVG = "http://www.w3.org/2000/svg"
_S = ElementMaker(namespace=_SVG, nsmap={None: _SVG})
_COLOURS = {"class": "#1f3a8a", "ground": "#b45309", "norm": "#047857"}
_COLUMN, _ROW, _TOP, _SIDE = 380, 20, 60, 24
_LONGEST = 52
_STYLE = """
text { font: 11px sans-serif; fill: #1b1f2a }
path { fill: none; stroke: #9aa4b8; stroke-width: .7; opacity: .55 }
"""

Point = tuple[float, float]


def drawing(network: igraph.Graph, places: Sequence[tuple[int, float]]) -> bytes:
    """Return the picture of a network whose nodes have a column and a place in it.

    Each node has a `label`, a `sort`, and names its term (`short`) in a tooltip.
    """
    points = _points(places)
    width = _COLUMN * (max(column for column, _ in places) + 1) + _SIDE
    height = max(y for _, y in points) + _TOP
    picture = _S.svg(
        _S.style(_STYLE),
        _S.rect(width="100%", height="100%", fill="#ffffff"),
        *(_edge(points[edge.source], points[edge.target]) for edge in network.es),
        *(_node(node, points[node.index]) for node in network.vs),
        *_legend(),
        viewBox=f"0 0 {width} {height:.0f}",
        width=str(width),
        height=f"{height:.0f}",
    )
    return bytes(etree.tostring(picture, xml_declaration=True, encoding="UTF-8"))


def _points(places: Sequence[tuple[int, float]]) -> list[Point]:
    """Return where each node stands: in its column, spread over the height of the longest one."""
    columns: Mapping[int, list[int]] = defaultdict(list)
    for index in sorted(range(len(places)), key=lambda index: places[index]):
        columns[places[index][0]].append(index)
    longest = max(map(len, columns.values()))
    points: list[Point] = [(0.0, 0.0)] * len(places)
    for column, members in columns.items():
        gap = _ROW * longest / len(members)
        for rank, index in enumerate(members):
            points[index] = (_SIDE + column * _COLUMN, _TOP + (rank + 0.5) * gap)
    return points


def _node(node: igraph.Vertex, point: Point) -> etree._Element:
    x, y = point
    label = str(node["label"])
    short = label if len(label) <= _LONGEST else label[: _LONGEST - 1] + "…"
    return _S.g(
        _S.title(f"{label} ({node['short']})"),
        _S.circle(cx=f"{x:.1f}", cy=f"{y:.1f}", r="4", fill=_COLOURS[node["sort"]]),
        _S.text(short, x=f"{x + 8:.1f}", y=f"{y + 4:.1f}"),
    )


def _edge(source: Point, target: Point) -> etree._Element:
    (x1, y1), (x2, y2) = source, target
    middle = (x1 + x2) / 2
    bend = f"M{x1:.1f},{y1:.1f} C{middle:.1f},{y1:.1f} {middle:.1f},{y2:.1f} {x2:.1f},{y2:.1f}"
    return _S.path(d=bend)


def _legend() -> list[etree._Element]:
    found = []
    for number, (sort, colour) in enumerate(_COLOURS.items()):
        x = _SIDE + number * 110
        found.append(_S.circle(cx=str(x), cy="26", r="6", fill=colour))
        found.append(_S.text(sort, x=str(x + 12), y="30", style="font-size:14px"))
    return found
