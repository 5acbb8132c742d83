"""A case as YAML: the file that reads back as the same case."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date

from kg.domain.case_format import CaseFormat
from kg.domain.cases import Case, Entity, Fact, Value
from kg.domain.texts import Text

__all__ = ["FORMAT", "case_to_yaml"]

FORMAT = "hds-case/1"

_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
# Words that one version of YAML or another takes for something else.
_TAKEN = frozenset({"true", "false", "yes", "no", "on", "off", "y", "n", "null"})
# Signs that end a line of YAML, or that no editor shows.
_UNSEEN = re.compile("[\u0085\u2028\u2029\ufeff]")


def case_to_yaml(case: Case, form: CaseFormat) -> str:
    """Return the case as a file (`hds-case/1`), its sections in the order of the format."""
    lines = [f"format: {FORMAT}", f"id: {_word(case.id)}", *_title(case.title)]
    if case.day is not None:
        lines.append(f"date: {case.day.isoformat()}")
    lines.append(f"complete: {_value(case.complete)}")
    for section in form.sections:
        if section.name in case.sections and not section.owner:
            found = case.of(section.name)
            head = f"{section.name}:"
            empty = " {}" if section.keyed else " []"
            lines += ["", head if found else head + empty]
            for entity in found:
                lines += _indented(_entity(entity, case, keyed=section.keyed))
    return "\n".join(lines) + "\n"


def _title(title: Text) -> Iterator[str]:
    if title and title.fr == title.en:
        yield f"title: {_word(title.fr)}"
    elif title:
        yield "title:"
        yield from (f"  {lang}: {_word(said)}" for lang, said in _languages(title) if said)


def _languages(title: Text) -> tuple[tuple[str, str], ...]:
    return (("fr", title.fr), ("en", title.en))


def _entity(entity: Entity, case: Case, *, keyed: bool) -> list[str]:
    body = [*_facts(entity.facts), *_nested(entity, case)]
    if keyed:
        head = f"{_word(entity.id)}:"
        return [head, *_indented(body)] if body else [f"{head} {{}}"]
    if not body:
        return ["- {}"]
    first, *rest = body
    return [f"- {first}", *_indented(rest)]


def _nested(entity: Entity, case: Case) -> Iterator[str]:
    inner = [other for other in case.entities if other.owner == entity.path]
    for section in dict.fromkeys(other.section for other in inner):
        yield f"{section}:"
        for other in inner:
            if other.section == section:
                keyed = not other.id.isdigit()
                yield from _indented(_entity(other, case, keyed=keyed))


def _facts(facts: tuple[Fact, ...]) -> Iterator[str]:
    """Yield the facts; those whose keys share a first part stand together under it."""
    for head in dict.fromkeys(fact.key.split(".")[0] for fact in facts):
        own = [fact for fact in facts if fact.key == head]
        below = [fact for fact in facts if fact.key.startswith(f"{head}.")]
        yield from (f"{head}: {_value(fact.value)}" for fact in own)
        if below:
            yield f"{head}:"
            for fact in below:
                yield f"  {fact.key.removeprefix(f'{head}.')}: {_value(fact.value)}"


def _indented(lines: list[str]) -> list[str]:
    return [f"  {line}" for line in lines]


def _value(value: Value | None) -> str:
    match value:
        case None:
            return "unknown"
        case bool():
            return "true" if value else "false"
        case date():
            return value.isoformat()
        case str():
            return _word(value)
        case tuple():
            return f"[{', '.join(_word(word) for word in value)}]"


def _word(text: str) -> str:
    """Return a text as YAML writes it: plain where nobody can misread it.

    >>> _word("FR"), _word("NO"), _word("1")
    ('FR', '"NO"', '"1"')
    """
    if _PLAIN.fullmatch(text) and text.casefold() not in _TAKEN:
        return text
    return _UNSEEN.sub(_escape, json.dumps(text, ensure_ascii=False))


def _escape(sign: re.Match[str]) -> str:
    return f"\\u{ord(sign[0]):04x}"
