"""What stands behind the answer, a tab each; only the one that is open is made."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from kg.domain.answers import ActorAnswer, Answer
from ui.components.markup import Html, details, element, joined, show
from ui.components.names import name_of
from ui.components.norms import norms
from ui.components.situation.chain import chain
from ui.components.situation.changes import flips, missing
from ui.components.situation.comparing import comparing
from ui.components.situation.facts import facts
from ui.components.situation.reasons import reasons
from ui.components.verdicts import concern
from ui.session import language, say

__all__ = ["tabs"]


def tabs(answer: Answer, actor: ActorAnswer) -> None:
    """Show why, what is owed, what is missing, what would change it, the chain and the facts."""
    parts: dict[str, Callable[[], None]] = {
        "why": lambda: show(reasons(actor)),
        "duties": lambda: show(_duties(answer, actor)),
        "missing": lambda: show(missing(actor)),
        "flips": lambda: show(flips(actor)),
        "chain": lambda: chain(answer),
        "facts": facts,
        "compare": comparing,
    }
    labels = [say(f"tab.{name}") for name in parts]
    made = st.tabs(labels, key=f"tabs/{language()}", on_change="rerun")
    for tab, part in zip(made, parts.values(), strict=True):
        with tab:
            if tab.open:
                part()


def _duties(answer: Answer, actor: ActorAnswer) -> Html:
    """Return what binds the actor looked at, then what binds the others, folded."""
    own = norms(actor) or element("p", say("duties.none"))
    folded = (
        details(name_of(other), norms(other) or element("p", say("duties.none")), class_="other")
        for other in concern(answer)
        if other.id != actor.id
    )
    return element("div", own, element("h3", say("duties.others")), joined(folded), class_="part")
