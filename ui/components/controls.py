"""What is asked: which case, the law of which day, from which rank of sources."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from kg.errors import CaseError, Fault
from kg.services.cases import parse_case
from kg.services.scales import first_day, ranks
from ui.components.markup import Html, element, joined, sentence, show
from ui.components.widgets import LAST_DAY
from ui.session import Situation, examples, language, put, say, situation, today, workspace

__all__ = ["controls", "fault_list"]

_OWN = ""


def controls() -> None:
    """Show the choice of the case, of the day and of the floor."""
    now = situation()
    case, own, day, floor = st.columns([5, 2, 3, 3], vertical_alignment="bottom")
    with case:
        _case(now)
    with day:
        _day(now)
    with floor:
        _floor(now)
    with own, st.popover(say("upload"), width="stretch"):
        st.file_uploader(
            say("upload_label"),
            type=["yaml", "yml", "json"],
            key="upload",
            help=say("upload_help"),
            on_change=_uploaded,
        )
        st.caption(say("no_personal_data"))
    if now.faults:
        show(fault_list(now.faults))


def fault_list(faults: tuple[Fault, ...]) -> Html:
    """Return what is wrong, one fault a line, each with its place."""
    lang = language()
    items = (_fault(fault, fault.fr if lang == "fr" else fault.en) for fault in faults)
    title = element("strong", say("faults", count=len(faults)))
    return element("div", title, element("ul", *items), class_="faults", role="alert")


def _fault(fault: Fault, words: str) -> Html:
    where = element("code", say("line", line=fault.line)) if fault.line else Html("")
    return element("li", joined([where, " ", words]))


def _case(now: Situation) -> None:
    names = [*examples(), *([] if now.example else [_OWN])]
    st.selectbox(
        say("case"),
        names,
        index=names.index(now.example),
        format_func={name: _title(name) for name in names}.__getitem__,
        key=f"example/{now.example}",
        on_change=_chosen,
        args=(f"example/{now.example}",),
    )


def _title(name: str) -> str:
    now = situation()
    case = now.case if name == _OWN else examples()[name]
    title = case.title.say(language()) or case.id
    return say("own_case", title=title) if name == _OWN else title


def _chosen(key: str) -> None:
    name = st.session_state[key]
    case, now = examples()[name], situation()
    put(replace(_fresh(now), case=case, day=case.day or today(), example=name))


def _fresh(now: Situation) -> Situation:
    return Situation(case=now.case, day=now.day, floor=now.floor, revision=now.revision + 1)


def _uploaded() -> None:
    file, now = st.session_state["upload"], situation()
    if file is None:
        put(replace(now, faults=()))
        return
    try:
        case = parse_case(workspace(), file.getvalue(), file.name)
    except CaseError as error:
        put(replace(now, faults=error.faults))
        return
    put(replace(_fresh(now), case=case, day=case.day or today(), example=_OWN))


def _day(now: Situation) -> None:
    key = f"day/{now.revision}"
    st.date_input(
        say("day"),
        now.day,
        min_value=first_day(workspace()),
        max_value=LAST_DAY,
        key=key,
        help=say("day_help"),
        format="DD/MM/YYYY" if language() == "fr" else "YYYY-MM-DD",
        on_change=_dated,
        args=(key,),
    )


def _dated(key: str) -> None:
    day, now = st.session_state[key], situation()
    if day is not None:
        put(replace(now, day=day, before=now.question))


def _floor(now: Situation) -> None:
    names = {"": say("floor_none")}
    for rank in ranks(workspace()):
        names[rank.value] = say("floor_from", rank=sentence(rank.label.say(language())))
    values = list(names)
    st.selectbox(
        say("floor"),
        values,
        index=values.index(now.floor),
        format_func=names.__getitem__,
        key="floor",
        help=say("floor_help"),
        on_change=_floored,
    )


def _floored() -> None:
    now = situation()
    put(replace(now, floor=st.session_state["floor"], before=now.question))
