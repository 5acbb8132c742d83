"""A term of the graph as a card: what it is, what it rests on, what it is joined to."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

import streamlit as st

from kg.domain.terms import Link, Sort, TermCard, TermName
from ui.components.explore.search import chips, label_of
from ui.components.markup import (
    Html,
    badge,
    bullets,
    details,
    element,
    joined,
    plain,
    sentence,
    show,
)
from ui.session import language, say

__all__ = ["show_card"]

_FEW = 12


def show_card(card: TermCard) -> None:
    """Show the card, then its neighbours: all that the picture can show, as a list."""
    lang = language()
    parts: list[str] = [element("h2", label_of(card.name)), _identity(card.name)]
    if card.definition:
        parts.append(element("p", card.definition.say(lang), class_="definition"))
    if card.note:
        parts.append(element("p", say("note"), say("colon"), card.note.say(lang), class_="note"))
    if card.axioms:
        parts.append(element("h3", say("explore.axioms")))
        parts.append(bullets(sentence(axiom.say(lang)) for axiom in card.axioms))
    said = [link for link in card.outgoing if link.other is None]
    if said:
        parts.append(details(say("explore.words"), _words(said)))
    parts.append(details(say("explore.turtle"), element("pre", card.turtle)))
    show(element("article", *parts, class_="term"))
    if card.sort is Sort.TEXT:
        target = {"art": card.name.short}
        st.page_link("app_pages/texts.py", label=say("explore.read"), query_params=target)
    if card.sources:
        chips(say("explore.sources"), card.sources, f"sources/{card.name.iri}")
    _neighbours(card)


def _identity(term: TermName) -> Html:
    kind = term.kind.say(language())
    return element("p", badge(kind, "free") if kind else "", " ", element("code", term.short))


def _words(links: Iterable[Link]) -> Html:
    lang = language()
    return bullets(
        joined([element("strong", label_of(link.predicate)), say("colon"), link.words.say(lang)])
        for link in links
    )


def _neighbours(card: TermCard) -> None:
    for way, links in (("outgoing", card.outgoing), ("incoming", card.incoming)):
        ends = [link for link in links if link.other is not None]
        if ends:
            show(element("h3", say(f"explore.{way}", count=len(ends)), class_="way"))
        for (predicate, inferred), found in groupby(sorted(ends, key=_order), key=_group):
            others = [link.other for link in found if link.other]
            title = say("explore.follows", link=predicate) if inferred else predicate
            _several(f"{title} ({len(others)})", others, f"{way}/{card.name.iri}/{title}")


def _group(link: Link) -> tuple[str, bool]:
    return label_of(link.predicate), bool(link.via)


def _order(link: Link) -> tuple[bool, str]:
    return bool(link.via), label_of(link.predicate)


def _several(title: str, terms: list[TermName], key: str) -> None:
    if len(terms) <= _FEW:
        chips(title, terms, key)
        return
    with st.expander(plain(title)):
        chips(title, terms, key)
