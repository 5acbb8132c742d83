"""What is asked: which case, the law of which day, from which rank of sources."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from kg.errors import Fault, HdsError
from kg.services.cases import parse_case
from kg.services.scales import first_day, ranks
from ui.components.markup import Html, element, joined, plain, sentence, show
from ui.components.widgets import LAST_DAY
from ui.session import (
    Situation,
    date_format,
    examples,
    has_begun,
    language,
    put,
    restart,
    say,
    say_day,
    situation,
    today,
    workspace,
)

__all__ = ["CASE_FILES", "controls", "fault_list", "open_example", "uploader"]

CASE_FILES = ("yaml", "yml", "json", "csv", "xlsx")
"""The endings of the files that a case can be read from."""

_OWN = ""
_MOST_SIGNS = 42


def controls(keep: Callable[[], None]) -> None:
    """Show the choice of the case and of the law applied; `keep` shows how to take it away."""
    now = situation()
    with st.container(horizontal=True, key="toolbar", vertical_alignment="center", gap="small"):
        with st.popover(_short(_title(now.example))):
            _case(now)
            uploader()
            st.button(say("restart"), on_click=restart, width="stretch")
        with st.popover(say("law_of", day=say_day(now.day))):
            _day(now)
            _floor(now)
        with st.popover(say("keep")):
            keep()
    if now.faults:
        show(fault_list(now.faults))


def uploader() -> None:
    """Show where a file of the user's own is given."""
    st.file_uploader(
        say("upload_label"),
        type=list(CASE_FILES),
        key="upload",
        help=say("upload_help"),
        on_change=_uploaded,
        max_upload_size=1,
    )


def fault_list(faults: tuple[Fault, ...], title: str = "") -> Html:
    """Return what is wrong, one fault a line, each with its place."""
    lang = language()
    items = (_fault(fault, fault.fr if lang == "fr" else fault.en) for fault in faults)
    head = element("strong", title or say("faults", count=len(faults)))
    return element("div", head, element("ul", *items), class_="faults", role="alert")


def open_example(name: str) -> None:
    """Make an example what the session is about."""
    case = examples()[name]
    put(replace(_fresh(situation()), case=case, day=case.day or today(), example=name))


def _fault(fault: Fault, words: str) -> Html:
    where = element("code", say("line", line=fault.line)) if fault.line else Html("")
    return element("li", joined([where, " ", sentence(words)]))


def _case(now: Situation) -> None:
    names = [*examples(), *([] if now.example else [_OWN])]
    key = f"example/{now.example}"
    st.selectbox(
        say("case"),
        names,
        index=names.index(now.example),
        format_func={name: _title(name) for name in names}.__getitem__,
        key=key,
        on_change=lambda: open_example(st.session_state[key]),
    )


def _title(name: str) -> str:
    case = situation().case if name == _OWN else examples()[name]
    return case.title.say(language()) or case.id


def _short(title: str) -> str:
    cut = title if len(title) <= _MOST_SIGNS else f"{title[:_MOST_SIGNS].rstrip()}…"
    return plain(cut)


def _fresh(now: Situation) -> Situation:
    return Situation(case=now.case, day=now.day, floor=now.floor, revision=now.revision + 1)


def _uploaded() -> None:
    file, now = st.session_state["upload"], situation()
    if file is None:
        _tell(now, ())
        return
    try:
        case = parse_case(workspace(), file.getvalue(), file.name)
    except HdsError as error:
        _tell(now, error.faults)
        return
    put(replace(_fresh(now), case=case, day=case.day or today(), example=_OWN))


def _tell(now: Situation, faults: tuple[Fault, ...]) -> None:
    if has_begun():
        put(replace(now, faults=faults))
    else:
        st.session_state["faults"] = faults


def _day(now: Situation) -> None:
    key = f"day/{now.revision}"
    first = first_day(workspace())
    st.date_input(
        say("day"),
        now.day if first <= now.day <= LAST_DAY else None,
        min_value=first,
        max_value=LAST_DAY,
        key=key,
        help=say("day_help"),
        format=date_format(),
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
        key=f"floor/{now.revision}",
        help=say("floor_help"),
        on_change=_floored,
        args=(f"floor/{now.revision}",),
    )


def _floored(key: str) -> None:
    now = situation()
    put(replace(now, floor=st.session_state[key], before=now.question))
