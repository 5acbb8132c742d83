"""A document as PDF, set by Typst: its fonts and its engine come with the package."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import typst

from kg.exports.case.document import Block, Document, Heading, Items, Paragraph, Table

__all__ = ["to_pdf"]

_TEMPLATE = Path(__file__).with_name("memo.typ")


def to_pdf(document: Document) -> bytes:
    """Return the document as a tagged PDF. Its words are data to the template, never marks."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / "memo.typ"
        source.write_bytes(_TEMPLATE.read_bytes())
        words = json.dumps(_tree(document), ensure_ascii=False)
        (folder / "memo.json").write_text(words, encoding="utf-8")
        target = folder / "memo.pdf"
        typst.compile(str(source), str(target), root=str(folder), timestamp=0)
        return target.read_bytes()


def _tree(document: Document) -> dict[str, object]:
    return {
        "title": document.title,
        "subtitle": document.subtitle,
        "lang": document.lang,
        "blocks": [_block(block) for block in document.blocks],
    }


def _block(block: Block) -> dict[str, object]:
    match block:
        case Heading():
            return {"kind": "heading", "level": block.level, "text": block.text}
        case Paragraph():
            return {"kind": "paragraph", "text": block.text, "strong": block.strong}
        case Items():
            return {"kind": "items", "items": list(block.items), "numbered": block.numbered}
        case Table():
            rows = [list(row) for row in block.rows]
            weights = list(block.weights)
            return {"kind": "table", "head": list(block.head), "rows": rows, "weights": weights}
