"""About: what the app is for, what it is not, how to read its answers."""

from __future__ import annotations

import streamlit as st

from kg.domain.answers import Outcome
from kg.domain.law import Citation, Provision, Version
from kg.services.read_law import provisions
from kg.services.scales import confidences, ranks
from ui.components.markup import Html, badge, element, joined, link, sentence, show, table
from ui.components.scales import confidence_label
from ui.components.verdicts import outcome_badge
from ui.session import language, say, say_day, workspace


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
            _part("sources"),
            class_="prose",
        )
    )
    show(element("div", _sources(), class_="scroll", tabindex="0", role="region"))
    show(
        element(
            "div",
            _part("data"),
            _part("access"),
            _part("keys", _keys()),
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
    """Return the texts that can be read here, a wording a row: its days, what it is worth."""
    rows = (
        _wording(article, version)
        for article in provisions(workspace())
        for version in reversed(article.versions)
        if version.paragraphs
    )
    heads = [say(f"about_{key}") for key in ("text", "from", "until", "worth", "checked")]
    return table(heads, rows, say("about_sources"), "plain")


def _wording(article: Provision, version: Version) -> list[str]:
    label = article.label.say(language())
    is_official = all(part.official for part in version.paragraphs)
    worth = badge(
        say("about_official" if is_official else "about_summary"),
        "held" if is_official else "unknown",
    )
    return [
        link(Citation(iri=version.iri, label=article.label, url=version.url), language())
        if version.url
        else element("span", label),
        say_day(version.start),
        say_day(version.until) if version.until else "—",
        worth,
        confidence_label(version.confidence) if version.confidence else "—",
    ]


def _keys() -> Html:
    keys = ("Tab", "Enter", "Ctrl+Enter", "Esc")
    rows = ([element("kbd", key), say(f"key.{key}")] for key in keys)
    return table([say("key"), say("meaning")], rows, say("about_keys"), "plain")


page()
