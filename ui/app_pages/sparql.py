"""SPARQL: ask the graph anything."""

from __future__ import annotations

import streamlit as st

from kg.domain.tables import QueryResult
from kg.errors import HdsError
from kg.services.ask import ask, example_queries
from ui.components.controls import fault_list
from ui.components.markup import element, show
from ui.components.results import as_csv, as_table
from ui.session import language, say, today, workspace

_SECONDS = 10
_ROWS = 5000
_SHOWN = 200


def page() -> None:
    """Show the editor, the examples and the result of the last query."""
    st.title(say("sparql.title"), anchor=False)
    show(element("p", say("sparql_lead", seconds=_SECONDS, rows=_ROWS), class_="lead"))
    _examples()
    query = st.text_area(say("query"), height=280, key="query", persist_state="session")
    if st.button(say("run"), type="primary", shortcut="Ctrl+Enter") and query:
        st.session_state["result"] = _answer(query)
    result = st.session_state.get("result")
    if isinstance(result, HdsError):
        show(fault_list(result.faults))
    elif isinstance(result, QueryResult):
        _show(result)


def _examples() -> None:
    known = {example.id: example for example in example_queries(workspace(), today=today())}
    if "query" not in st.session_state:
        st.session_state["query"] = next((e.query for e in known.values()), "")

    def pick() -> None:
        chosen = st.session_state["example_query"]
        if chosen in known:
            st.session_state["query"] = known[chosen].query
            st.session_state["result"] = _answer(known[chosen].query)

    st.selectbox(
        say("example_query"),
        list(known),
        index=None,
        placeholder=say("pick_example"),
        format_func={name: known[name].question.say(language()) for name in known}.__getitem__,
        key="example_query",
        on_change=pick,
    )


def _answer(query: str) -> QueryResult | HdsError:
    try:
        return ask(workspace(), query, seconds=_SECONDS, rows=_ROWS)
    except HdsError as error:
        return error


def _show(result: QueryResult) -> None:
    match result.form:
        case "ask":
            said = say("result_true") if result.truth else say("result_false")
            show(element("p", said, class_="change", role="status"))
        case "select":
            _show_rows(result)
        case _:
            st.code(result.ntriples, language=None)
            st.download_button(
                say("save_triples"), result.ntriples, file_name="hds.nt", on_click="ignore"
            )


def _show_rows(result: QueryResult) -> None:
    count = len(result.rows)
    if not count:
        show(element("p", say("result_none"), class_="change", role="status"))
        return
    said = say("result_rows", count=count, seconds=f"{result.seconds:.2f}")
    if count > _SHOWN:
        said = f"{said}. {say('result_cut', count=_SHOWN)}"
    show(element("p", said, class_="note", role="status"))
    show(as_table(result, _SHOWN))
    st.download_button(
        say("save_csv"),
        as_csv(result),
        file_name="hds_resultats.csv",
        mime="text/csv",
        on_click="ignore",
    )


page()
