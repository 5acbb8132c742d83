"""The register of obligations and the coverage of activities, as a workbook and as CSV.

No cell is a formula: what begins like one is text, and in CSV is marked so by an apostrophe.
"""

from __future__ import annotations

import csv
from datetime import UTC, datetime
from io import BytesIO, StringIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from kg.domain.answers import Answer
from kg.domain.cases import Case
from kg.domain.texts import Language
from kg.exports.case.memo_words import MEMO_WORDS
from kg.exports.case.register import Row, coverage_rows, register_rows

__all__ = ["to_csv", "to_xlsx"]

_HEAD = (
    ("actor", "id"),
    ("actor", ""),
    ("duty", "id"),
    ("duty", ""),
    ("modality", ""),
    ("towards", ""),
    ("provision", ""),
    ("rank", ""),
    ("since", ""),
    ("binding", ""),
    ("status", ""),
    ("penalties", ""),
    ("document", ""),
)
_LIKE_FORMULAS = ("=", "+", "-", "@", "\t", "\r")
_WIDTHS = (16, 22, 26, 40, 14, 26, 34, 14, 14, 14, 16, 34, 30)
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_SHADE = PatternFill("solid", fgColor="E8ECF6")


def to_xlsx(case: Case, answer: Answer, lang: Language) -> bytes:
    """Return a workbook: the register on one sheet, the coverage of activities on another."""
    book = Workbook()
    register = book.worksheets[0]
    register.title = MEMO_WORDS["register"].say(lang)
    _fill(register, [_head(lang), *register_rows(answer, case, lang)], _WIDTHS)
    coverage = book.create_sheet(MEMO_WORDS["coverage"].say(lang))
    names = [actor.name for actor in answer.actors]
    head = (MEMO_WORDS["activity"].say(lang), *names)
    _fill(coverage, [head, *coverage_rows(answer, lang)], (60, *(24 for _ in names)))
    book.properties.creator = ""
    book.properties.created = book.properties.modified = _EPOCH
    sink = BytesIO()
    book.save(sink)
    return sink.getvalue()


def to_csv(case: Case, answer: Answer, lang: Language) -> bytes:
    """Return the register as CSV (RFC 4180), in UTF-8 with its mark, as spreadsheets expect it."""
    sink = StringIO()
    writer = csv.writer(sink)
    writer.writerow(_head(lang))
    for row in register_rows(answer, case, lang):
        writer.writerow([_inert(cell) for cell in row])
    return sink.getvalue().encode("utf-8-sig")


def _head(lang: Language) -> Row:
    names = ((MEMO_WORDS[key].say(lang), more) for key, more in _HEAD)
    return tuple(f"{name} ({more})" if more else name for name, more in names)


def _inert(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_LIKE_FORMULAS) else cell


def _fill(sheet: Worksheet, rows: list[Row], widths: tuple[int, ...]) -> None:
    for number, row in enumerate(rows, start=1):
        for column, text in enumerate(row, start=1):
            cell = sheet.cell(number, column)
            cell.value = text
            cell.data_type = "s"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if number == 1:
                cell.font, cell.fill = Font(bold=True), _SHADE
    for column, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
