"""The facts of the case, entity by entity; a changed fact changes the answer at once."""

from __future__ import annotations

import streamlit as st

from kg.domain.case_format import KeyFormat, SectionFormat
from kg.domain.cases import Case, Entity
from ui.components.markup import plain
from ui.components.names import title_of
from ui.components.situation.entities import add, header, rename_or_remove
from ui.components.widgets import Field, ask
from ui.session import language, say, situation, workspace

__all__ = ["facts"]

_SHOWN = "facts/shown"


def facts() -> None:
    """Show the things that the case describes, and the facts of one of them."""
    now = situation()
    outline, form = st.columns([3, 5], gap="large")
    with outline:
        header(now)
        entity = _outline(now.case)
        add(now.case)
    with form, st.container(key="facts"):
        if entity is None:
            st.caption(say("facts.empty"))
            return
        shape = workspace().form.section(entity.section)
        if shape is not None:
            _form(now.case, entity, shape, now.revision)


def _outline(case: Case) -> Entity | None:
    paths = [entity.path for entity in case.entities]
    if not paths:
        return None
    shown = st.session_state.get(_SHOWN)
    key = f"{_SHOWN}/{situation().revision}/{len(paths)}"
    path = st.radio(
        say("entity"),
        paths,
        index=paths.index(shown) if shown in paths else _last_service(case),
        format_func={path: plain(title_of(case, path)) for path in paths}.__getitem__,
        key=key,
    )
    st.session_state[_SHOWN] = path
    return next(entity for entity in case.entities if entity.path == path)


def _last_service(case: Case) -> int:
    """Return the place of the last service: what it is decides most."""
    places = [n for n, entity in enumerate(case.entities) if entity.section == "services"]
    return places[-1] if places else 0


def _form(case: Case, entity: Entity, form: SectionFormat, revision: int) -> None:
    st.subheader(plain(title_of(case, entity.path)), anchor=False)
    rename_or_remove(case, entity, keyed=form.keyed)
    stated = [key for key in form.keys if entity.fact(key.key) is not None]
    silent = [key for key in form.keys if entity.fact(key.key) is None]
    first = stated or silent
    _fields(case, entity, first, revision)
    if stated and silent:
        title = say("facts.more", count=len(silent))
        more = st.expander(title, key=f"more/{entity.path}/{language()}", on_change="rerun")
        with more:
            if more.open:
                _fields(case, entity, silent, revision)


def _fields(case: Case, entity: Entity, keys: list[KeyFormat], revision: int) -> None:
    plainly = [key for key in keys if "." not in key.key]
    below = [key for key in keys if "." in key.key]
    for key in plainly:
        ask(Field(case=case, entity=entity, form=key, revision=revision))
    if below:
        st.markdown(f"**{say('contract')}**")
    for key in below:
        ask(Field(case=case, entity=entity, form=key, revision=revision))
