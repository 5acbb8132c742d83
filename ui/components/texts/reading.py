"""The article, alinéa by alinéa: on the left what it says, on the right what hangs on it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import groupby
from urllib.parse import urlencode

import streamlit as st

from kg.domain.articles import Alinea, Article, Hanging, Reference
from kg.domain.terms import Sort
from ui.components.markup import Html, badge, bullets, details, element, joined, sentence, show
from ui.session import language, say

__all__ = ["show_reading"]


def show_reading(article: Article, part: str) -> None:
    """Show the norms of an article, then its alinéas; the one asked for is marked and in sight."""
    if article.whole or any(alinea.hanging for alinea in article.alineas):
        show(_norms(article))
    if not article.alineas:
        show(element("p", say("texts.no_text"), class_="change", role="status"))
        return
    show(joined(_alinea(alinea, is_aimed=alinea.id == part) for alinea in article.alineas))
    if any(alinea.id == part for alinea in article.alineas):
        aim = json.dumps(_anchor(part)).replace("<", "\\u003c")
        script = f"document.getElementById({aim})?.scrollIntoView({{block: 'center'}})"
        st.html(f"<script>{script}</script>", unsafe_allow_javascript=True)
    elif part:
        show(element("p", say("texts.no_part", part=part), class_="change", role="status"))


def _anchor(part: str) -> str:
    return f"par-{part}"


def _norms(article: Article) -> Html:
    """Return the norms of the article, each with the way to the alinéas that it hangs on."""
    found = [(h, alinea) for alinea in article.alineas for h in alinea.hanging]
    norms: dict[str, list[tuple[Hanging, Alinea]]] = {}
    for hanging, alinea in found:
        if hanging.sort is Sort.NORM:
            norms.setdefault(hanging.term.iri, []).append((hanging, alinea))
    lines = [
        joined([_term(pairs[0][0]), " — ", joined((_to(a) for _, a in pairs), ", ")])
        for pairs in norms.values()
    ]
    lines += [_of_whole(hanging) for hanging in article.whole if hanging.sort is Sort.NORM]
    parts = [details(say("texts.norms", count=len(lines)), bullets(lines))] if lines else []
    others = [_of_whole(hanging) for hanging in article.whole if hanging.sort is not Sort.NORM]
    if others:
        parts.append(details(say("texts.whole", count=len(others)), bullets(others)))
    return element("nav", *parts, class_="hung", aria_label=say("texts.hung"))


def _to(alinea: Alinea) -> Html:
    return element("a", alinea.mark, href=f"#{_anchor(alinea.id)}")


def _of_whole(hanging: Hanging) -> Html:
    return joined([_term(hanging), f" — {hanging.mark}" if hanging.mark else ""])


def _alinea(alinea: Alinea, *, is_aimed: bool) -> Html:
    mark: list[str] = [element("a", alinea.mark, href=f"#{_anchor(alinea.id)}")]
    if not alinea.is_official:
        mark += [" ", badge(say("texts.not_official"), "unknown")]
    lang = "fr" if alinea.is_official or not alinea.text.en else language()
    lines = (line for line in alinea.text.say(language()).split("\n") if line.strip())
    said = element(
        "div",
        element("h3", joined(mark), class_="mark"),
        *(element("p", line, lang=lang) for line in lines),
        *(_reference(reference) for reference in alinea.references),
    )
    beside = element("aside", *_beside(alinea), aria_label=say("texts.hung_on", mark=alinea.mark))
    sort = "alinea aimed" if is_aimed else "alinea"
    return element("section", said, beside, class_=sort, id=_anchor(alinea.id))


def _reference(reference: Reference) -> Html:
    """Return another provision, unfolded in place."""
    lang = language()
    words = reference.text.say(lang)
    inside: list[str] = (
        [] if reference.is_official else [badge(say("texts.not_official"), "unknown")]
    )
    inside += [element("p", line) for line in words.split("\n") if line.strip()]
    if not words:
        inside = [element("p", say("texts.no_text"))]
    query = urlencode({"art": reference.short, "lang": lang})
    inside.append(
        element("p", element("a", say("texts.open"), href=f"texts?{query}", target="_blank"))
    )
    title = say("texts.refers", label=reference.label.say(lang))
    return details(title, *inside, class_="refers")


def _beside(alinea: Alinea) -> Iterable[Html]:
    for sort, found in groupby(alinea.hanging, key=lambda hanging: hanging.sort):
        items = [_term(hanging) for hanging in found]
        if sort is Sort.NORM:
            yield element("ul", *(element("li", item) for item in items), class_="norms-of")
        else:
            yield details(say(f"texts.some_{sort}", count=len(items)), bullets(items))


def _term(hanging: Hanging) -> Html:
    """Return a term, leading to its card."""
    label = sentence(hanging.term.label.say(language()))
    query = urlencode({"node": hanging.term.short, "lang": language()})
    how = hanging.how.say(language())
    name = element("a", label, href=f"explore?{query}", target="_blank", title=how)
    return element("span", name, class_=f"kind {hanging.sort}")
