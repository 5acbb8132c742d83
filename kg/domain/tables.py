"""What a query gives back: a table, a truth value, or triples."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Cell", "QueryResult"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One value of a table; `kind` is `iri`, `literal`, `blank`, or `none` where unbound."""

    text: str
    kind: str
    lang: str = ""
    datatype: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryResult:
    """The result of one query.

    `form` is `select`, `ask` or `graph`. `truth` is for `ask`; `columns` and `rows` for `select`;
    `ntriples` for `graph`. `seconds` is how long it took.
    """

    form: str
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    truth: bool = False
    ntriples: str = ""
    seconds: float = 0.0
