"""The tree of a YAML or JSON text: scalars, lists and mappings, each with its line and path."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

__all__ = ["WHOLE", "Broken", "Items", "Mapping", "Node", "Pair", "Scalar"]

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_TRUTHS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """A value that is already known to be wrong: its readers pass over it in silence."""

    line: int = 0
    path: str = ""


WHOLE = Broken()
"""The place of what concerns the file as a whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scalar:
    """A single value as it is written; `plain` where it has no quotes."""

    line: int
    path: str
    text: str
    plain: bool = True

    @property
    def is_null(self) -> bool:
        """Whether nothing is written, or YAML's null."""
        return self.plain and self.text in _NULLS

    @property
    def is_unknown(self) -> bool:
        """Whether the case says that it does not know."""
        return self.is_null or self.text == "unknown"

    @property
    def truth(self) -> bool | None:
        """The boolean that is written, or None where it is no boolean (YAML 1.2: `NO` is not)."""
        return _TRUTHS.get(self.text) if self.plain else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """A list."""

    line: int
    path: str
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A key and its value."""

    line: int
    path: str
    key: str
    value: Node


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """Keys and their values, in the order of the file; no key comes twice."""

    line: int
    path: str
    pairs: tuple[Pair, ...]

    def get(self, key: str) -> Node | None:
        """Return the value of `key`, or None where the mapping does not hold it."""
        return next((pair.value for pair in self.pairs if pair.key == key), None)


Node: TypeAlias = Scalar | Items | Mapping | Broken
