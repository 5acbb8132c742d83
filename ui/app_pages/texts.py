"""Texts: an article as it reads on a day, with what hangs on each of its alinéas."""

from __future__ import annotations

import streamlit as st

from kg.domain.articles import Article, Force
from kg.errors import HdsError
from kg.services.articles import read_article
from ui.components.controls import fault_list
from ui.components.markup import element, show, style
from ui.components.texts import STYLE
from ui.components.texts.address import asked_article, asked_day, asked_part, choose, day_param
from ui.components.texts.changes import show_changes
from ui.components.texts.heading import heading
from ui.components.texts.reading import show_reading
from ui.session import say, today, workspace


def page() -> None:
    """Show the choice of an article and of a day, then the article, or what changed in it."""
    style(STYLE)
    st.title(say("texts.title"), anchor=False)
    show(element("p", say("texts.lead"), class_="lead"))
    article = _article()
    choose(article)
    show(heading(article))
    if article.force in {Force.SUPERSEDED, Force.FUTURE}:
        st.button(say("texts.read_today"), on_click=day_param, args=(today(),))
    text, changes = st.tabs([say("texts.text"), say("texts.changes")], on_change="rerun")
    with text:
        if not changes.open:
            show_reading(article, asked_part() or article.asked)
    with changes:
        if changes.open:
            show_changes(article)


def _article() -> Article:
    """Return the article that the address names; the first one, where there is no such article."""
    day = asked_day()
    try:
        return read_article(workspace(), asked_article(), on=day, today=today())
    except HdsError as error:
        show(fault_list(error.faults))
        st.query_params.pop("art", None)
        return read_article(workspace(), asked_article(), on=day, today=today())


page()
