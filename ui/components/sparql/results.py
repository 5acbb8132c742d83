"""The result of a query: a table, a picture, a chart, the raw text; and files to take away."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from kg.domain.pictures import Picture
from kg.domain.tables import QueryResult
from kg.services.ask import result_to_text
from kg.services.explore import short_form
from kg.services.result_pictures import MOST, draw_result
from ui.components.bundles import component, is_built
from ui.components.explore.graph import canvas_data, legend
from ui.components.markup import element, show
from ui.components.results import as_csv, as_table
from ui.components.sparql.charts import as_chart
from ui.session import say, workspace

__all__ = ["show_result"]

_SHOWN = 200
_CANVAS = "sparql.canvas"


def show_result(result: QueryResult, name: str, heads: Mapping[str, str] | None = None) -> None:
    """Show a result in the ways that suit it; `name` begins the names of its files."""
    if result.form == "ask":
        said = say("sparql.true") if result.truth else say("sparql.false")
        show(element("p", said, class_="change", role="status"))
        return
    if not (result.rows or result.ntriples):
        show(element("p", say("sparql.no_row"), class_="change", role="status"))
        return
    show(element("p", _counted(result), class_="note", role="status"))
    picture, chart = draw_result(workspace(), result), as_chart(result, heads or {})
    ways = ["table"] if result.form == "select" else []
    ways += ["graph"] if picture is not None and is_built("graph") else []
    ways += ["chart"] if chart is not None else []
    tabs = st.tabs([say(f"sparql.as_{way}") for way in (*ways, "raw")], on_change="rerun")
    for way, tab in zip((*ways, "raw"), tabs, strict=True):
        with tab:
            if not tab.open:
                continue
            if way == "table":
                show(as_table(result, _SHOWN, heads))
            elif way == "graph" and picture is not None:
                _picture(picture)
            elif way == "chart" and chart is not None:
                show(chart)
            else:
                st.code(_raw(result), language=None, height=400)
    _downloads(result, name)


def _counted(result: QueryResult) -> str:
    count = len(result.rows) or result.ntriples.count("\n")
    key = "sparql.rows" if result.form == "select" else "sparql.triples"
    said = say(key, count=count, seconds=f"{result.seconds:.2f}")
    cut = len(result.rows) > _SHOWN
    return f"{said} {say('sparql.cut', count=_SHOWN)}" if cut else said


def _raw(result: QueryResult) -> str:
    return result_to_text(result, "turtle" if result.form == "graph" else "json")


def _picture(picture: Picture) -> None:
    if len(picture.nodes) >= MOST:
        show(element("p", say("sparql.drawn", count=MOST), class_="note"))
    show(legend(picture))
    component("graph")(
        key=_CANVAS,
        data=canvas_data(picture, ""),
        on_chosen_change=_chosen,
        on_opened_change=_chosen,
    )
    if chosen := st.session_state.get("sparql.chosen"):
        st.page_link(
            "app_pages/explore.py",
            label=say("sparql.explore", term=chosen),
            query_params={"node": chosen},
        )


def _chosen() -> None:
    state = st.session_state[_CANVAS]
    chosen = state.chosen or state.opened
    if chosen:
        st.session_state["sparql.chosen"] = short_form(chosen) or chosen


def _downloads(result: QueryResult, name: str) -> None:
    files = {
        "select": {"csv": "text/csv", "json": "application/sparql-results+json"},
        "graph": {"turtle": "text/turtle", "jsonld": "application/ld+json"},
    }[result.form]
    with st.container(horizontal=True):
        for format_, mime in files.items():
            st.download_button(
                say(f"sparql.save_{format_}"),
                _file(result, format_),
                file_name=f"{name}.{'ttl' if format_ == 'turtle' else format_}",
                mime=mime,
                on_click="ignore",
            )


def _file(result: QueryResult, format_: str) -> str:
    """Return a file; CSV is such that no spreadsheet takes it for a program."""
    return as_csv(result) if format_ == "csv" else result_to_text(result, format_)
