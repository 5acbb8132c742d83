"""About: what the app is for, what it is not, how to read its answers."""

from __future__ import annotations

import streamlit as st

from kg.domain.answers import Outcome
from kg.services.read_law import provisions
from kg.services.scales import confidences, ranks
from ui.components.markup import Html, bullets, element, joined, sentence, show, table
from ui.components.verdicts import outcome_badge
from ui.session import language, say, workspace


def page() -> None:
    """Show what everybody should know before trusting an answer."""
    st.title(say("about.title"), anchor=False)
    show(
        element(
            "div",
            _part("what"),
            _part("advice"),
            _answers(),
            _part("ranks", _ranks()),
            _part("confidence", _confidences()),
            _part("sources", _sources()),
            _part("data"),
            class_="prose",
        )
    )


def _part(key: str, *more: Html) -> Html:
    title = element("h2", say(f"about_{key}"))
    return joined([title, element("p", say(f"about_{key}_text")), *more])


def _answers() -> Html:
    rows = ([outcome_badge("certification", o), say(f"about_{o.value}")] for o in Outcome)
    caption = say("about_answers")
    heads = [say("status"), say("meaning")]
    return joined([element("h2", caption), table(heads, rows, caption, "plain")])


def _ranks() -> Html:
    labels = (sentence(rank.label.say(language())) for rank in ranks(workspace()))
    return element("ol", *(element("li", label) for label in labels))


def _confidences() -> Html:
    rows = ([c.value, sentence(c.label.say(language()))] for c in confidences(workspace()))
    return table([say("code"), say("meaning")], rows, say("about_confidence"), "plain")


def _sources() -> Html:
    lang = language()
    articles = provisions(workspace())
    return bullets(f"{item.label.say(lang)} — {item.title.say(lang)}" for item in articles)


page()
