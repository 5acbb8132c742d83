"""A document as Markdown (CommonMark, with the tables of GitHub)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.exports.case.document import Block, Document, Heading, Items, Paragraph, Table

__all__ = ["to_markdown"]

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|!])")


def to_markdown(document: Document) -> bytes:
    """Return the document as Markdown; no word of it is read as a mark."""
    lines = [f"# {_plain(document.title)}", "", _plain(document.subtitle), ""]
    for block in document.blocks:
        lines += [*_lines(block), ""]
    return "\n".join(lines).encode()


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * (block.level + 1)} {_plain(block.text)}"
        case Paragraph():
            yield f"**{_plain(block.text)}**" if block.strong else _plain(block.text)
        case Items():
            for number, item in enumerate(block.items, start=1):
                yield f"{f'{number}.' if block.numbered else '-'} {_plain(item)}"
        case Table():
            yield _row(block.head)
            yield _row(("---",) * len(block.head), escape=False)
            yield from (_row(row) for row in block.rows)


def _row(cells: tuple[str, ...], *, escape: bool = True) -> str:
    return "| " + " | ".join(_plain(cell) if escape else cell for cell in cells) + " |"


def _plain(text: str) -> str:
    return _MARKS.sub(r"\\\1", " ".join(text.split(" ")).replace("\n", " "))
