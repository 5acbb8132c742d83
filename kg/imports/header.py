"""The head of a case: its format, id, title, day, and whether it is complete."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kg.domain.texts import EMPTY, Text
from kg.imports import complaints as say
from kg.imports.entities import is_id, is_silent
from kg.imports.faults import Faults
from kg.imports.nodes import Mapping, Node, Scalar
from kg.imports.values import read_date, read_text

__all__ = ["FORMAT", "IGNORED", "KEYS", "Header", "read_header"]

FORMAT = "hds-case/1"
KEYS = ("format", "id", "title", "date", "complete")
IGNORED = ("expect", "why")
_LANGUAGES = ("fr", "en")


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What a case says of itself."""

    id: str
    title: Text
    day: date | None
    complete: bool


def read_header(top: Mapping, faults: Faults) -> Header:
    """Return the head of the case; what is wrong in it is noted and left out."""
    _check_format(top, faults)
    return Header(
        id=_id(top, faults),
        title=_title(top.get("title"), faults),
        day=_day(top.get("date"), faults),
        complete=_complete(top.get("complete"), faults),
    )


def _check_format(top: Mapping, faults: Faults) -> None:
    node = top.get("format")
    if node is None:
        faults.add(top, say.missing_key("format", FORMAT))
    elif not isinstance(node, Scalar) or node.text != FORMAT:
        faults.add(node, say.wrong_format(node, FORMAT))


def _id(top: Mapping, faults: Faults) -> str:
    node = top.get("id")
    if node is None:
        faults.add(top, say.missing_key("id"))
        return ""
    if not isinstance(node, Scalar):
        faults.add(node, say.wrong_type(node, say.A_SINGLE_VALUE))
        return ""
    if not is_id(node.text):
        faults.add(node, say.bad_id(node.text))
    return node.text


def _title(node: Node | None, faults: Faults) -> Text:
    if node is None or is_silent(node):
        return EMPTY
    if isinstance(node, Scalar):
        words = read_text(node, faults) or ""
        return Text(words, words)
    if isinstance(node, Mapping):
        for pair in node.pairs:
            if pair.key not in _LANGUAGES:
                faults.add(pair, say.unknown_key(pair.key, _LANGUAGES))
        return Text(*(_words(node.get(lang), faults) for lang in _LANGUAGES))
    faults.add(node, say.wrong_type(node, say.A_TITLE))
    return EMPTY


def _words(node: Node | None, faults: Faults) -> str:
    if node is None or is_silent(node):
        return ""
    if isinstance(node, Scalar):
        return read_text(node, faults) or ""
    faults.add(node, say.wrong_type(node, say.A_SINGLE_VALUE))
    return ""


def _day(node: Node | None, faults: Faults) -> date | None:
    if node is None or is_silent(node):
        return None
    if isinstance(node, Scalar):
        return read_date(node, faults)
    faults.add(node, say.wrong_date(node))
    return None


def _complete(node: Node | None, faults: Faults) -> bool:
    if node is None or is_silent(node):
        return False
    if not isinstance(node, Scalar) or node.truth is None:
        faults.add(node, say.wrong_truth(node))
        return False
    return node.truth
