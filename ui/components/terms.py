"""A term of the graph as a card, and the ways to it."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from kg.domain.terms import Link, TermCard, TermName
from kg.services.explore import TERM_KINDS, describe_term, list_terms, search_terms
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
from ui.session import language, say, workspace

__all__ = ["show_terms"]

_PARAMETER = "term"


def show_terms() -> None:
    """Show the search, the list by kind, and the card of the term that the address names."""
    _search()
    _listed()
    # With nothing asked for, the page opens on the notion that the first question is about.
    start = workspace().catalogue.certification.iri
    _card(describe_term(workspace(), st.query_params.get(_PARAMETER, "") or start))


def _open(key: str) -> None:
    if chosen := st.session_state[key]:
        st.query_params[_PARAMETER] = chosen


def _search() -> None:
    text = st.text_input(
        say("search"), key="search", placeholder=say("search_hint"), persist_state="session"
    )
    if not text:
        return
    found = {term.iri: term for term in search_terms(workspace(), text)}
    if found:
        _chips(say("found", count=len(found)), found.values(), f"found/{text}")
    else:
        show(element("p", say("found_none"), class_="note"))


def _listed() -> None:
    left, right = st.columns([1, 3])
    kinds = {kind: sentence(label.say(language())) for kind, label in TERM_KINDS.items()}
    kind = left.selectbox(say("kind"), list(kinds), format_func=kinds.__getitem__, key="kind")
    terms = {term.iri: term for term in list_terms(workspace(), kind)}
    key = f"listed/{kind}"
    right.selectbox(
        say("term"),
        list(terms),
        index=None,
        placeholder=say("pick_term", count=len(terms)),
        format_func={iri: _named(term) for iri, term in terms.items()}.__getitem__,
        key=key,
        on_change=_open,
        args=(key,),
    )


def _named(term: TermName) -> str:
    label = term.label.say(language())
    return sentence(label) if label and label != term.short else term.short


def _chips(title: str, terms: Iterable[TermName], key: str) -> None:
    """Show terms to choose from: choosing one opens its card."""
    named = {term.iri: term for term in terms}
    st.pills(
        plain(title),
        list(named),
        format_func={iri: plain(_named(term)) for iri, term in named.items()}.__getitem__,
        key=key,
        on_change=_open,
        args=(key,),
    )


def _card(card: TermCard) -> None:
    lang = language()
    parts: list[str] = [element("h2", _named(card.name)), _identity(card.name)]
    if card.definition:
        parts.append(element("p", card.definition.say(lang), class_="definition"))
    if card.note:
        parts.append(element("p", say("note"), say("colon"), card.note.say(lang), class_="note"))
    if card.axioms:
        parts.append(element("h3", say("axioms")))
        parts.append(bullets(sentence(axiom.say(lang)) for axiom in card.axioms))
    said = _words(card.outgoing)
    if said:
        parts.append(details(say("words"), said))
    parts.append(details(say("turtle"), element("pre", card.turtle)))
    show(element("article", *parts, class_="actor free"))
    _links(say("sources"), card.sources, f"sources/{card.name.iri}")
    _both_ways(card)


def _identity(term: TermName) -> Html:
    kind = term.kind.say(language())
    return element("p", badge(kind, "free") if kind else "", " ", element("code", term.short))


def _words(links: Iterable[Link]) -> Html:
    lang = language()
    return bullets(
        joined([element("strong", _named(link.predicate)), say("colon"), link.words.say(lang)])
        for link in links
        if link.other is None
    )


def _both_ways(card: TermCard) -> None:
    for title, links in (("outgoing", card.outgoing), ("incoming", card.incoming)):
        ends = [link for link in links if link.other is not None]
        if ends:
            show(element("h3", say(title, count=len(ends)), class_="way"))
        for predicate in dict.fromkeys(link.predicate for link in ends):
            others = [link.other for link in ends if link.predicate == predicate and link.other]
            key = f"{title}/{card.name.iri}/{predicate.iri}"
            _links(_named(predicate), others, key)


def _links(title: str, terms: Iterable[TermName], key: str) -> None:
    found = tuple(terms)
    if found:
        _chips(title, found, key)
