"""Export: the graph, and the situation at hand, in every format that the program writes."""

from __future__ import annotations

from functools import partial

import streamlit as st

from kg.domain.cases import Case
from kg.services.edit import write_case
from kg.services.export import EXPORT_FORMATS, export
from ui.components.markup import element, plain, show
from ui.session import has_begun, language, say, situation, workspace
from ui.words import knows

_ENDINGS = {
    "turtle": "ttl",
    "rdfxml": "rdf",
    "jsonld": "jsonld",
    "ntriples": "nt",
    "nquads": "nq",
    "trig": "trig",
    "sssom": "sssom.tsv",
}
_USUAL = "turtle"


def page() -> None:
    """Offer the graph, then the situation; a file is made when it is asked for."""
    st.title(say("export.title"), anchor=False)
    show(element("p", say("export.lead"), class_="lead"))
    graph, case = st.columns(2, gap="large")
    with graph, st.container(border=True):
        st.header(say("export.graph"), anchor=False)
        show(element("p", say("export.graph_text"), class_="note"))
        _offer("graph", "hds", None)
    with case, st.container(border=True):
        st.header(say("export.case"), anchor=False)
        if has_begun():
            _situation()
        else:
            show(element("p", say("export.no_case")))
            st.page_link("app_pages/situation.py", label=say("export.begin"))


def _situation() -> None:
    case = situation().case
    show(element("p", case.title.say(language()) or case.id, class_="note"))
    _offer("case", case.id, case)
    st.download_button(
        say("save_case"),
        partial(write_case, workspace(), case),
        file_name=f"{case.id}.yaml",
        mime="application/yaml",
        on_click="ignore",
    )


def _offer(key: str, name: str, case: Case | None) -> None:
    formats = list(EXPORT_FORMATS)
    form = st.selectbox(
        say("export.format"),
        formats,
        index=formats.index(_USUAL) if _USUAL in formats else 0,
        format_func=_named,
        key=f"export/{key}/format",
        persist_state="session",
    )
    inferred = st.checkbox(
        say("export.inferred"),
        key=f"export/{key}/inferred",
        help=say(f"export.inferred_{key}"),
        persist_state="session",
    )
    day = situation().day if case is not None else None
    made = partial(export, workspace(), form, case=case, on=day, inferred=inferred)
    suffix = "_inferred" if inferred else ""
    st.download_button(
        say("export.save"),
        made,
        file_name=f"{name}{suffix}.{_ENDINGS.get(form, form)}",
        type="primary",
        on_click="ignore",
        key=f"export/{key}/save",
    )


def _named(form: str) -> str:
    """Return what a format is good for, where that can be said; else its name."""
    key = f"export.format.{form}"
    return plain(say(key) if knows(key) else form)


page()
