"""What the last change did to the answers, and how to take it back."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from kg.domain.answers import ActorAnswer, Answer, Conclusion
from kg.errors import HdsError
from ui.components.markup import Html, bullets, element, joined, show
from ui.components.names import name_of
from ui.components.verdicts import verdict
from ui.session import answer_to, say, situation, undo

__all__ = ["changed"]


def changed(answer: Answer) -> None:
    """Show what is no longer answered as it was before the last change, where there was one."""
    before = situation().before
    if before is None:
        return
    try:
        old = answer_to(before)
    except HdsError:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="changed"):
        show(_moves_of(old, answer))
        st.button(say("undo"), on_click=undo)


def _moves_of(old: Answer, new: Answer) -> Html:
    lines = [line for actor in new.actors for line in _moves(old.actor(actor.id), actor)]
    if not lines:
        return element("p", say("nothing_changed"), class_="change", role="status")
    title = element("strong", say("what_changed"))
    return element("div", title, bullets(lines), class_="change", role="status")


def _moves(old: ActorAnswer | None, new: ActorAnswer) -> Iterator[Html]:
    if old is None:
        return
    for before, after in (
        (old.certification, new.certification),
        (old.approval, new.approval),
    ):
        if _told(before) != _told(after):
            yield joined(
                [name_of(new), say("colon"), _told(before), " → ", element("strong", _told(after))]
            )
    if old.breaches != new.breaches:
        counts = f"{len(old.breaches)} → {len(new.breaches)}"
        yield joined([name_of(new), say("colon"), say("breaches_moved", counts=counts)])


def _told(conclusion: Conclusion) -> str:
    said = verdict(conclusion)
    if not conclusion.missing:
        return said
    return f"{said} ({say('missing_count', count=len(conclusion.missing))})"
