"""A fact as a widget: its value is an id, its words come from the format of cases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

import streamlit as st

from kg.domain.case_format import KeyFormat, ValueKind
from kg.domain.cases import Case, Entity, Value
from kg.services.edit import leave_out, state
from ui.components.markup import plain, sentence
from ui.components.values import UNKNOWN, UNSTATED, label_of, options_of
from ui.session import change_case, date_format, language, say

__all__ = ["LAST_DAY", "Field", "ask"]

_FIRST = date(1990, 1, 1)
LAST_DAY = date(2100, 12, 31)


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One key of one entity of a case; `revision` makes its widget new."""

    case: Case
    entity: Entity
    form: KeyFormat
    revision: int

    @property
    def id(self) -> str:
        """The widget's key."""
        return f"fact/{self.revision}/{self.entity.path}/{self.form.key}"

    @property
    def value(self) -> Value | None:
        """What the case comes to say; None where that is not known."""
        fact = self.entity.fact(self.form.key)
        if fact is not None:
            return fact.value
        if self.form.default in {"true", "false"}:
            return self.form.default == "true"
        if self.form.option(self.form.default):
            return self.form.default
        if self.form.default:
            return () if self.form.is_list else UNSTATED
        return self._closed() if self.case.complete and self.form.closes else None

    def _closed(self) -> Value | None:
        if self.form.kind is ValueKind.BOOLEAN:
            return False
        return () if self.form.is_list else None


def ask(field: Field) -> None:
    """Show the widget of a fact; what the user says there changes the case at once."""
    match field.form.kind:
        case ValueKind.BOOLEAN:
            _boolean(field)
        case ValueKind.CHOICE | ValueKind.REFERENCE:
            _one(field)
        case ValueKind.CHOICES | ValueKind.REFERENCES:
            _several(field)
        case ValueKind.DATE:
            _day(field)
        case ValueKind.TEXT:
            _words(field)


def _boolean(field: Field) -> None:
    values = ["true", "false", UNKNOWN]
    now = UNKNOWN if field.value is None else str(field.value).lower()
    names = {"true": say("yes"), "false": say("no"), UNKNOWN: say("unknown")}
    st.radio(
        _label(field),
        values,
        index=values.index(now),
        format_func=names.__getitem__,
        key=field.id,
        help=_help(field),
        on_change=partial(_stated, field, _truth),
        horizontal=True,
    )


def _one(field: Field) -> None:
    values = [*options_of(field.case, field.form), UNKNOWN]
    if field.form.default and not field.form.option(field.form.default):
        values = [UNSTATED, *values]
    now = UNKNOWN if field.value is None else str(field.value)
    st.selectbox(
        _label(field),
        values,
        index=values.index(now) if now in values else len(values) - 1,
        format_func=_labels(field, values),
        key=field.id,
        help=_help(field),
        on_change=partial(_stated, field, _choice),
    )


def _several(field: Field) -> None:
    values = options_of(field.case, field.form)
    now = field.value if isinstance(field.value, tuple) else ()
    st.multiselect(
        _label(field),
        values,
        default=[value for value in now if value in values],
        format_func=_labels(field, values),
        key=field.id,
        help=_help(field),
        placeholder=_when_empty(field),
        on_change=partial(_stated, field, _choices),
    )
    st.checkbox(
        plain(say("unknown_of", fact=sentence(field.form.label.say(language())))),
        value=field.value is None,
        key=f"{field.id}/{UNKNOWN}",
        on_change=partial(_known_or_not, field),
    )


def _day(field: Field) -> None:
    st.date_input(
        _label(field),
        field.value if isinstance(field.value, date) else None,
        min_value=_FIRST,
        max_value=LAST_DAY,
        key=field.id,
        help=_help(field),
        format=date_format(),
        on_change=partial(_stated, field, _date),
    )


def _words(field: Field) -> None:
    st.text_input(
        _label(field),
        field.value if isinstance(field.value, str) else "",
        max_chars=200,
        key=field.id,
        help=f"{_help(field)} {plain(say('no_personal_data'))}",
        on_change=partial(_stated, field, _text),
    )


def _labels(field: Field, values: list[str]) -> Callable[[str], str]:
    """Return what gives each id its words, in the language of the session."""
    return {value: label_of(field.case, field.form, value) for value in values}.__getitem__


def _label(field: Field) -> str:
    return plain(sentence(field.form.label.say(language())))


def _help(field: Field) -> str:
    return plain(field.form.question.say(language()))


def _when_empty(field: Field) -> str:
    if field.value is None:
        return say("unknown")
    return say("unstated") if field.form.default else say("none")


def _stated(field: Field, read: Callable[[object], Value | None]) -> None:
    """Put what the widget says into the case."""
    value = read(st.session_state[field.id])
    path, key = field.entity.path, field.form.key
    if value == UNSTATED or (value == () and field.form.default):
        change_case(lambda case: leave_out(case, path, key))
    else:
        was_unknown = field.form.is_list and field.value is None
        change_case(lambda case: state(case, path, key, value), elsewhere=was_unknown)


def _known_or_not(field: Field) -> None:
    unknown = st.session_state[f"{field.id}/{UNKNOWN}"]
    value = None if unknown else ()
    path, key = field.entity.path, field.form.key
    change_case(lambda case: state(case, path, key, value), elsewhere=True)


def _truth(said: object) -> Value | None:
    return None if said == UNKNOWN else said == "true"


def _choice(said: object) -> Value | None:
    return None if said in {UNKNOWN, None} else str(said)


def _choices(said: object) -> Value | None:
    return tuple(str(value) for value in said) if isinstance(said, list) else ()


def _date(said: object) -> Value | None:
    return said if isinstance(said, date) else None


def _text(said: object) -> Value | None:
    return str(said) if said else None
