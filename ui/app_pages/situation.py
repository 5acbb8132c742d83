"""Qualify my situation: the answer first, then the question that decides most, then the reasons."""

from __future__ import annotations

import streamlit as st

from kg.domain.answers import Answer
from kg.errors import HdsError
from ui.components.controls import controls, fault_list
from ui.components.markup import element, show, style
from ui.components.situation import STYLE
from ui.components.situation.address import arrive, depart
from ui.components.situation.changed import changed
from ui.components.situation.facts import facts
from ui.components.situation.hero import hero, looked_at, others, who
from ui.components.situation.keep import PRINTING, keep
from ui.components.situation.printout import printout
from ui.components.situation.question import question
from ui.components.situation.start import start
from ui.components.situation.tabs import tabs
from ui.session import answer_to, has_begun, say, situation, undo


def page() -> None:
    """Show the answer to the situation; without one, ask who the user is."""
    style(STYLE)
    st.title(say("situation.title"), anchor=False)
    arrive()
    if not has_begun():
        show(element("p", say("situation.lead"), class_="lead"))
        if faults := st.session_state.pop("faults", ()):
            show(fault_list(faults))
        start()
        return
    if dropped := situation().dropped:
        show(fault_list(dropped, say("link.dropped")))
    try:
        _answered(answer_to(situation().question))
    except HdsError as error:
        _mend(error)
    depart()


def _mend(error: HdsError) -> None:
    """Say why there is no answer, and offer another day, a step back and the facts."""
    controls(lambda: keep(None))
    show(fault_list(error.faults))
    if situation().before is not None:
        st.button(say("undo"), on_click=undo)
    st.header(say("tab.facts"), anchor=False)
    facts()


def _answered(answer: Answer) -> None:
    if st.session_state.get(PRINTING):
        printout(answer)
        return
    controls(lambda: keep(answer))
    actor = looked_at(answer)
    if actor is None:
        show(element("p", say("no_actor"), class_="change"))
        return
    who(answer, actor)
    show(hero(answer, actor))
    changed(answer)
    question(actor.id)
    others(answer, actor)
    tabs(answer, actor)
    show(element("p", say("disclaimer"), class_="disclaimer"))


page()
