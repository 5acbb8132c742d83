"""The facts of a case as rows: the entity, what is said of it, in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kg.domain.case_format import CaseFormat, KeyFormat
from kg.domain.cases import Case, Entity, Fact, Value
from kg.domain.texts import Language
from kg.domain.wording import day_words
from kg.exports.case.memo_words import MEMO_WORDS

__all__ = ["fact_rows"]

Row = tuple[str, str, str]


def fact_rows(case: Case, form: CaseFormat, lang: Language) -> Iterator[Row]:
    """Yield the entity, the fact and its value, for each fact that the case states."""
    for entity in case.entities:
        section = form.section(entity.section)
        for fact in entity.facts:
            key = section.key(fact.key) if section is not None else None
            label = key.label.say(lang) if key is not None else fact.key
            yield entity.path, label, _value(case, key, fact, lang)


def _value(case: Case, key: KeyFormat | None, fact: Fact, lang: Language) -> str:
    if fact.value is None:
        return MEMO_WORDS["unknown_value"].say(lang)
    if isinstance(fact.value, tuple):
        parts = [_word(case, key, part, lang) for part in fact.value]
        return ", ".join(parts) or MEMO_WORDS["empty"].say(lang)
    return _word(case, key, fact.value, lang)


def _word(case: Case, key: KeyFormat | None, value: Value, lang: Language) -> str:
    match value:
        case bool():
            return MEMO_WORDS["true" if value else "false"].say(lang)
        case date():
            return day_words(value, lang)
        case str():
            option = key.option(value) if key is not None else None
            return option.label.say(lang) if option is not None else _name(case, value)
        case tuple():
            return ", ".join(value)


def _name(case: Case, id_: str) -> str:
    """Return the name of an actor by its id, or the id itself."""
    actor: Entity | None = case.find("actors", id_)
    name = actor.fact("name") if actor is not None else None
    return str(name.value) if name is not None and name.value else id_
