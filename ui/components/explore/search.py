"""The ways to a term: its name, as one types it, or what comes near."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from kg.domain.terms import TermName
from kg.services.explore import name_terms, search_terms
from ui.components.markup import element, plain, sentence, show
from ui.session import language, say, workspace

__all__ = ["chips", "label_of", "open_term", "show_search"]

_PARAMETER, _KEY = "node", "explore.search"


def open_term(short: str) -> None:
    """Make the address name a term, given by its short form; "" for none."""
    if short:
        st.query_params[_PARAMETER] = short
    else:
        st.query_params.pop(_PARAMETER, None)


def show_search() -> None:
    """Show the field that completes what is typed, and the terms near to what it does not know."""
    names = {term.short: term for term in name_terms(workspace())}
    st.selectbox(
        say("explore.search"),
        list(names),
        index=None,
        placeholder=say("explore.hint"),
        format_func=lambda short: _entry(names[short]) if short in names else short,
        accept_new_options=True,
        key=_KEY,
        on_change=_chosen,
        args=(frozenset(names),),
    )
    typed = st.session_state.get(_KEY)
    if typed and typed not in names:
        _near(typed)


def _chosen(known: frozenset[str]) -> None:
    if (chosen := st.session_state[_KEY]) in known:
        open_term(chosen)


def _near(typed: str) -> None:
    found = search_terms(workspace(), typed)
    if found:
        chips(say("explore.found", count=len(found)), found, f"found/{typed}")
    else:
        show(element("p", say("explore.found_none"), class_="note", role="status"))


def _entry(term: TermName) -> str:
    kind = term.kind.say(language())
    return f"{label_of(term)} — {kind} · {term.short}" if kind else label_of(term)


def label_of(term: TermName) -> str:
    """Return what a person reads for a term."""
    label = term.label.say(language())
    return sentence(label) if label and label != term.short else term.short


def chips(title: str, terms: Iterable[TermName], key: str) -> None:
    """Show terms to choose from: choosing one opens its card."""
    named = {term.short: plain(label_of(term)) for term in terms}

    def chosen() -> None:
        open_term(st.session_state[key] or "")

    st.pills(
        plain(title),
        list(named),
        format_func=named.__getitem__,
        key=key,
        on_change=chosen,
        wrap=True,
    )
