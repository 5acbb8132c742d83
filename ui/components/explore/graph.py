"""The graph around a term: drawn by the browser, in the places that the service gives."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from kg.domain.pictures import Edge, Node, Picture
from kg.domain.terms import Sort, TermName
from kg.services.pictures import MORE, MOST, draw
from ui.components.bundles import component, is_built
from ui.components.explore.search import label_of, open_term
from ui.components.markup import Html, element, joined, show
from ui.session import language, say, workspace

__all__ = ["canvas_data", "legend", "show_graph"]

_KEY, _STEPS, _INFERRED = "explore.graph", "explore.steps", "inferred"
_ROW, _LEAST, _MOST_HEIGHT = 56, 380, 860
_MOST_SIGNS = 62


def show_graph(term: TermName) -> None:
    """Show the picture that the steps taken so far lead to, with what it leaves out."""
    if not is_built("graph"):
        show(element("p", say("not_built"), class_="change", role="status"))
        return
    inferred = st.toggle(say("explore.inferred"), key=_INFERRED, bind="query-params")
    picture = _picture(term, inferred=inferred)
    show(legend(picture))
    component("graph")(
        key=_KEY,
        data=canvas_data(picture, term.short),
        on_chosen_change=_chosen,
        on_opened_change=_opened,
    )
    _more(picture, term)


def _picture(term: TermName, *, inferred: bool) -> Picture:
    """Return the picture; a term outside it becomes the middle of another."""
    steps: Sequence[str] = st.session_state.get(_STEPS, (term.iri,))
    picture = draw(workspace(), steps, inferred=inferred)
    if picture.node(term.iri) is None:
        steps = (term.iri,)
        picture = draw(workspace(), steps, inferred=inferred)
    st.session_state[_STEPS] = tuple(steps)
    return picture


def _chosen() -> None:
    if chosen := st.session_state[_KEY].chosen:
        open_term(chosen)


def _opened() -> None:
    if opened := st.session_state[_KEY].opened:
        _step(opened)
        open_term(opened)


def _step(short: str) -> None:
    st.session_state[_STEPS] = (*st.session_state.get(_STEPS, ()), short)


def _centred(short: str) -> None:
    st.session_state[_STEPS] = (short,)


def _more(picture: Picture, term: TermName) -> None:
    """Say how much of the neighbourhood is drawn, and offer the rest."""
    node = picture.node(term.iri)
    if node is None:
        return
    left = node.neighbours - node.shown
    fields = {"term": label_of(term), "shown": node.shown, "count": node.neighbours}
    show(element("p", say("explore.shown", **fields), class_="note", role="status"))
    full = len(picture.nodes) >= MOST
    if full and left:
        show(element("p", say("explore.full", most=MOST), class_="note"))
    with st.container(horizontal=True):
        if left and not full:
            st.button(
                say("explore.more", count=min(MORE, left)), on_click=_step, args=(term.short,)
            )
        if picture.nodes[0].name != term or len(st.session_state[_STEPS]) > 1:
            st.button(say("explore.centre"), on_click=_centred, args=(term.short,))


def legend(picture: Picture) -> Html:
    """Return what each colour and shape of a picture stands for."""
    present = {node.sort for node in picture.nodes}
    kinds = [element("span", say(f"sort.{s}"), class_=f"kind {s}") for s in Sort if s in present]
    if any(edge.is_inferred for edge in picture.edges):
        kinds.append(element("span", say("explore.is_inferred"), class_="kind inferred"))
    return element("p", joined(kinds, " "), class_="legend")


def canvas_data(picture: Picture, selected: str) -> dict[str, object]:
    """Return a picture as the browser draws it; `selected` is the short form of a term."""
    rows = [node.row for node in picture.nodes]
    height = (max(rows) - min(rows) + 1) * _ROW + 40
    ids = {node.name.iri: node.name.short for node in picture.nodes}
    return {
        "nodes": [_node(node, selected) for node in picture.nodes],
        "edges": [_edge(edge, ids) for edge in picture.edges],
        "height": max(_LEAST, min(_MOST_HEIGHT, height)),
        "words": {
            "name": say("explore.canvas"),
            "nearer": say("explore.nearer"),
            "further": say("explore.further"),
            "fit": say("explore.fit"),
            "save": say("explore.save"),
            "file": f"hds_{selected.replace(':', '_') or 'result'}.png",
        },
    }


def _node(node: Node, selected: str) -> dict[str, object]:
    label = label_of(node.name)
    left = node.neighbours - node.shown
    told = say("explore.told", term=label, sort=say(f"sort.{node.sort}"), count=node.neighbours)
    return {
        "id": node.name.short,
        "label": label if len(label) <= _MOST_SIGNS else f"{label[: _MOST_SIGNS - 1].rstrip()}…",
        "told": told,
        "sort": node.sort.value,
        "column": node.column,
        "row": node.row,
        "selected": node.name.short == selected,
        "opened": node.shown > 0,
        "left": left,
    }


def _edge(edge: Edge, ids: dict[str, str]) -> dict[str, object]:
    source, target = ids[edge.source], ids[edge.target]
    return {
        "id": f"{source} {target}",
        "source": source,
        "target": target,
        "label": edge.label.say(language()),
        "inferred": edge.is_inferred,
    }
