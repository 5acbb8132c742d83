"""Values as plain data, and back: what JSON can hold, and nothing that runs.

A value is itself if JSON has it, else a list whose first item says what the rest is: `t` a
tuple, `f` a frozenset, `d` a mapping, `D` a day, or the rank of a class, of the domain or of the
axioms, among those that stand at the head.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from importlib import import_module
from typing import TypeAlias, TypeVar

__all__ = ["Plain", "from_plain", "to_plain"]

Plain: TypeAlias = "bool | int | float | str | list[Plain] | None"
_Value = TypeVar("_Value")

_HOMES = ("kg.domain.", "kg.reasoning.axioms.", "kg.services.law")


def to_plain(value: object) -> Plain:
    """Return a value of the program as plain data.

    Raises:
        TypeError: some part of it is of no class that can be kept.
    """
    names: dict[str, int] = {}
    plain = _plain(value, names)
    return [list(names), plain]


def _plain(value: object, names: dict[str, int]) -> Plain:  # noqa: PLR0911 - a case a kind
    match value:
        case StrEnum():
            return [_rank(type(value), names), value.value]
        case bool() | int() | float() | str() | None:
            return value
        case date():
            return ["D", value.isoformat()]
        case tuple():
            return ["t", *(_plain(item, names) for item in value)]
        case frozenset():
            return ["f", *(_plain(item, names) for item in sorted(value))]
        case Mapping():
            return ["d", *(_plain(part, names) for pair in value.items() for part in pair)]
        case _ if is_dataclass(value):
            parts = (getattr(value, field.name) for field in fields(value))
            return [_rank(type(value), names), *(_plain(part, names) for part in parts)]
        case _:
            raise TypeError(type(value).__name__)


def _rank(kind: type, names: dict[str, int]) -> int:
    return names.setdefault(f"{kind.__module__}:{kind.__qualname__}", len(names))


def from_plain(kind: type[_Value], plain: Plain) -> _Value:
    """Return the value of class `kind` that plain data stand for.

    Raises:
        TypeError: the data are not those of such a value.
        ValueError: the same.
    """
    if not isinstance(plain, list) or len(plain) != _PARTS or not isinstance(plain[0], list):
        raise TypeError(kind.__name__)
    value = _Reader([_class(str(name)) for name in plain[0]]).read(plain[1])
    if not isinstance(value, kind):
        raise TypeError(kind.__name__)
    return value


_PARTS = 2


def _class(name: str) -> type:
    """Return a class of values: of the domain or of the axioms, and none else."""
    module, _, kind = name.partition(":")
    found = getattr(import_module(module), kind, None) if module.startswith(_HOMES) else None
    if not isinstance(found, type) or not (is_dataclass(found) or issubclass(found, StrEnum)):
        raise TypeError(name)
    return found


class _Reader:
    """Builds values, whose classes are those at the head of the data."""

    def __init__(self, classes: list[type]) -> None:
        self._classes = [
            (k, [f.name for f in fields(k)] if is_dataclass(k) else None) for k in classes
        ]

    def read(self, plain: Plain) -> object:
        """Return the value that plain data stand for."""
        if not isinstance(plain, list):
            return plain
        tag = plain[0]
        if isinstance(tag, int):
            return self._make(*self._classes[tag], plain[1:])
        read = self.read
        match tag:
            case "t":
                return tuple([read(item) for item in plain[1:]])
            case "d":
                return {
                    read(key): read(item)
                    for key, item in zip(plain[1::2], plain[2::2], strict=True)
                }
            case "f":
                return frozenset([read(item) for item in plain[1:]])
            case "D":
                return date.fromisoformat(str(plain[1]))
            case _:
                raise TypeError(str(tag))

    def _make(self, kind: type, names: list[str] | None, parts: list[Plain]) -> object:
        if names is None:
            return kind(parts[0])
        return kind(**dict(zip(names, map(self.read, parts), strict=True)))
