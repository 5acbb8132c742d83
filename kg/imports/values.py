"""One value of a case: what the file writes, to what its key takes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from kg.domain.case_format import CaseFormat, KeyFormat, ValueKind
from kg.domain.cases import Fact, Value
from kg.imports import complaints as say
from kg.imports.faults import Faults
from kg.imports.nodes import Broken, Items, Node, Pair, Scalar

__all__ = ["Desk", "read_date", "read_fact", "read_text"]

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

# The contract lets these lists of references be written as one id.
_ONE_OR_SEVERAL = frozenset({("services", "client"), ("sales", "data")})


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What a reader has before it: the format, the ids of the file, the faults so far.

    A section whose ids could not be read is absent from `ids`.
    """

    form: CaseFormat
    ids: Mapping[str, Collection[str]]
    faults: Faults


def read_fact(pair: Pair, form: KeyFormat, desk: Desk) -> Fact | None:
    """Return the fact that a pair states, or None, with a fault, where it states none."""
    node = pair.value
    if isinstance(node, Broken):
        return None
    if isinstance(node, Scalar) and node.is_unknown:
        return Fact(key=form.key, value=None, line=pair.line)
    value = _list(node, form, desk) if form.is_list else _one(node, form, desk)
    return None if value is None else Fact(key=form.key, value=value, line=pair.line)


def _list(node: Node, form: KeyFormat, desk: Desk) -> tuple[str, ...] | None:
    if isinstance(node, Scalar) and (form.section, form.key) in _ONE_OR_SEVERAL:
        word = _word(node, form, desk)
        return None if word is None else (word,)
    if not isinstance(node, Items):
        scalar = isinstance(node, Scalar)
        wrong = say.scalar_for_list(node) if scalar else say.wrong_type(node, say.A_LIST)
        desk.faults.add(node, wrong)
        return None
    words = [_member(item, form, desk) for item in node.items]
    known = [word for word in words if word is not None]
    return tuple(dict.fromkeys(known)) if len(known) == len(words) else None


def _member(node: Node, form: KeyFormat, desk: Desk) -> str | None:
    if isinstance(node, Scalar) and node.is_unknown:
        desk.faults.add(node, say.unknown_in_list())
        return None
    if isinstance(node, Scalar):
        return _word(node, form, desk)
    if not isinstance(node, Broken):
        desk.faults.add(node, say.wrong_type(node, say.A_SINGLE_VALUE))
    return None


def _one(node: Node, form: KeyFormat, desk: Desk) -> Value | None:
    if not isinstance(node, Scalar):
        single = isinstance(node, Items) and len(node.items) == 1
        wrong = say.list_of_one(node) if single else say.wrong_type(node, say.A_SINGLE_VALUE)
        desk.faults.add(node, wrong)
        return None
    match form.kind:
        case ValueKind.BOOLEAN:
            return _truth(node, desk.faults)
        case ValueKind.DATE:
            return read_date(node, desk.faults)
        case ValueKind.TEXT:
            return read_text(node, desk.faults)
        case ValueKind.CHOICE | ValueKind.CHOICES | ValueKind.REFERENCE | ValueKind.REFERENCES:
            return _word(node, form, desk)


def _word(node: Scalar, form: KeyFormat, desk: Desk) -> str | None:
    if form.kind in {ValueKind.REFERENCE, ValueKind.REFERENCES}:
        return _reference(node, form, desk)
    return _choice(node, form, desk)


def _reference(node: Scalar, form: KeyFormat, desk: Desk) -> str | None:
    ids = desk.ids.get(form.target)
    if ids is None or node.text in ids:
        return node.text
    desk.faults.add(node, say.unknown_id(node.text, form.target, ids))
    return None


def _choice(node: Scalar, form: KeyFormat, desk: Desk) -> str | None:
    if form.option(node.text):
        return node.text
    values = [option.value for option in form.options]
    labels = [(word, o.value) for o in form.options for word in (o.label.fr, o.label.en)]
    names = {**dict(labels), **{value: value for value in values}}
    desk.faults.add(node, say.not_allowed(node.text, values, names))
    return None


def _truth(node: Scalar, faults: Faults) -> bool | None:
    if node.truth is None:
        faults.add(node, say.wrong_truth(node))
    return node.truth


def read_date(node: Scalar, faults: Faults) -> date | None:
    """Return the day that is written, or None, with a fault, where it is none."""
    try:
        if _DAY.fullmatch(node.text):
            return date.fromisoformat(node.text)
    except ValueError:
        pass
    faults.add(node, say.wrong_date(node))
    return None


def read_text(node: Scalar, faults: Faults) -> str | None:
    """Return the text that is written, or None, with a fault, where no page could print it."""
    if any(unicodedata.category(sign) in {"Cc", "Cn", "Cs"} for sign in node.text if sign != "\n"):
        faults.add(node, say.not_printable())
        return None
    return node.text
