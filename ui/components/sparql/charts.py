"""A result as bars, where it counts something."""

from __future__ import annotations

from collections.abc import Mapping

from kg.domain.tables import Cell, QueryResult
from ui.components.markup import Html, element, table
from ui.components.results import cell_text
from ui.session import say

__all__ = ["as_chart"]

_MOST, _LEAST = 40, 2
_NUMBERS = ("integer", "decimal", "double", "int", "long", "nonNegativeInteger")


def as_chart(result: QueryResult, heads: Mapping[str, str]) -> Html | None:
    """Return a table of bars; None where the result is not names with one number each."""
    if result.form != "select" or not _LEAST <= len(result.rows) <= _MOST:
        return None
    numbers = [i for i in range(len(result.columns)) if all(_is_number(r[i]) for r in result.rows)]
    if len(numbers) != 1 or len(result.columns) == 1:
        return None
    place = numbers[0]
    most = max(float(row[place].text) for row in result.rows) or 1.0
    rows = (
        [_name(row, place), _bar(float(row[place].text) / most, row[place].text)]
        for row in result.rows
    )
    others = [heads.get(c, c) for i, c in enumerate(result.columns) if i != place]
    columns = [", ".join(others), heads.get(result.columns[place], result.columns[place])]
    return table(columns, rows, say("sparql.as_chart"), "plain bars")


def _is_number(cell: Cell) -> bool:
    kind = cell.datatype.rpartition("#")[2]
    return kind in _NUMBERS and cell.text.lstrip("-").replace(".", "", 1).isdigit()


def _name(row: tuple[Cell, ...], place: int) -> str:
    return " · ".join(cell_text(cell) for i, cell in enumerate(row) if i != place and cell.text)


def _bar(share: float, said: str) -> Html:
    width = f"inline-size: {max(share, 0) * 100:.1f}%"
    return element("div", element("span", "", class_="bar", style=width), element("span", said))
