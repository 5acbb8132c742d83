"""What the address of the page names: an article, a day, an alinéa; and how to choose them."""

from __future__ import annotations

from datetime import date

import streamlit as st

from kg.domain.articles import Article
from kg.domain.law import Provision
from kg.services.articles import list_articles
from ui.components.markup import element, show
from ui.components.widgets import LAST_DAY
from ui.session import language, say, say_day, situation, workspace

__all__ = ["asked_article", "asked_day", "asked_part", "choose", "day_param", "period"]

_ARTICLE, _DAY, _PART = "art", "day", "par"
_FIRST = date(1978, 1, 1)


def asked_article() -> str:
    """Return the article that the address names, or the first one."""
    return st.query_params.get(_ARTICLE, "") or list_articles(workspace())[0].iri


def asked_part() -> str:
    """Return the alinéa that the address names, or ""."""
    return st.query_params.get(_PART, "")


def asked_day() -> date:
    """Return the day that the address names, or that of the situation; say so of a wrong one."""
    said = st.query_params.get(_DAY, "")
    try:
        day = date.fromisoformat(said) if said else situation().day
    except ValueError:
        show(element("p", say("texts.no_day", said=said), class_="change", role="status"))
        day = situation().day
        st.query_params.pop(_DAY, None)
    return min(max(day, _FIRST), LAST_DAY)


def choose(article: Article) -> None:
    """Show the choice of an article and of a day."""
    known = {item.iri: item for item in list_articles(workspace())}
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    key = f"texts.article/{article.provision.iri}"
    left.selectbox(
        say("texts.article"),
        list(known),
        index=list(known).index(article.provision.iri),
        format_func={iri: _title(item) for iri, item in known.items()}.__getitem__,
        key=key,
        on_change=_chosen,
        args=(key,),
    )
    day = f"texts.day/{article.day.isoformat()}"
    right.date_input(
        say("texts.day"),
        article.day,
        min_value=_FIRST,
        max_value=LAST_DAY,
        format="DD/MM/YYYY" if language() == "fr" else "YYYY-MM-DD",
        key=day,
        on_change=_dated,
        args=(day,),
    )


def _chosen(key: str) -> None:
    st.query_params[_ARTICLE] = st.session_state[key]
    st.query_params.pop(_PART, None)


def _dated(key: str) -> None:
    if day := st.session_state[key]:
        day_param(day)


def day_param(day: date) -> None:
    """Make the address name a day."""
    st.query_params[_DAY] = day.isoformat()


def _title(article: Provision) -> str:
    lang = language()
    label, title = article.label.say(lang), article.title.say(lang)
    summed = any(version.paragraphs for version in article.versions)
    said = f"{label} — {title}" if title and title != label else label
    return said if summed else f"{said} ({say('texts.summary_only')})"


def period(start: date, until: date | None) -> str:
    """Return from when to when a wording is in force."""
    if until is None:
        return say("texts.in_force", start=say_day(start))
    return say("texts.in_force_between", start=say_day(start), until=say_day(until))
