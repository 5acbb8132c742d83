"""What changed in an article: its wordings in turn, and two of them side by side."""

from __future__ import annotations

import streamlit as st

from kg.domain.articles import Article, Piece
from kg.domain.law import Version
from kg.services.rewordings import compare_wordings
from ui.components.markup import Html, element, joined, show, table
from ui.components.texts.address import day_param, period
from ui.session import language, say, say_day

__all__ = ["show_changes"]


def show_changes(article: Article) -> None:
    """Show two wordings side by side, where two can be read, and the list of all."""
    worded = [version for version in article.provision.versions if version.paragraphs]
    if len(worded) > 1:
        _side_by_side(article, worded)
    else:
        show(element("p", say("texts.nothing_to_compare"), class_="note", role="status"))
    if article.provision.versions:
        show(_versions(article))
        _read(article)


def _side_by_side(article: Article, worded: list[Version]) -> None:
    known = {version.start.isoformat(): version for version in worded}
    now = article.version if article.version in worded else worded[-1]
    after = max(worded.index(now), 1)
    left, right = st.columns(2)
    names = {start: period(v.start, v.until) for start, v in known.items()}
    key = f"{article.short}/{now.start.isoformat()}"
    with left:
        first = st.selectbox(
            say("texts.before"),
            list(known),
            index=after - 1,
            format_func=names.__getitem__,
            key=f"texts.before/{key}",
        )
    with right:
        second = st.selectbox(
            say("texts.after"),
            list(known),
            index=after,
            format_func=names.__getitem__,
            key=f"texts.after/{key}",
        )
    _compared(known[first], known[second])


def _compared(before: Version, after: Version) -> None:
    found = compare_wordings(before, after)
    changed = [rewording for rewording in found if rewording.is_changed]
    said = say("texts.changed", count=len(changed), all=len(found))
    show(element("p", said, class_="note", role="status"))
    every = st.toggle(say("texts.unchanged_too"), key="texts.every") if changed else True
    shown = found if every else changed
    if shown:
        heads = [say("texts.mark"), say_day(before.start), say_day(after.start)]
        rows = ([r.mark, _side(r.before, "del"), _side(r.after, "ins")] for r in shown)
        body = table(heads, rows, say("texts.side_by_side"), "plain sides")
        show(element("div", body, class_="scroll", tabindex="0", role="region", aria_label=said))


def _side(pieces: tuple[Piece, ...], mark: str) -> Html:
    words = (element(mark, p.text) if p.is_changed else element("span", p.text) for p in pieces)
    return element("div", *words, lang="fr") if pieces else element("em", say("texts.absent"))


def _versions(article: Article) -> Html:
    rows = (_row(v, is_shown=v == article.version) for v in reversed(article.provision.versions))
    title = say("texts.versions", count=len(article.provision.versions))
    return joined(
        [
            element("h3", title),
            table([say("texts.period"), say("texts.change")], rows, title, "plain"),
        ]
    )


def _row(version: Version, *, is_shown: bool) -> list[str]:
    said = element("strong" if is_shown else "span", period(version.start, version.until))
    state = "" if version.paragraphs else f" ({say('texts.without_text')})"
    return [joined([said, state]), version.change.say(language())]


def _read(article: Article) -> None:
    """Offer the other wordings that can be read."""
    worded = [v for v in article.provision.versions if v.paragraphs and v != article.version]
    with st.container(horizontal=True):
        for version in reversed(worded):
            label = say("texts.read_version", start=say_day(version.start))
            st.button(label, key=version.iri, on_click=day_param, args=(version.start,))
