"""A provision as it reads on a day, paragraph by paragraph."""

from __future__ import annotations

from datetime import date

import streamlit as st

from kg.domain.law import Citation, Paragraph, Provision, Version
from kg.services.read_law import provisions
from kg.services.scales import first_day
from ui.components.markup import Html, badge, element, joined, link, show, table
from ui.components.scales import confidence_label, rank_label
from ui.components.widgets import LAST_DAY
from ui.session import language, say, say_day, situation, workspace

__all__ = ["show_law"]

_PARAMETER = "article"


def show_law() -> None:
    """Show the choice of a provision and of a day, and the wording of that day."""
    known = {article.iri: article for article in provisions(workspace())}
    asked = st.query_params.get(_PARAMETER, "")
    left, right = st.columns([3, 1])
    iri = left.selectbox(
        say("article"),
        list(known),
        index=list(known).index(asked) if asked in known else 0,
        format_func={name: _title(article) for name, article in known.items()}.__getitem__,
        key="article",
        on_change=_opened,
    )
    day = right.date_input(
        say("day"),
        situation().day,
        min_value=first_day(workspace()),
        max_value=LAST_DAY,
        format="DD/MM/YYYY",
        key="law_day",
    )
    show(_provision(known[iri], day))


def _opened() -> None:
    st.query_params[_PARAMETER] = st.session_state["article"]


def _title(article: Provision) -> str:
    lang = language()
    return f"{article.label.say(lang)} — {article.title.say(lang)}"


def _provision(article: Provision, day: date) -> Html:
    version = article.version_on(day)
    return element(
        "article",
        element("h2", article.label.say(language())),
        element("p", say("authority", rank=rank_label(article.authority)), class_="note"),
        _missing() if version is None else _version(article, version),
        element("h3", say("versions", count=len(article.versions))),
        _versions(article, version),
        class_="actor free",
    )


def _missing() -> Html:
    return element("p", say("no_version"), class_="change")


def _version(article: Provision, version: Version) -> Html:
    paragraphs = version.paragraphs
    official = bool(paragraphs) and all(part.official for part in paragraphs)
    state = badge(say("official"), "held") if official else badge(say("not_official"), "unknown")
    parts: list[str] = [_period(version), " ", state]
    if version.confidence:
        parts += [" ", element("small", confidence_label(version.confidence))]
    if version.url:
        page = Citation(iri=version.iri, label=article.label, url=version.url)
        parts += [" · ", say("read_on_legifrance"), say("colon"), link(page, language())]
    return joined([element("p", joined(parts)), *(_paragraph(part) for part in paragraphs)])


def _period(version: Version) -> str:
    start = say_day(version.start)
    if version.until is None:
        return say("in_force", start=start)
    return say("in_force_between", start=start, until=say_day(version.until))


def _paragraph(paragraph: Paragraph) -> Html:
    notes = "" if paragraph.official else f" · {say('not_official')}"
    mark = element("p", f"{paragraph.mark}{notes}", class_="mark")
    lines = (element("p", line, lang="fr") for line in paragraph.text.split("\n") if line.strip())
    return element("div", mark, *lines, class_="law", id=paragraph.iri.rsplit("_", 1)[-1])


def _versions(article: Provision, shown: Version | None) -> Html:
    rows = (_row(version, is_shown=version is shown) for version in reversed(article.versions))
    heads = [say("version_on"), say("change")]
    return table(heads, rows, say("versions", count=len(article.versions)), "plain")


def _row(version: Version, *, is_shown: bool) -> list[str]:
    period = element("strong" if is_shown else "span", _period(version))
    state = "" if version.paragraphs else f" ({say('no_text')})"
    return [joined([period, state]), version.change.say(language())]
