"""What the case describes: one thing more, one less, one renamed."""

from __future__ import annotations

from functools import partial

import streamlit as st

from kg.domain.case_format import SectionFormat
from kg.domain.cases import Case, Entity
from kg.services.edit import close, retitle
from kg.services.entities import add_entity, free_id, remove_entity, rename_entity
from ui.components.markup import plain, sentence
from ui.components.names import title_of
from ui.session import Situation, change_case, language, say, situation, workspace

__all__ = ["add", "header", "rename_or_remove"]

_SHOWN = "facts/shown"
_MOST_SIGNS = 60


def header(now: Situation) -> None:
    """Show the title of the case and whether it says all there is."""
    title = f"title/{now.revision}"
    st.text_input(
        say("case_title"),
        now.case.title.say(language()),
        max_chars=200,
        key=title,
        on_change=lambda: change_case(
            lambda case: retitle(case, st.session_state[title], language())
        ),
    )
    complete = f"complete/{now.revision}"
    st.checkbox(
        say("complete"),
        now.case.complete,
        key=complete,
        help=say("complete_help"),
        on_change=lambda: change_case(
            lambda case: close(case, complete=st.session_state[complete]), elsewhere=True
        ),
    )


def add(case: Case) -> None:
    """Offer to describe one thing more."""
    with st.popover(say("add"), width="stretch"):
        forms = {form.name: form for form in workspace().form.sections}
        places = [(name, owner) for name in forms for owner in _owners(case, forms[name])]
        chosen = st.selectbox(
            say("add.what"),
            places,
            format_func={place: _called(case, forms, *place) for place in places}.__getitem__,
            key=f"add/what/{language()}",
        )
        if chosen is None:
            return
        section, owner = chosen
        key = f"add/id/{section}/{situation().revision}"
        if forms[section].keyed:
            st.text_input(
                say("add.id"),
                key=key,
                max_chars=_MOST_SIGNS,
                help=say("add.id_help"),
                placeholder=free_id(case, section, say(f"add.example.{section}")),
            )
        st.button(say("add.do"), type="primary", on_click=_add, args=(section, key, owner))


def _owners(case: Case, form: SectionFormat) -> list[str]:
    """Return where an entity of a section can go: at the top, or in each entity that owns such."""
    return [entity.path for entity in case.of(form.owner)] if form.owner else [""]


def _called(case: Case, forms: dict[str, SectionFormat], section: str, owner: str) -> str:
    label = sentence(forms[section].label.say(language()))
    return plain(f"{label} · {title_of(case, owner)}") if owner else plain(label)


def _add(section: str, key: str, owner: str) -> None:
    form = workspace().form
    name = str(st.session_state.get(key, ""))
    wanted = name.strip() or free_id(situation().case, section, say("add.example.any"))

    def changed(case: Case) -> Case:
        more, path = add_entity(form, case, section, wanted, owner=owner)
        st.session_state[_SHOWN] = path
        return more

    change_case(changed, elsewhere=True)


def rename_or_remove(case: Case, entity: Entity, *, keyed: bool) -> None:
    """Offer to rename an entity, where it has a name of its own, and to take it away."""
    with st.popover(say("rename_or_remove") if keyed else say("remove")):
        if keyed:
            key = f"rename/{situation().revision}/{entity.path}"
            st.text_input(say("add.id"), entity.id, key=key, max_chars=_MOST_SIGNS)
            st.button(say("rename"), on_click=partial(_rename, entity, key), width="stretch")
        st.button(
            say("remove_it", what=plain(title_of(case, entity.path))),
            on_click=partial(_remove, entity),
            width="stretch",
        )


def _rename(entity: Entity, key: str) -> None:
    form, name = workspace().form, str(st.session_state[key]).strip()

    def changed(case: Case) -> Case:
        named = rename_entity(form, case, entity.path, name)
        st.session_state[_SHOWN] = entity.path.removesuffix(entity.id) + name
        return named

    change_case(changed, elsewhere=True)


def _remove(entity: Entity) -> None:
    form = workspace().form
    change_case(lambda case: remove_entity(form, case, entity.path), elsewhere=True)
