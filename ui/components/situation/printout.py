"""The whole answer on one page, to be printed or saved as PDF: nothing to click, nothing folded."""

from __future__ import annotations

import streamlit as st

from kg.domain.answers import Answer
from ui.components.markup import Html, element, show
from ui.components.names import title_of
from ui.components.norms import norms
from ui.components.situation.chain import in_words
from ui.components.situation.changes import flips, missing
from ui.components.situation.hero import hero
from ui.components.situation.keep import PRINTING, print_now
from ui.components.situation.reasons import reasons
from ui.components.values import said_of
from ui.components.verdicts import concern
from ui.session import language, say, say_day, situation, workspace

__all__ = ["printout"]


def printout(answer: Answer) -> None:
    """Show the answer about every actor, then the chain and the facts that it rests on."""
    st.button(say("print.back"), on_click=lambda: st.session_state.pop(PRINTING, None))
    case = situation().case
    show(
        element(
            "div",
            element("h2", case.title.say(language()) or case.id),
            element("p", say("print.of", day=say_day(answer.day)), class_="note"),
            *_actors(answer),
            element("h2", say("tab.chain")),
            in_words(answer),
            element("h2", say("tab.facts")),
            _facts(),
            element("p", say("disclaimer"), class_="disclaimer"),
            class_="printout",
        )
    )
    print_now()


def _actors(answer: Answer) -> list[Html]:
    return [
        element(
            "article",
            hero(answer, actor),
            element("h2", say("tab.why")),
            _opened(reasons(actor)),
            _opened(norms(actor)),
            element("h2", say("tab.missing")),
            missing(actor),
            element("h2", say("tab.flips")),
            flips(actor),
        )
        for actor in concern(answer)
    ]


def _opened(part: Html) -> Html:
    return Html(part.replace("<details", '<details open="open"'))


def _facts() -> Html:
    case, form = situation().case, workspace().form
    parts: list[str] = []
    for entity in case.entities:
        section = form.section(entity.section)
        if section is None:
            continue
        lines = (
            element("li", said_of(case, key, entity.fact(key.key)))
            for key in section.keys
            if entity.fact(key.key) is not None
        )
        parts += [element("h3", title_of(case, entity.path)), element("ul", *lines)]
    return element("div", *parts)
