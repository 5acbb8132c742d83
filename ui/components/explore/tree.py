"""The classes as a tree, to walk from the general to the special."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from kg.domain.terms import Branch, TermName
from kg.services.hierarchies import class_tree
from ui.components.bundles import component, is_built
from ui.components.explore.search import label_of, open_term
from ui.components.markup import Html, bullets, element, joined, show
from ui.session import language, say, workspace

__all__ = ["show_tree"]

_KEY = "explore.branches"


def show_tree(selected: TermName) -> None:
    """Show the tree; choosing a term opens its card."""
    branches = class_tree(workspace())
    if not is_built("tree"):
        show(_as_list(branches))
        return
    component("tree")(
        key=_KEY,
        data={
            "name": say("explore.tree"),
            "branches": [_told(branch) for branch in branches],
            "selected": selected.short,
        },
        on_chosen_change=_chosen,
    )


def _chosen() -> None:
    open_term(st.session_state[_KEY].chosen or "")


def _told(branch: Branch) -> dict[str, object]:
    is_ground = branch.name.short.startswith("ground:")
    return {
        "id": branch.name.short,
        "label": label_of(branch.name),
        "sort": "ground" if is_ground else "class",
        "below": [_told(lower) for lower in branch.below],
    }


def _as_list(branches: Iterable[Branch]) -> Html:
    lang = language()
    lines = (joined([b.name.label.say(lang), _as_list(b.below)]) for b in branches)
    return bullets(lines) if branches else element("span")
