"""Two situations, or two days, side by side: what is answered on each, and why it differs."""

from __future__ import annotations

import streamlit as st

from kg.domain.answers import ActorAnswer
from kg.domain.cases import Case
from kg.errors import HdsError
from kg.services.cases import parse_case
from kg.services.compare import Asked, compare
from kg.services.scales import first_day
from ui.components.controls import CASE_FILES, fault_list
from ui.components.markup import Html, element, joined, show, table
from ui.components.names import called
from ui.components.situation.differences import differences
from ui.components.verdicts import in_short
from ui.components.widgets import LAST_DAY
from ui.session import (
    Question,
    answer_to,
    date_format,
    examples,
    language,
    say,
    say_day,
    situation,
    workspace,
)

__all__ = ["comparing"]

_WAYS = ("day", "case")


def comparing() -> None:
    """Ask what to compare the situation with, and show the two answers side by side."""
    way = st.radio(
        say("compare.with"),
        _WAYS,
        format_func=lambda way: say(f"compare.{way}"),
        key="compare/way",
        horizontal=True,
        persist_state="session",
    )
    other = _other_day() if way == "day" else _other_case()
    if other is None:
        show(element("p", say("compare.choose"), class_="note"))
        return
    try:
        show(element("div", _side_by_side(other), _why(other), class_="part"))
    except HdsError as error:
        show(fault_list(error.faults))


def _other_day() -> Question | None:
    now = situation()
    day = st.date_input(
        say("compare.other_day"),
        None,
        min_value=first_day(workspace()),
        max_value=LAST_DAY,
        key="compare/day",
        format=date_format(),
        persist_state="session",
    )
    return (now.case, day, now.floor) if day is not None else None


def _other_case() -> Question | None:
    now = situation()
    names = {name: case.title.say(language()) or name for name, case in examples().items()}
    name = st.selectbox(
        say("compare.other_case"),
        list(names),
        index=None,
        format_func=names.__getitem__,
        key="compare/case",
        placeholder=say("start.choose"),
        persist_state="session",
    )
    file = st.file_uploader(say("upload_label"), type=list(CASE_FILES), key="compare/file")
    case = _read(file.getvalue(), file.name) if file is not None else examples().get(name or "")
    return (case, now.day, now.floor) if case is not None else None


def _read(data: bytes, name: str) -> Case | None:
    try:
        return parse_case(workspace(), data, name)
    except HdsError as error:
        show(fault_list(error.faults))
        return None


def _side_by_side(other: Question) -> Html:
    here, there = situation().question, other
    answers = answer_to(here), answer_to(there)
    ids = dict.fromkeys(actor.id for answer in answers for actor in answer.actors)
    rows = []
    for name in ids:
        cells = [_told(answer.actor(name)) for answer in answers]
        named = here[0] if here[0].find("actors", name) is not None else there[0]
        rows.append([called(named, name), *cells])
    heads = [say("actor"), _head(here), _head(there)]
    return table(heads, rows, say("compare.caption"), "plain sides")


def _head(question: Question) -> str:
    case, day, _ = question
    return f"{case.title.say(language()) or case.id} ({say_day(day)})"


def _told(actor: ActorAnswer | None) -> Html:
    if actor is None:
        return element("span", say("compare.absent"))
    lines = [in_short(actor.certification), in_short(actor.approval)]
    if actor.breaches:
        lines.append(element("strong", say("count.breaches", count=len(actor.breaches))))
    return joined(element("div", line) for line in lines)


def _why(other: Question) -> Html:
    sides = [Asked(case=c, day=d, floor=f) for c, d, f in (situation().question, other)]
    return differences(compare(workspace(), *sides))
