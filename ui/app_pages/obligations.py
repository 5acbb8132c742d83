"""Actors and obligations: who is bound by what, in general and in the case at hand."""

from __future__ import annotations

import streamlit as st

from kg.errors import HdsError
from ui.components.controls import fault_list
from ui.components.markup import element, show, style
from ui.components.obligations import STYLE
from ui.components.obligations.case import show_case
from ui.components.obligations.matrix import show_matrix
from ui.session import say


def page() -> None:
    """Show the matrix of the roles, or that of the actors of the case."""
    style(STYLE)
    st.title(say("obligations.title"), anchor=False)
    show(element("p", say("obligations.lead"), class_="lead"))
    roles, case = st.tabs([say("obligations.roles"), say("obligations.case")], on_change="rerun")
    try:
        with roles:
            if not case.open:
                show_matrix()
        with case:
            if case.open:
                show_case()
    except HdsError as error:
        show(fault_list(error.faults))


page()
