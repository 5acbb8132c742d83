"""The chain: who does what for whom on which data, drawn, and in words."""

from __future__ import annotations

from textwrap import wrap

import streamlit as st

from kg.domain.answers import Answer
from kg.domain.cases import Case
from kg.domain.chains import Chain, ChainLink
from kg.services.chain import chain_of
from ui.components.markup import Html, element, joined, sentence, show, table
from ui.components.names import called
from ui.components.scales import activity_label
from ui.components.situation.drawing import Picture
from ui.components.verdicts import Tone, in_short, tone, verdict
from ui.session import language, say, situation, workspace

__all__ = ["chain", "in_words"]

_WIDTH = 30
_MOST_NAMED = 2


def chain(answer: Answer) -> None:
    """Show the chain of a case as a picture, then as a table that says the same."""
    case = situation().case
    found = chain_of(case)
    if not found.links:
        show(element("p", say("chain.none")))
        return
    st.graphviz_chart(_drawn(found, case, answer), width="content", alt=say("chain.alt"))
    show(element("p", say("chain.legend"), class_="note"))
    show(in_words(answer))


def in_words(answer: Answer) -> Html:
    """Return the chain as a table: a service on a row, its parties, its data, its certificate."""
    case = situation().case
    return element("div", _table(chain_of(case), case, answer), class_="part")


def _drawn(found: Chain, case: Case, answer: Answer) -> str:
    picture = Picture(is_dark=st.context.theme.type == "dark")
    for actor in found.actors:
        if actor not in found.apart:
            picture.actor(actor, _lines(called(case, actor)), *_state(answer, actor))
    for link in found.links:
        picture.service(link.service, _service(link))
        for client in link.clients or ():
            picture.serves(client, link.service)
        if link.provider:
            picture.provides(link.service, link.provider)
        for other in link.relies_on:
            picture.relies(link.service, other, _label("relies_on"))
    return picture.dot()


def _state(answer: Answer, actor: str) -> tuple[Tone, str]:
    found = answer.actor(actor)
    if found is None:
        return Tone.UNKNOWN, ""
    return tone(found.certification), verdict(found.certification)


def _service(link: ChainLink) -> list[str]:
    lines = [link.service]
    if link.data:
        lines.append(f"{_label('data')}{say('colon')}{', '.join(link.data)}")
    return [part for line in (*lines, *_performed(link)) for part in _lines(line)]


def _performed(link: ChainLink) -> list[str]:
    if link.activities is None:
        return [say("chain.activities_unknown")]
    if len(link.activities) > _MOST_NAMED:
        return [say("chain.activities", count=len(link.activities))]
    return [activity_label(activity) for activity in link.activities]


def _lines(text: str) -> list[str]:
    return wrap(text, _WIDTH) or [""]


def _label(key: str) -> str:
    section = workspace().form.section("services")
    form = section.key(key) if section is not None else None
    return form.label.say(language()) if form is not None else key


def _table(found: Chain, case: Case, answer: Answer) -> Html:
    keys = ("provider", "client", "data", "activities")
    heads = [say("chain.service"), *(sentence(_label(key)) for key in keys), say("certificate")]
    rows = (_row(link, case, answer) for link in found.links)
    return table(heads, rows, say("chain.caption"), "plain stacked")


def _row(link: ChainLink, case: Case, answer: Answer) -> list[str]:
    provider = answer.actor(link.provider)
    return [
        link.service,
        called(case, link.provider) if link.provider else say("unknown"),
        _all(None if link.clients is None else [called(case, name) for name in link.clients]),
        _all(link.data),
        _all(None if link.activities is None else [*map(activity_label, link.activities)]),
        in_short(provider.certification) if provider is not None else Html("?"),
    ]


def _all(names: list[str] | tuple[str, ...] | None) -> Html:
    if names is None:
        return element("span", say("chain.unknown"))
    return joined([", ".join(names) or say("none")])
