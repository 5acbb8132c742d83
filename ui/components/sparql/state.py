"""What the page of queries remembers, and what its address says."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from kg.domain.tables import QueryResult
from kg.errors import HdsError
from kg.services.ask import ask
from ui.session import workspace

__all__ = [
    "ROWS",
    "SECONDS",
    "VIEW",
    "answer",
    "first_view",
    "given_parameters",
    "keep",
    "link_query",
    "link_question",
    "open_query",
    "query_now",
    "stamp",
]

SECONDS, ROWS = 10, 5000
VIEW = "sparql.shown"
_QUERY, _STAMP = "sparql.text", "sparql.stamp"
# An address longer than this is cut by some programs that carry it.
_LONGEST_LINK = 2000
_KEPT = {"lang"}


def first_view() -> str:
    """Return what the address opens: a query, else the questions."""
    return "query" if "q" in st.query_params else "questions"


def query_now(default: str) -> str:
    """Return the query of the session; that of the address, or `default`, when it begins."""
    if _QUERY not in st.session_state:
        open_query(st.query_params.get("q", "") or default)
    found: str = st.session_state[_QUERY]
    return found


def stamp() -> int:
    """Return a number that changes whenever the query changes from outside the editor."""
    found: int = st.session_state.get(_STAMP, 0)
    return found


def keep(query: str) -> None:
    """Remember what the editor holds."""
    st.session_state[_QUERY] = query


def open_query(query: str) -> None:
    """Put a query into the editor."""
    keep(query)
    st.session_state[_STAMP] = stamp() + 1


def answer(query: str) -> QueryResult | HdsError:
    """Return the result of a query, run in the sandbox, or what is wrong with it."""
    try:
        return ask(workspace(), query, seconds=SECONDS, rows=ROWS)
    except HdsError as error:
        return error


def link_query(query: str) -> bool:
    """Put a query into the address; False where it is too long for one."""
    fits = len(query) <= _LONGEST_LINK
    _name({"q": query} if fits else {})
    return fits


def link_question(name: str, values: Mapping[str, str]) -> None:
    """Put a question and its parameters into the address."""
    _name({"question": name, **values})


def _name(said: Mapping[str, str]) -> None:
    kept = {key: st.query_params[key] for key in st.query_params if key in _KEPT}
    if dict(st.query_params) != {**kept, **said}:
        st.query_params.from_dict({**kept, **said})


def given_parameters() -> dict[str, str]:
    """Return the parameters of a question that the address gives."""
    return {k: v for k, v in st.query_params.items() if k not in {"question", "q", *_KEPT}}
