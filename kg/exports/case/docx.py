"""A document as DOCX (Office Open XML), with real headings, lists and tables."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

import docx
from docx.document import Document as Word
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table as WordTable

from kg.exports.case.document import Block, Document, Heading, Items, Paragraph, Table

__all__ = ["to_docx"]

_LANGUAGES = {"fr": "fr-FR", "en": "en-GB"}
_INK = RGBColor(0x1F, 0x3A, 0x8A)
_TEXT_WIDTH = 17.0
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)


def to_docx(document: Document) -> bytes:
    """Return the document as a DOCX file; the same document gives the same text and parts."""
    word = docx.Document()
    _set_up(word, document)
    word.add_heading(document.title, level=0)
    word.add_paragraph(document.subtitle, style="Subtitle")
    for block in document.blocks:
        _add(word, block)
    sink = BytesIO()
    word.save(sink)
    return sink.getvalue()


def _set_up(word: Word, document: Document) -> None:
    section = word.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)
    style = word.styles["Normal"]
    style.font.name, style.font.size = "Calibri", Pt(10.5)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), _LANGUAGES[document.lang])
    style.element.get_or_add_rPr().append(language)
    for level in (1, 2, 3):
        word.styles[f"Heading {level}"].font.color.rgb = _INK
    properties = word.core_properties
    properties.title, properties.language = document.title, _LANGUAGES[document.lang]
    properties.author, properties.comments = "", ""
    properties.created = properties.modified = _EPOCH


def _add(word: Word, block: Block) -> None:
    match block:
        case Heading():
            word.add_heading(block.text, level=block.level)
        case Paragraph():
            word.add_paragraph().add_run(block.text).bold = block.strong
        case Items():
            _items(word, block)
        case Table():
            _table(word, block)


def _items(word: Word, block: Items) -> None:
    """Add a list; its numbers are text, so that each list begins at one."""
    for number, item in enumerate(block.items, start=1):
        mark = f"{number}." if block.numbered else "•"
        paragraph = word.add_paragraph(f"{mark}\t{item}")
        paragraph.paragraph_format.left_indent = Cm(0.8)
        paragraph.paragraph_format.first_line_indent = Cm(-0.8)
        paragraph.paragraph_format.space_after = Pt(2)
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(0.8))


def _table(word: Word, block: Table) -> None:
    table = word.add_table(rows=1, cols=len(block.head), style="Light Grid Accent 1")
    for cell, text in zip(table.rows[0].cells, block.head, strict=True):
        cell.text = text
    for row in block.rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    _repeat_head(table)
    _set_widths(table, block)
    for cell in (cell for row in table.rows for cell in row.cells):
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.space_after = Pt(0)
            for run in paragraph.runs:
                run.font.size = Pt(8.5)
    word.add_paragraph()


def _set_widths(table: WordTable, block: Table) -> None:
    table.autofit = False
    unit = _TEXT_WIDTH / sum(block.weights)
    for column, weight in zip(table.columns, block.weights, strict=True):
        for cell in column.cells:
            cell.width = Cm(unit * weight)


def _repeat_head(table: WordTable) -> None:
    """Mark the first row as the head: repeated on each page, and told so to screen readers."""
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row = table.rows[0]._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no other way
    row.insert_element_before(mark)  # type: ignore[arg-type]  # python-docx types lxml otherwise
