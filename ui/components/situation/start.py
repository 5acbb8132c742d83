"""Where somebody begins who has nothing yet: four questions, an example, or a file."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from kg.domain.case_format import KeyFormat
from kg.domain.cases import Case
from kg.domain.texts import Text
from kg.services.edit import check_case
from kg.services.start import Beginning, Names, begin
from ui.components.controls import open_example, uploader
from ui.components.markup import Html, bullets, element, joined, plain, sentence, show
from ui.components.names import called
from ui.components.verdicts import concern, in_short
from ui.session import Situation, answer_to, examples, language, put, say, today, workspace
from ui.words import words

__all__ = ["start"]

_MOST_EXAMPLES = 4
_US, _WHOM, _HEALTH, _RELIES = "start/us", "start/whom", "start/health", "start/relies"


@dataclass(frozen=True, slots=True)
class _Asked:
    """A key of the format of cases that the start asks for."""

    section: str
    key: str

    @property
    def form(self) -> KeyFormat:
        section = workspace().form.section(self.section)
        found = section.key(self.key) if section is not None else None
        if found is None:
            raise LookupError(self.section, self.key)
        return found


_KIND, _ABOUT = _Asked("actors", "kind"), _Asked("data", "health")


def start() -> None:
    """Ask who the user is and for whom they work; offer the examples and a file."""
    begun, given = st.columns([5, 3], gap="large")
    with begun, st.container(border=True, key="start"):
        st.header(say("start.title"), anchor=False)
        left, right = st.columns(2)
        with left:
            _kind(say("start.us"), _US)
        with right:
            _kind(say("start.whom"), _WHOM)
        _truth(plain(_ABOUT.form.question.say(language())), _HEALTH)
        _truth(say("start.relies"), _RELIES)
        st.button(say("start.go"), type="primary", on_click=_begin)
        show(element("p", say("start.unknown"), class_="note"))
    with given:
        st.header(say("start.or"), anchor=False)
        first = islice(examples().items(), _MOST_EXAMPLES)
        places = {name: _example(name, case) for name, case in first}
        uploader()
        show(element("p", say("no_personal_data"), class_="note"))
    for name, place in places.items():
        with place:
            show(_preview(examples()[name]))


def _example(name: str, case: Case) -> DeltaGenerator:
    """Offer an example, and return where its answer in short will stand."""
    title = plain(case.title.say(language()) or name)
    with st.container(key=f"examples/{name}", gap="small"):
        st.button(
            title,
            key=f"open/{name}",
            on_click=open_example,
            args=(name,),
            width="stretch",
            wrap=True,
        )
        return st.container()


def _preview(case: Case) -> Html:
    answer = answer_to((case, case.day or today(), ""))
    lines = (
        joined([called(case, actor.id), say("colon"), in_short(actor.certification)])
        for actor in concern(answer)
    )
    return element("div", bullets(lines), class_="preview")


def _kind(label: str, key: str) -> None:
    options = {o.value: sentence(o.label.say(language())) for o in _KIND.form.options}
    names = sorted(options, key=options.__getitem__)
    st.selectbox(
        label,
        names,
        index=None,
        format_func=options.__getitem__,
        key=key,
        placeholder=say("start.choose"),
    )


def _truth(label: str, key: str) -> None:
    names = {"true": say("yes"), "false": say("no"), "?": say("unknown")}
    st.radio(label, list(names), index=2, format_func=names.__getitem__, key=key, horizontal=True)


def _begin() -> None:
    state = st.session_state
    said = Beginning(
        kind=state[_US] or "",
        client_kind=state[_WHOM] or "",
        health=_read(state[_HEALTH]),
        relies=_read(state[_RELIES]),
        names=_names(state[_US], state[_WHOM]),
    )
    case = check_case(workspace(), begin(workspace(), said))
    put(Situation(case=case, day=today(), who="us"))


def _read(said: object) -> bool | None:
    return None if said == "?" else said == "true"


def _names(us: str | None, whom: str | None) -> Names:
    ours = _called(us) or say("start.name.us")
    theirs = _called(whom) or say("start.name.client")
    return Names(
        title=Text(words("start.name.case", "fr"), words("start.name.case", "en")),
        us=ours,
        client=theirs if theirs != ours else f"{theirs} ({say('start.name.client')})",
        data=say("start.id.data"),
        service=say("start.id.service"),
        host=say("start.name.host"),
        hosting=say("start.id.hosting"),
    )


def _called(kind: str | None) -> str:
    option = _KIND.form.option(kind) if kind else None
    return sentence(option.label.say(language())) if option is not None else ""
