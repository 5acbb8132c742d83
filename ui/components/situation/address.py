"""The address of a situation: whatever it is about stands in the link, and comes back from it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from urllib.parse import urlencode

import streamlit as st

from kg.domain.cases import Case
from kg.errors import Fault
from kg.services.links import LINK_VERSION, pack_case, unpack_case
from kg.services.scales import first_day, ranks
from ui.components.widgets import LAST_DAY
from ui.session import Situation, examples, has_begun, put, situation, today, workspace
from ui.words import words

__all__ = ["arrive", "depart", "link_to"]

_KEYS = ("v", "case", "s", "day", "floor", "who")
_KNOWN = frozenset({*_KEYS, "lang"})
_WRITTEN = "address"


def arrive() -> None:
    """Take up the situation that the address names, where it is not the one at hand."""
    asked = dict(st.query_params)
    named = {key: asked[key] for key in _KEYS if key in asked}
    if not named.keys() & {"case", "s"} or named == st.session_state.get(_WRITTEN):
        return
    st.session_state[_WRITTEN] = named
    dropped: list[Fault] = [_unread(k, v) for k, v in asked.items() if k not in _KNOWN]
    found = _case(named, dropped)
    if found is None:
        st.session_state["faults"] = tuple(dropped)
        return
    case, example = found
    day = _day(named, dropped) or case.day or today()
    put(
        Situation(
            case=case,
            day=day,
            floor=_floor(named, dropped),
            example=example,
            revision=situation().revision + 1,
            who=named.get("who", ""),
            dropped=tuple(dropped),
        )
    )


def depart() -> None:
    """Put the situation at hand into the address."""
    if not has_begun():
        return
    wanted = _parameters(situation())
    if wanted == st.session_state.get(_WRITTEN) and _is_shown(wanted):
        return
    st.session_state[_WRITTEN] = wanted
    lang = st.query_params.get("lang")
    st.query_params.from_dict({**wanted, **({"lang": lang} if lang else {})})


def _is_shown(wanted: Mapping[str, str]) -> bool:
    return all(st.query_params.get(key) == value for key, value in wanted.items())


def link_to(now: Situation) -> str:
    """Return the address that brings back a situation, on this server."""
    base = (st.context.url or "").split("?")[0].rstrip("/")
    return f"{base}/?{urlencode(_parameters(now))}"


def _parameters(now: Situation) -> dict[str, str]:
    known = examples().get(now.example)
    is_example = known is not None and known == now.case
    named = {"case": now.example} if is_example else {"s": pack_case(workspace(), now.case)}
    more = {"day": now.day.isoformat(), "floor": now.floor, "who": now.who}
    return {"v": LINK_VERSION, **named, **{key: value for key, value in more.items() if value}}


def _case(named: Mapping[str, str], dropped: list[Fault]) -> tuple[Case, str] | None:
    if "s" in named:
        unpacked = unpack_case(workspace(), named["s"], version=named.get("v", LINK_VERSION))
        dropped += unpacked.dropped
        return (unpacked.case, "") if unpacked.case is not None else None
    name = named["case"]
    if name in examples():
        return examples()[name], name
    dropped.append(_unread("case", name))
    return None


def _day(named: Mapping[str, str], dropped: list[Fault]) -> date | None:
    said = named.get("day", "")
    try:
        day = date.fromisoformat(said) if said else None
    except ValueError:
        day = None
    if day is not None and first_day(workspace()) <= day <= LAST_DAY:
        return day
    if said:
        dropped.append(_unread("day", said))
    return None


def _floor(named: Mapping[str, str], dropped: list[Fault]) -> str:
    said = named.get("floor", "")
    if said in {"", *(rank.value for rank in ranks(workspace()))}:
        return said
    dropped.append(_unread("floor", said))
    return ""


def _unread(key: str, value: str) -> Fault:
    said = f"{key}={value[:40]}"
    return Fault(fr=words("link.unread", "fr", said=said), en=words("link.unread", "en", said=said))
