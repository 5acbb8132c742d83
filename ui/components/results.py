"""Results of queries: a table on the page, a file to take away."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from urllib.parse import urlencode

from kg.domain.tables import Cell, QueryResult
from kg.services.explore import short_form
from ui.components.markup import Html, element, table
from ui.session import language, say

__all__ = ["as_csv", "as_table", "cell_text"]

# What a spreadsheet would run as a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_table(result: QueryResult, most: int, heads: Mapping[str, str] | None = None) -> Html:
    """Return the first rows as a table; `heads` names the columns for people."""
    named = [(heads or {}).get(column, column) for column in result.columns]
    rows = ([_cell(cell) for cell in row] for row in result.rows[:most])
    body = table(named, rows, say("sparql.caption"), "plain")
    label = say("sparql.caption")
    return element("div", body, class_="scroll", tabindex="0", role="region", aria_label=label)


def cell_text(cell: Cell) -> str:
    """Return what a person reads in a cell: an IRI of the graph in its short form."""
    return (short_form(cell.text) or cell.text) if cell.kind == "iri" else cell.text


def _cell(cell: Cell) -> Html:
    """Return a cell; a term of the graph leads to its card."""
    short = short_form(cell.text) if cell.kind == "iri" else ""
    if short:
        query = urlencode({"node": short, "lang": language()})
        return element("a", short, href=f"explore?{query}", target="_blank")
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
