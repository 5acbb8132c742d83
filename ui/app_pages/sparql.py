"""SPARQL: the questions of the catalogue as forms, and any other as a query."""

from __future__ import annotations

import streamlit as st

from ui.components.markup import element, show, style
from ui.components.sparql import STYLE
from ui.components.sparql.editor import show_editor
from ui.components.sparql.forms import show_questions
from ui.components.sparql.state import VIEW, first_view
from ui.session import say

_VIEWS = {"questions": show_questions, "query": show_editor}


def page() -> None:
    """Show the questions, or the editor."""
    style(STYLE)
    st.title(say("sparql.title"), anchor=False)
    show(element("p", say("sparql.lead"), class_="lead"))
    if VIEW not in st.session_state:
        st.session_state[VIEW] = first_view()
    view = st.segmented_control(
        say("sparql.view"),
        list(_VIEWS),
        required=True,
        format_func={name: say(f"sparql.{name}") for name in _VIEWS}.__getitem__,
        key=VIEW,
        label_visibility="collapsed",
    )
    _VIEWS[view or "questions"]()


page()
