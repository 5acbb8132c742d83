"""Browse: the terms of the graph, and the texts that they come from."""

from __future__ import annotations

import streamlit as st

from kg.errors import HdsError
from ui.components.controls import fault_list
from ui.components.law import show_law
from ui.components.markup import show
from ui.components.terms import show_terms
from ui.session import say

_VIEWS = {"terms": show_terms, "articles": show_law}


def page() -> None:
    """Show the terms or the texts."""
    st.title(say("browse.title"), anchor=False)
    view = st.segmented_control(
        say("view"),
        list(_VIEWS),
        default="articles" if "article" in st.query_params else "terms",
        required=True,
        format_func={name: say(name) for name in _VIEWS}.__getitem__,
        key="view",
        label_visibility="collapsed",
        persist_state="session",
    )
    try:
        _VIEWS[view]()
    except HdsError as error:
        show(fault_list(error.faults))


page()
