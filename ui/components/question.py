"""The question whose answer would settle most, asked first."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import streamlit as st

from kg.domain.answers import Answer, MissingFact, Outcome
from kg.domain.case_format import KeyFormat, ValueKind
from kg.domain.cases import Case, Entity, Value
from kg.services.edit import state
from ui.components.markup import element, joined, plain, sentence, show
from ui.components.names import name_of
from ui.components.verdicts import concern, outcome_badge
from ui.session import change_case, language, put, say, situation, workspace

__all__ = ["question"]

_NONE = "[]"
_MOST_ABREAST = 3


def question(answer: Answer) -> None:
    """Ask the most decisive missing fact of the most concerned actor, where one is missing."""
    now = situation()
    for actor in concern(answer):
        for conclusion in (actor.certification, actor.approval):
            if conclusion.answer is Outcome.UNDETERMINED:
                left = [m for m in conclusion.missing_facts if m.fact not in now.skipped]
                missing = (left or list(conclusion.missing_facts))[0]
                place = _place(now.case, missing.fact)
                if place is not None:
                    with st.container(border=True, key="question"):
                        about = joined([say("first_question"), " ", name_of(actor)])
                        show(element("p", element("strong", about), class_="about"))
                        _ask(missing, *place, conclusion.question)
                    return


def _place(case: Case, fact: str) -> tuple[Entity, KeyFormat] | None:
    """Return the entity and the key that the path of a fact names."""
    for entity in case.entities:
        key = fact.removeprefix(f"{entity.path}.")
        form = workspace().form.section(entity.section)
        found = form.key(key) if form is not None and key != fact else None
        if found is not None:
            return entity, found
    return None


def _ask(missing: MissingFact, entity: Entity, form: KeyFormat, question_id: str) -> None:
    labels = {reply: sentence(label.say(language())) for reply, label in missing.replies}
    values = [reply for reply in labels if reply != _NONE]
    key = f"reply/{situation().revision}/{missing.fact}"
    text = plain(f"{missing.question.say(language())} ({entity.id})")
    named = {reply: plain(label) for reply, label in labels.items()}.__getitem__
    if form.is_list:
        st.pills(text, values, selection_mode="multi", format_func=named, key=key)
        names = (say("reply"), say("reply_none"))
    else:
        st.radio(
            text,
            values,
            index=None,
            format_func=named,
            key=key,
            horizontal=len(values) <= _MOST_ABREAST,
            on_change=partial(_reply, entity.path, form, key),
        )
        names = ("", "")
    with st.container(horizontal=True):
        if names[0]:
            st.button(names[0], type="primary", on_click=partial(_reply, entity.path, form, key))
            st.button(names[1], on_click=partial(_reply_none, entity.path, form))
        st.button(say("skip"), type="tertiary", on_click=partial(_skip, missing.fact))
    _leads(missing, labels, question_id)


def _leads(missing: MissingFact, labels: dict[str, str], question_id: str) -> None:
    ends = dict.fromkeys(outcome for _, outcome in missing.settles)
    lines = []
    for end in ends:
        replies = [labels.get(reply, reply) for reply, outcome in missing.settles if outcome is end]
        lines.append(joined([", ".join(replies), " → ", outcome_badge(question_id, end)]))
    if lines:
        show(element("small", say("settles"), " ", joined(lines, " ; "), class_="leads"))


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
