"""Explore: the graph around a term, the term's card, the classes as a tree."""

from __future__ import annotations

import streamlit as st

from kg.domain.terms import TermCard
from kg.errors import HdsError
from kg.services.explore import describe_term
from ui.components.controls import fault_list
from ui.components.explore import STYLE
from ui.components.explore.card import show_card
from ui.components.explore.graph import show_graph
from ui.components.explore.search import open_term, show_search
from ui.components.explore.tree import show_tree
from ui.components.markup import element, show, style
from ui.session import say, workspace


def page() -> None:
    """Show the search, the picture, and the card of the term that the address names."""
    style(STYLE)
    st.title(say("explore.title"), anchor=False)
    show(element("p", say("explore.lead"), class_="lead"))
    show_search()
    _body()


@st.fragment
def _body() -> None:
    """Show all that a choice of a term changes, and nothing else, so that it comes at once."""
    card = _asked()
    with st.container(key="explored"):
        left, right = st.columns([8, 5], gap="medium")
        with left:
            names = [say("explore.picture"), say("explore.tree")]
            picture, tree = st.tabs(names, on_change="rerun", key="explore.tabs")
            with tree:
                if tree.open:
                    show_tree(card.name)
            with picture:
                if not tree.open:
                    show_graph(card.name)
        with right:
            show_card(card)


def _asked() -> TermCard:
    """Return the card of the term asked for; of the first notion, where there is no such term."""
    start = workspace().catalogue.certification.iri
    asked = st.query_params.get("node", "")
    try:
        return describe_term(workspace(), asked or start)
    except HdsError as error:
        show(fault_list(error.faults))
        open_term("")
        return describe_term(workspace(), start)


page()
