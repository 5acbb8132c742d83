"""The question whose answer would settle most, asked first, with why it is asked."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import streamlit as st

from kg.domain.answers import ActorAnswer, Conclusion, MissingFact, Outcome
from kg.domain.case_format import KeyFormat, ValueKind
from kg.domain.cases import Case, Entity, Value
from kg.services.edit import state
from ui.components.markup import Html, element, joined, plain, show
from ui.components.situation.changes import leads, reply_label
from ui.components.verdicts import verdict
from ui.session import change_case, language, put, say, situation, workspace

__all__ = ["question"]

_NONE = "[]"
_MOST_ABREAST = 3


def question(actor: ActorAnswer) -> None:
    """Ask the most decisive fact that is missing about an actor, where one is missing."""
    for conclusion in (actor.certification, actor.approval):
        if conclusion.answer is Outcome.UNDETERMINED and conclusion.missing_facts:
            _next(conclusion)
            return


def _next(conclusion: Conclusion) -> None:
    now, missing = situation(), conclusion.missing_facts
    left = [fact for fact in missing if fact.fact not in now.skipped]
    with st.container(border=True, key="question"):
        if not left:
            show(element("p", say("question.all_skipped")))
            st.button(say("question.again"), on_click=_again)
            return
        place = _place(now.case, left[0].fact)
        show(_about(conclusion, len(left)))
        if place is None:
            show(element("p", left[0].question.say(language())))
            _put_off(left[0])
            return
        _ask(left[0], *place)
        show(_why(conclusion, left[0]))


def _about(conclusion: Conclusion, count: int) -> Html:
    return element("h3", say("question.of", count=count, about=verdict(conclusion)), class_="about")


def _why(conclusion: Conclusion, fact: MissingFact) -> Html:
    """Return why the question is asked: what its replies lead to."""
    lines = list(leads(conclusion.question, fact))
    said = joined([say("settles"), " ", joined(lines, " ; ")]) if lines else say("settles_nothing")
    return element("p", element("strong", say("question.why")), " ", said, class_="leads")


def _place(case: Case, fact: str) -> tuple[Entity, KeyFormat] | None:
    """Return the entity and the key that the path of a fact names."""
    for entity in case.entities:
        key = fact.removeprefix(f"{entity.path}.")
        form = workspace().form.section(entity.section)
        found = form.key(key) if form is not None and key != fact else None
        if found is not None:
            return entity, found
    return None


def _ask(missing: MissingFact, entity: Entity, form: KeyFormat) -> None:
    case = situation().case
    labels = {reply: plain(reply_label(case, missing, reply)) for reply, _ in missing.replies}
    values = [reply for reply in labels if reply != _NONE]
    key = f"reply/{situation().revision}/{missing.fact}"
    text = plain(f"{missing.question.say(language())} ({entity.id})")
    reply = partial(_reply, entity.path, form, key)
    if form.is_list:
        st.pills(text, values, selection_mode="multi", format_func=labels.__getitem__, key=key)
    else:
        st.radio(
            text,
            values,
            index=None,
            format_func=labels.__getitem__,
            key=key,
            horizontal=len(values) <= _MOST_ABREAST,
            on_change=reply,
        )
    with st.container(horizontal=True):
        if form.is_list:
            st.button(say("reply"), type="primary", on_click=reply)
            st.button(say("reply_none"), on_click=partial(_reply_none, entity.path, form))
        _put_off(missing)


def _put_off(missing: MissingFact) -> None:
    st.button(say("skip"), on_click=partial(_skip, missing.fact))


def _reply(path: str, form: KeyFormat, key: str) -> None:
    said = st.session_state[key]
    change_case(lambda case: state(case, path, form.key, _value(form, said)), elsewhere=True)


def _reply_none(path: str, form: KeyFormat) -> None:
    change_case(lambda case: state(case, path, form.key, ()), elsewhere=True)


def _value(form: KeyFormat, said: object) -> Value | None:
    if isinstance(said, list):
        return tuple(str(value) for value in said)
    if said is None:
        return None
    return said == "true" if form.kind is ValueKind.BOOLEAN else str(said)


def _skip(fact: str) -> None:
    now = situation()
    put(replace(now, skipped=now.skipped | {fact}))


def _again() -> None:
    put(replace(situation(), skipped=frozenset()))
