"""Export: the graph, and the situation at hand, in every format that the program writes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import streamlit as st

from kg.domain.cases import Case
from kg.services.edit import write_case
from kg.services.export import export, export_archive, formats_of_cases, formats_of_the_law
from ui.components.markup import element, plain, show
from ui.session import has_begun, language, say, situation, workspace
from ui.words import knows

_ARCHIVE = ".zip"


def page() -> None:
    """Offer the graph, then the situation; a file is made when it is asked for."""
    st.title(say("export.title"), anchor=False)
    show(element("p", say("export.lead"), class_="lead"))
    graph, case = st.columns(2, gap="large")
    with graph, st.container(border=True, key="export_graph"):
        st.header(say("export.graph"), anchor=False)
        show(element("p", say("export.graph_text"), class_="note"))
        _offer("graph", "hds", None, formats_of_the_law())
    with case, st.container(border=True, key="export_case"):
        st.header(say("export.case"), anchor=False)
        if has_begun():
            _situation()
        else:
            show(element("p", say("export.no_case")))
            st.page_link("app_pages/situation.py", label=say("export.begin"))


def _situation() -> None:
    case = situation().case
    show(element("p", case.title.say(language()) or case.id, class_="note"))
    _offer("case", case.id, case, formats_of_cases())
    st.download_button(
        say("save_case"),
        partial(write_case, workspace(), case),
        file_name=f"{case.id}.yaml",
        mime="application/yaml",
        on_click="ignore",
    )


def _offer(key: str, name: str, case: Case | None, formats: Mapping[str, str]) -> None:
    form = st.selectbox(
        say("export.format"),
        list(formats),
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
    lang = language()
    made = partial(export, workspace(), form, case=case, on=day, inferred=inferred, lang=lang)
    if case is None and formats[form] == _ARCHIVE:
        made = partial(export_archive, workspace(), form, inferred=inferred)
    suffix = "_inferred" if inferred else ""
    st.download_button(
        say("export.save"),
        made,
        file_name=f"{name}_{form}{suffix}{formats[form]}",
        type="primary",
        on_click="ignore",
        key=f"export/{key}/save",
    )


def _named(form: str) -> str:
    """Return what a format is good for, where that can be said; else its name."""
    key = f"export.format.{form}"
    return plain(say(key) if knows(key) else form)


page()
