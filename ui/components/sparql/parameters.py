"""A parameter of a question as a field: its value is an id, its words come from the graph."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import streamlit as st

from kg.domain.cases import Case
from kg.domain.questions import Kind, Parameter, Question
from kg.services.questions import allowed_values
from ui.components.markup import plain, sentence
from ui.components.widgets import LAST_DAY
from ui.session import examples, language, say, situation, today, workspace

__all__ = ["Given", "parameter"]

_FIRST = date(1990, 1, 1)
_OWN = ""
_MOST_SIGNS = 500_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a field holds: a text, as an address carries it; a case of the session beside it."""

    text: str = ""
    case: Case | None = None


def parameter(question: Question, form: Parameter, linked: str, case: Case | None) -> Given:
    """Show the field of a parameter, filled from the address, and return what it holds."""
    key = f"sparql.{question.name}/{form.name}"
    label = plain(sentence(form.label.say(language())))
    first = linked or form.default or ("" if form.optional else form.example)
    match form.kind:
        case Kind.CASE:
            return _case(label, linked, key)
        case Kind.DATE:
            return _day(label, linked, key, case)
        case Kind.DAYS:
            number = st.number_input(label, 1, 10_000, _number(first), key=key)
            return Given(text=str(int(number)))
        case Kind.CASES:  # left out, it stands for the examples
            st.text_input(label, say("sparql.all_examples"), disabled=True, key=key)
            return Given()
        case Kind.GRAPH | Kind.DOCUMENT:
            return _whole_file(label, form, linked, key)
        case Kind.ENTITY | Kind.TERM | Kind.LANGUAGE | Kind.CHOICE:
            known = {v: w.say(language()) for v, w in allowed_values(workspace(), form, case)}
            return _one(label, form, first, f"{key}/{case.id if case else ''}", known)


def _case(label: str, linked: str, key: str) -> Given:
    """Show the choice of a situation: the session's own, or an example."""
    known = examples()
    names = [_OWN, *known]
    titles = {name: known[name].title.say(language()) or name for name in known}
    titles[_OWN] = say("sparql.own_case")
    chosen = st.selectbox(
        label,
        names,
        index=names.index(linked) if linked in names else 0,
        format_func=titles.__getitem__,
        key=key,
    )
    return Given(text=chosen, case=known[chosen] if chosen else situation().case)


def _whole_file(label: str, form: Parameter, first: str, key: str) -> Given:
    if form.kind is Kind.GRAPH:
        file = st.file_uploader(label, type=["ttl"], key=key)
        return Given(text=file.getvalue().decode("utf-8", errors="replace") if file else "")
    return Given(text=st.text_area(label, first, max_chars=_MOST_SIGNS, key=key) or "")


def _day(label: str, linked: str, key: str, case: Case | None) -> Given:
    try:
        first = date.fromisoformat(linked)
    except ValueError:
        first = case.day if case is not None and case.day else today()
    day = st.date_input(
        label,
        min(max(first, _FIRST), LAST_DAY),
        min_value=_FIRST,
        max_value=LAST_DAY,
        format="DD/MM/YYYY" if language() == "fr" else "YYYY-MM-DD",
        key=key,
    )
    return Given(text=day.isoformat())


def _number(said: str) -> int:
    return int(said) if said.isdecimal() and 0 < int(said) <= 10_000 else 90  # noqa: PLR2004 - the limits of the field


def _one(label: str, form: Parameter, first: str, key: str, known: Mapping[str, str]) -> Given:
    values = ["", *known] if form.optional else list(known)
    if not values:
        text = st.text_input(label, first, key=key)
        return Given(text=text or "")
    chosen = st.selectbox(
        label,
        values,
        index=values.index(first) if first in values else 0,
        format_func=lambda value: _said(value, known),
        key=key,
    )
    return Given(text=chosen)


def _said(value: str, known: Mapping[str, str]) -> str:
    if not value:
        return say("sparql.any")
    words = known[value]
    return sentence(words) if words == value else f"{sentence(words)} ({value})"
