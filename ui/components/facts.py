"""The facts of the case, entity by entity; a changed fact changes the answer at once."""

from __future__ import annotations

import streamlit as st

from kg.domain.case_format import KeyFormat, SectionFormat
from kg.domain.cases import Case, Entity
from ui.components.names import title_of
from ui.components.widgets import Field, ask
from ui.session import say, situation, workspace

__all__ = ["facts"]


def facts() -> None:
    """Show the form of one entity, and the choice of which."""
    now = situation()
    st.header(say("facts"), anchor=False)
    st.caption(say("facts_help"))
    paths = [entity.path for entity in now.case.entities]
    if not paths:
        return
    path = st.selectbox(
        say("entity"),
        paths,
        index=_first_shown(now.case),
        format_func={path: title_of(now.case, path) for path in paths}.__getitem__,
        key=f"entity/{now.case.id}/{now.example}",
    )
    entity = next(entity for entity in now.case.entities if entity.path == path)
    form = workspace().form.section(entity.section)
    if form is not None:
        _form(now.case, entity, form, now.revision)


def _first_shown(case: Case) -> int:
    """Return the place of the last service: what it is decides most."""
    places = [n for n, entity in enumerate(case.entities) if entity.section == "services"]
    return places[-1] if places else 0


def _form(case: Case, entity: Entity, form: SectionFormat, revision: int) -> None:
    plainly = [key for key in form.keys if "." not in key.key]
    below = [key for key in form.keys if "." in key.key]
    for key in plainly:
        ask(Field(case=case, entity=entity, form=key, revision=revision))
    if below:
        _group(case, entity, below, revision)


def _group(case: Case, entity: Entity, keys: list[KeyFormat], revision: int) -> None:
    st.subheader(say("contract"), anchor=False)
    for key in keys:
        ask(Field(case=case, entity=entity, form=key, revision=revision))
