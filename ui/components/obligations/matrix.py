"""Norms against roles, as a real table: what binds whoever has a role, and what binds some."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from urllib.parse import urlencode

import streamlit as st

from kg.domain.catalogue import Role
from kg.domain.obligations import Binding, Duty, Matrix
from kg.services.obligations import obligations, roles_to_certify
from kg.services.scales import first_day
from ui.components.markup import Html, element, joined, sentence, show, table
from ui.components.places import cites
from ui.components.scales import modality_label
from ui.components.widgets import LAST_DAY
from ui.session import language, say, say_day, situation, workspace

__all__ = ["show_matrix"]

_SIGNS = {Binding.ALWAYS: "●", Binding.SOMETIMES: "○", Binding.UNLINKED: "·"}
_ROLE, _ACTIVITY, _ARTICLE, _DAY = "role", "activity", "art", "day"
_MOST_COLUMNS = 6


@st.cache_resource(show_spinner=False, max_entries=16)
def _matrix(day: date) -> Matrix:
    return obligations(workspace(), on=day)


def show_matrix() -> None:
    """Show the filters, then the norms that they leave against the roles that they leave."""
    day = _chosen_day()
    matrix = _matrix(day)
    role, activity, article = _filters(matrix)
    roles = _columns(matrix, role, activity)
    duties = [duty for duty in matrix.duties if _is_asked(matrix, duty, roles, article)]
    said = say("obligations.count", count=len(duties), all=len(matrix.duties), day=say_day(day))
    show(element("p", said, class_="note", role="status"))
    if not duties:
        show(element("p", say("obligations.none"), class_="change", role="status"))
        return
    show(_legend())
    show(_table(matrix, duties, roles))


def _chosen_day() -> date:
    try:
        linked = date.fromisoformat(st.query_params.get(_DAY, ""))
    except ValueError:
        linked = situation().day
    first = first_day(workspace())
    day = st.date_input(
        say("day"),
        min(max(linked, first), LAST_DAY),
        min_value=first,
        max_value=LAST_DAY,
        format="DD/MM/YYYY" if language() == "fr" else "YYYY-MM-DD",
        key="obligations.day",
    )
    st.query_params[_DAY] = day.isoformat()
    return day


def _filters(matrix: Matrix) -> tuple[str, str, str]:
    activities = roles_to_certify(workspace())
    ids = {role.id for role in activities}
    roles = {role.id: _named(role) for role in matrix.roles if role.id not in ids}
    to_certify = {role.id: _named(role) for role in activities}
    articles = {article: article for article in matrix.articles}
    columns = st.columns(3)
    return (
        _one(columns[0], _ROLE, roles),
        _one(columns[1], _ACTIVITY, to_certify),
        _one(columns[2], _ARTICLE, articles),
    )


def _one(place: st.delta_generator.DeltaGenerator, name: str, known: dict[str, str]) -> str:
    """Show a filter, kept in the address by its id; "" leaves everything."""
    linked = st.query_params.get(name, "")
    chosen = place.selectbox(
        say(f"obligations.{name}"),
        ["", *known],
        index=[*known].index(linked) + 1 if linked in known else 0,
        format_func={**known, "": say("obligations.all")}.__getitem__,
        key=f"obligations.{name}",
    )
    if chosen:
        st.query_params[name] = chosen
    else:
        st.query_params.pop(name, None)
    return chosen


def _columns(matrix: Matrix, role: str, activity: str) -> list[int]:
    """Return the places of the roles shown: those asked for, else those that most norms bind."""
    asked = [i for i, item in enumerate(matrix.roles) if item.id in {role, activity} - {""}]
    if asked:
        return asked
    to_certify = {item.id for item in roles_to_certify(workspace())}
    bound = [
        (sum(duty.bindings[i] is not Binding.UNLINKED for duty in matrix.duties), i)
        for i, item in enumerate(matrix.roles)
        if item.id not in to_certify
    ]
    most = sorted(bound, reverse=True)[:_MOST_COLUMNS]
    return sorted(i for count, i in most if count)


def _is_asked(matrix: Matrix, duty: Duty, roles: Sequence[int], article: str) -> bool:
    if article and article not in duty.articles:
        return False
    is_whole = len(roles) > 2 or not matrix.roles  # noqa: PLR2004 - one role, one activity
    return is_whole or any(duty.bindings[i] is not Binding.UNLINKED for i in roles)


def _legend() -> Html:
    parts = (
        element("span", _sign(binding), " ", say(f"obligations.{binding}_long"))
        for binding in Binding
    )
    return element("p", *parts, class_="signs")


def _sign(binding: Binding) -> Html:
    return element("span", _SIGNS[binding], class_=f"binding {binding}", aria_hidden="true")


def _table(matrix: Matrix, duties: Sequence[Duty], roles: Sequence[int]) -> Html:
    lang = language()
    shown = [matrix.roles[i] for i in roles]
    heads = [say("obligations.norm"), say("obligations.who"), *(_named(role) for role in shown)]
    rows = (
        [
            _norm(duty, matrix.day),
            joined((_to_card(b.label.say(lang), b.short) for b in duty.bearers), ", "),
            *(_cell(duty.bindings[i]) for i in roles),
        ]
        for duty in duties
    )
    caption = say("obligations.caption", day=say_day(matrix.day))
    body = table(heads, rows, caption, "plain matrix")
    return element("div", body, class_="scroll", tabindex="0", role="region", aria_label=caption)


def _norm(duty: Duty, day: date) -> Html:
    lang = language()
    notes = [modality_label(duty.modality)]
    if duty.owed_to:
        notes.append(say("owed_to", whom=duty.owed_to.say(lang)))
    label = _to_card(sentence(duty.term.label.say(lang)), duty.term.short)
    cited = element("small", cites(duty.citations, " ; ", day))
    return joined([label, element("small", " · ".join(notes)), cited])


def _cell(binding: Binding) -> Html:
    said = element("span", say(f"obligations.{binding}"), class_="said")
    return joined([_sign(binding), " ", said])


def _to_card(label: str, short: str) -> Html:
    query = urlencode({"node": short, "lang": language()})
    return element("a", label, href=f"explore?{query}", target="_blank")


def _named(role: Role) -> str:
    return sentence(role.label.say(language()))
