"""The question whose reply helps most, asked first, with why it is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial

import streamlit as st

from kg.domain.answers import Outcome
from kg.domain.case_format import ValueKind
from kg.domain.cases import Value
from kg.domain.interview import Question
from kg.services.interview import answer_question
from ui.components.markup import Html, element, joined, plain, sentence, show
from ui.components.names import called
from ui.components.verdicts import outcome_badge
from ui.components.widgets import LAST_DAY
from ui.session import (
    change_case,
    date_format,
    language,
    put,
    question_about,
    say,
    situation,
    workspace,
)

__all__ = ["question"]

_NONE = "[]"
_MOST_ABREAST = 3
_MOST_AT_A_GLANCE = 16


def question(actor: str) -> None:
    """Ask what helps most to conclude about an actor, where something can still change."""
    now = situation()
    asked = question_about(actor)
    if asked is None:
        return
    with st.container(border=True, key="question"):
        if asked.fact in now.skipped:
            show(element("p", say("question.all_skipped")))
            st.button(say("question.again"), on_click=_again)
            return
        show(element("h3", say("question.next", count=asked.left), class_="about"))
        _ask(asked, actor)
        show(_why(asked))


def _why(asked: Question) -> Html:
    """Return why the question is asked: what hangs on it, and where its replies lead."""
    hangs = say("and").join(say(f"about.{concern.id}") for concern in asked.concerns)
    said = [element("strong", say("question.why")), " ", sentence(say("question.hangs", on=hangs))]
    lines = list(_leads(asked))
    if lines:
        said += [" ", say("settles"), " ", joined(lines, " ; ")]
    return element("p", *said, class_="leads")


def _leads(asked: Question) -> Iterator[Html]:
    """Yield the replies that settle something by themselves, those of one end together."""
    ends: dict[tuple[tuple[str, Outcome], ...], list[str]] = {}
    for reply in asked.replies:
        end = tuple((concern.id, outcome) for concern, outcome in reply.leads)
        if end:
            ends.setdefault(end, []).append(_named(asked, reply.value))
    for end, replies in ends.items():
        badges = joined((outcome_badge(about, outcome) for about, outcome in end), " ")
        yield joined([", ".join(replies), " → ", badges])


def _named(asked: Question, value: str) -> str:
    """Return what a person reads for a reply: its words, or the actor that it names."""
    case = situation().case
    label = next((r.label for r in asked.replies if r.value == value), None)
    if case.find("actors", value) is not None and asked.kind.value.startswith("reference"):
        return called(case, value)
    return sentence(label.say(language())) if label is not None else value


def _ask(asked: Question, actor: str) -> None:
    values = [reply.value for reply in asked.replies if reply.value != _NONE]
    key = f"reply/{situation().revision}/{asked.fact}"
    about = _subject(asked)
    text = plain(asked.wording.say(language()) + (f" ({about})" if about else ""))
    names = {value: plain(_named(asked, value)) for value in values}.__getitem__
    reply = partial(_reply, asked, actor, key)
    if asked.kind is ValueKind.DATE:
        st.date_input(
            text, None, max_value=LAST_DAY, key=key, format=date_format(), on_change=reply
        )
    elif asked.several:
        _several(text, values, names, key)
    elif values:
        st.radio(
            text,
            values,
            index=None,
            format_func=names,
            key=key,
            horizontal=len(values) <= _MOST_ABREAST,
            on_change=reply,
        )
    else:
        show(element("p", text))
    with st.container(horizontal=True):
        if asked.several:
            st.button(say("reply"), type="primary", on_click=reply)
            st.button(say("reply_none"), on_click=partial(_take, asked, actor, ()))
        st.button(say("skip"), on_click=partial(_skip, asked.fact))


def _several(text: str, values: list[str], names: Callable[[str], str], key: str) -> None:
    """Ask for any number of values: at a glance where they are few, else from a list."""
    if len(values) <= _MOST_AT_A_GLANCE:
        st.pills(text, values, selection_mode="multi", format_func=names, key=key)
        return
    ordered = sorted(values, key=names)
    st.multiselect(text, ordered, format_func=names, key=key, placeholder=say("start.choose"))


def _subject(asked: Question) -> str:
    """Return what the question is about, where the case holds several such things; else ""."""
    case = situation().case
    entity = next((entity for entity in case.entities if entity.path == asked.entity), None)
    if entity is None or len(case.of(entity.section)) == 1:
        return ""
    return called(case, entity.id) if entity.section == "actors" else asked.subject.say(language())


def _reply(asked: Question, actor: str, key: str) -> None:
    said = st.session_state[key]
    if said is not None:
        _take(asked, actor, _value(asked, said))


def _take(asked: Question, actor: str, value: Value) -> None:
    change_case(
        lambda case: answer_question(workspace(), case, asked, actor, value), elsewhere=True
    )


def _value(asked: Question, said: object) -> Value:
    if isinstance(said, list):
        return tuple(str(value) for value in said)
    if isinstance(said, date):
        return said
    return said == "true" if asked.kind is ValueKind.BOOLEAN else str(said)


def _skip(fact: str) -> None:
    now = situation()
    put(replace(now, skipped=now.skipped | {fact}))


def _again() -> None:
    put(replace(situation(), skipped=frozenset()))
