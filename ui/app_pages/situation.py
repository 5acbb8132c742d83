"""Qualify my situation: who owes what, and why."""

from __future__ import annotations

import streamlit as st

from kg.domain.answers import Answer
from kg.errors import HdsError
from ui.components.actors import card
from ui.components.controls import controls, fault_list
from ui.components.downloads import downloads
from ui.components.facts import facts
from ui.components.markup import element, show
from ui.components.question import question
from ui.components.summary import changes, summary
from ui.components.verdicts import concern
from ui.session import answer_to, say, say_day, situation


def page() -> None:
    """Show the answer to the case, and the form that changes it."""
    st.title(say("situation.title"), anchor=False)
    show(element("p", say("situation.lead"), class_="lead"))
    controls()
    left, right = st.columns([5, 3], gap="large")
    with left:
        try:
            _answer(answer_to(situation().question))
        except HdsError as error:
            show(fault_list(error.faults))
    with right:
        facts()


def _answer(answer: Answer) -> None:
    before = situation().before
    if before is not None:
        show(changes(answer_to(before), answer))
    show(summary(answer))
    question(answer)
    day = say_day(answer.day)
    for actor in concern(answer):
        show(card(actor, day))
    downloads(answer)
    show(element("p", say("disclaimer"), class_="disclaimer"))


page()
