"""A document before it has a format: headings, paragraphs, lists and tables, in one language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from kg.domain.texts import Language

__all__ = ["Block", "Document", "Heading", "Items", "Paragraph", "Table"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is a part of the document."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; one that is strong is what a hurried reader reads."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """A list, numbered or not."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the names of its columns, then its rows."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def weights(self) -> tuple[float, ...]:
        """How wide each column is beside the others: by its longest cell, within bounds."""
        longest = (max(map(len, column)) for column in zip(self.head, *self.rows, strict=True))
        return tuple(round(min(max(length, _LEAST), _MOST) ** 0.7, 2) for length in longest)


_LEAST, _MOST = 9, 80

Block: TypeAlias = Heading | Paragraph | Items | Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole document, its title, what stands below the title, and its parts in order."""

    title: str
    subtitle: str
    lang: Language
    blocks: tuple[Block, ...]
