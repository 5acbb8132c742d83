"""The questions of the catalogue, each a form whose answer follows what is filled in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import groupby

import streamlit as st

from kg.domain.cases import Case
from kg.domain.questions import Kind, Question, Reply
from kg.errors import HdsError
from kg.services.questions import ask_question, find_question, list_questions, question_sparql
from ui.components.controls import fault_list
from ui.components.markup import details, element, joined, show
from ui.components.sparql.parameters import Given, parameter
from ui.components.sparql.results import show_result
from ui.components.sparql.state import VIEW, given_parameters, link_question, open_query
from ui.session import language, say, situation, today, workspace

__all__ = ["show_questions"]

_LAST = "sparql.reply"
# The words of a whole file are no part of an address.
_LONG = {Kind.DOCUMENT, Kind.GRAPH}


def show_questions() -> None:
    """Show the choice of a question, its form and its answer."""
    questions = sorted(list_questions(workspace()), key=lambda q: (q.asker, q.id))
    asked = _asked(questions)
    key = f"sparql.question/{asked.name}"
    names = {q.name: _named(q) for _, group in groupby(questions, _asker) for q in group}
    st.selectbox(
        say("sparql.question"),
        list(names),
        index=list(names).index(asked.name),
        format_func=names.__getitem__,
        key=key,
        on_change=_chosen,
        args=(key,),
    )
    values = _form(asked)
    _answer(asked, values)


def _asker(question: Question) -> str:
    return question.asker


def _named(question: Question) -> str:
    return f"{question.question.say(language())} ({question.id})"


def _asked(questions: list[Question]) -> Question:
    """Return the question that the address names; the first one, where there is none."""
    name = st.query_params.get("question", "") or questions[0].name
    try:
        return find_question(workspace(), name)
    except HdsError as error:
        show(fault_list(error.faults))
        return questions[0]


def _chosen(key: str) -> None:
    link_question(st.session_state[key], {})


def _form(question: Question) -> dict[str, Given]:
    """Show a field for each parameter, and return what they hold."""
    linked, given = given_parameters(), dict[str, Given]()
    fields = [p for p in question.parameters if p.name != "lang"]
    columns = st.columns(min(len(fields), 3), vertical_alignment="bottom") if fields else []
    for place, field in enumerate(fields):
        with columns[place % len(columns)]:
            case = given["case"].case if "case" in given else None
            given[field.name] = parameter(question, field, linked.get(field.name, ""), case)
    unknown = sorted(linked.keys() - given.keys())
    if unknown:
        said = say("sparql.dropped", names=", ".join(unknown))
        show(element("p", said, class_="change", role="status"))
    return given


def _answer(question: Question, given: Mapping[str, Given]) -> None:
    values: dict[str, str | Case] = {
        n: g.case or g.text for n, g in given.items() if g.case or g.text
    }
    if question.parameter("lang"):
        values["lang"] = language()
    shared = {p.name for p in question.parameters if p.kind not in _LONG}
    link_question(question.name, {n: g.text for n, g in given.items() if g.text and n in shared})
    day = situation().day if question.is_about_a_case else today()
    if question.calls:
        _reasoned(question, values, day)
        return
    reply = _asking(question, values, day)
    if isinstance(reply, HdsError):
        show(fault_list(reply.faults))
        return
    _reply(reply)
    sparql = question_sparql(workspace(), question, values, today=day)
    show(details(say("sparql.show"), element("pre", sparql)))
    st.button(say("sparql.to_editor"), on_click=_to_editor, args=(sparql,))


def _reasoned(question: Question, values: Mapping[str, str | Case], day: date) -> None:
    """Offer to ask the reasoner, which may take its time; show its reply to these very values."""
    key = question.name, tuple(sorted(values.items(), key=lambda pair: pair[0])), day
    if st.button(say("sparql.ask"), type="primary"):
        st.session_state[_LAST] = key, _asking(question, values, day)
    show(element("p", say("sparql.by_reasoning"), class_="note"))
    asked, reply = st.session_state.get(_LAST, (None, None))
    if asked != key:
        return
    if isinstance(reply, HdsError):
        show(fault_list(reply.faults))
    elif isinstance(reply, Reply):
        _reply(reply)


def _asking(question: Question, values: Mapping[str, str | Case], day: date) -> Reply | HdsError:
    try:
        with st.spinner(say("sparql.running")):
            return ask_question(workspace(), question, values, today=day)
    except HdsError as error:
        return error


def _reply(reply: Reply) -> None:
    lang = language()
    labels = {p.name: p.label.say(lang) for p in reply.question.parameters}
    said = [f"{labels.get(name, name)}{say('colon')}{value}" for name, value in reply.values]
    show(element("p", joined(said, " · "), class_="note"))
    day = dict(reply.values).get("on", today().isoformat())
    heads = {column.name: column.label.say(lang) for column in reply.question.columns}
    show_result(reply.table, f"hds_{reply.question.name}_{day}", heads)


def _to_editor(sparql: str) -> None:
    open_query(sparql)
    st.session_state.pop("sparql.result", None)
    st.session_state[VIEW] = "query"
    st.query_params.clear()
    st.query_params["q"] = sparql[:2000]
