"""Results of queries: a table on the page, a file to take away."""

from __future__ import annotations

import csv
import io

from kg.domain.tables import Cell, QueryResult
from ui.components.markup import Html, element, table
from ui.session import say

__all__ = ["as_csv", "as_table"]

# What a spreadsheet would run as a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_table(result: QueryResult, most: int) -> Html:
    """Return the first rows as a table."""
    rows = ([_cell(cell) for cell in row] for row in result.rows[:most])
    body = table(list(result.columns), rows, say("result_caption"), "plain")
    return element("div", body, class_="scroll", tabindex="0", role="region")


def _cell(cell: Cell) -> Html:
    return element("code" if cell.kind in {"iri", "blank"} else "span", cell.text)


def as_csv(result: QueryResult) -> str:
    """Return every row as CSV that no spreadsheet takes for a program."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_harmless(column) for column in result.columns)
    writer.writerows([_harmless(cell.text) for cell in row] for row in result.rows)
    return out.getvalue()


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
