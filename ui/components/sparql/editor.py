"""The editor of queries, with completion from our own graph, and the result of the last one."""

from __future__ import annotations

import streamlit as st

from kg.domain.tables import QueryResult
from kg.errors import Fault, HdsError
from kg.services.ask import example_queries
from kg.services.explore import known_prefixes, name_terms
from ui.components.bundles import component, is_built
from ui.components.controls import fault_list
from ui.components.markup import element, show
from ui.components.sparql.results import show_result
from ui.components.sparql.state import (
    ROWS,
    SECONDS,
    answer,
    keep,
    link_query,
    open_query,
    query_now,
    stamp,
)
from ui.session import language, say, today, workspace

__all__ = ["show_editor"]

_KEY, _RESULT, _EXAMPLE = "sparql.editor", "sparql.result", "sparql.example"


def show_editor() -> None:
    """Show the editor and what the last query gave."""
    show(element("p", say("sparql.limits", seconds=SECONDS, rows=ROWS), class_="note"))
    known = {example.id: example for example in example_queries(workspace(), today=today())}
    query = query_now(next((example.query for example in known.values()), ""))
    if "q" in st.query_params and _RESULT not in st.session_state:
        _run(query)
    st.selectbox(
        say("sparql.examples"),
        list(known),
        index=None,
        placeholder=say("sparql.pick_example"),
        format_func={name: known[name].question.say(language()) for name in known}.__getitem__,
        key=_EXAMPLE,
        on_change=lambda: _picked({name: known[name].query for name in known}),
    )
    result = st.session_state.get(_RESULT)
    _editor(query, result.faults if isinstance(result, HdsError) else ())
    _told(result)


def _picked(queries: dict[str, str]) -> None:
    if chosen := st.session_state[_EXAMPLE]:
        open_query(queries[chosen])
        _run(queries[chosen])


def _editor(query: str, faults: tuple[Fault, ...]) -> None:
    if not is_built("editor"):
        _plain(query)
        return
    lang = language()
    component("editor", is_apart=False)(
        key=_KEY,
        data={
            "value": query,
            "stamp": stamp(),
            "faults": [{"line": fault.line, "said": fault.say(lang)} for fault in faults],
            "terms": [
                [term.short, term.label.say(lang), term.label.fr, term.label.en]
                for term in name_terms(workspace())
            ],
            "prefixes": list(known_prefixes()),
            "words": {
                "name": say("sparql.editor"),
                "run": say("sparql.run"),
                "keys": say("sparql.keys"),
            },
        },
        on_run_change=_ran,
        on_draft_change=_drafted,
    )


def _plain(query: str) -> None:
    """Show a plain field, where the editor was not built."""
    text = st.text_area(say("sparql.editor"), query, height=280, key=f"sparql.plain/{stamp()}")
    if st.button(say("sparql.run"), type="primary", shortcut="Ctrl+Enter"):
        keep(text or "")
        _run(text or "")
        st.rerun()


def _ran() -> None:
    if query := st.session_state[_KEY].run:
        keep(query)
        _run(query)


def _drafted() -> None:
    if query := st.session_state[_KEY].draft:
        keep(query)


def _run(query: str) -> None:
    st.session_state[_RESULT] = answer(query)
    st.session_state["sparql.linked"] = link_query(query)


def _told(result: object) -> None:
    if isinstance(result, HdsError):
        show(fault_list(result.faults))
    elif isinstance(result, QueryResult):
        if not st.session_state.get("sparql.linked", True):
            show(element("p", say("sparql.too_long"), class_="note"))
        show_result(result, f"hds_query_{today().isoformat()}")
