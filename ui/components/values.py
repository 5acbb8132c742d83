"""The values of facts, in words."""

from __future__ import annotations

from datetime import date

from kg.domain.case_format import KeyFormat
from kg.domain.cases import Case, Fact, Value
from ui.components.markup import sentence
from ui.components.names import called
from ui.session import language, say, say_day

__all__ = ["UNKNOWN", "UNSTATED", "label_of", "options_of", "said_of"]

UNKNOWN = "?"
UNSTATED = "-"
# A longer list is easier to read in the order of the alphabet.
_MOST_READ = 20


def options_of(case: Case, form: KeyFormat) -> list[str]:
    """Return the ids that a key may take: its options, or what the case has to refer to."""
    if form.target:
        return [entity.id for entity in case.of(form.target)]
    if len(form.options) <= _MOST_READ:
        return [option.value for option in form.options]
    lang = language()
    return [o.value for o in sorted(form.options, key=lambda option: option.label.say(lang))]


def label_of(case: Case, form: KeyFormat, value: str) -> str:
    """Return what a person reads for an id."""
    if value == UNKNOWN:
        return say("unknown")
    if value == UNSTATED:
        return say("unstated")
    option = form.option(value)
    if option is not None:
        return sentence(option.label.say(language()))
    return called(case, value) if form.target == "actors" else value


def said_of(case: Case, form: KeyFormat, fact: Fact | None) -> str:
    """Return a fact in words: what it is about, and what the case says of it."""
    label = sentence(form.label.say(language()))
    return f"{label}{say('colon')}{_said(case, form, fact.value if fact is not None else None)}"


def _said(case: Case, form: KeyFormat, value: Value | None) -> str:
    match value:
        case None:
            return say("unknown")
        case bool():
            return say("yes") if value else say("no")
        case tuple():
            return ", ".join(label_of(case, form, one) for one in value) or say("none")
        case date():
            return say_day(value)
        case str():
            return label_of(case, form, value)
