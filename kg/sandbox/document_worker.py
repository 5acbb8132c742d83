"""The process in which a document is read: `python -P -m kg.sandbox.document_worker`.

It reads the kind (a line) and the document from its standard input, gives up its rights, and
answers one line of JSON: the text, or the name of what is wrong.
"""

from __future__ import annotations

import codecs
import csv
import importlib
import json
import logging
import pkgutil
import sys
import warnings
import zipfile
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from io import BytesIO, StringIO

import docx
import openpyxl
import pypdf
from docx.oxml.parser import parse_xml
from pypdf.errors import PyPdfError

from kg.sandbox.confinement import confine

__all__ = ["main"]

_MOST_PAGES = 2_000
_MOST_ROWS, _MOST_COLUMNS = 20_000, 200
_MOST_UNPACKED = 200 * 2**20
_WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_NOTES = ("/footnotes", "/endnotes")
_BLANKS = {f"{_WORDS}tab": "\t", f"{_WORDS}br": "\n", f"{_WORDS}noBreakHyphen": "-"}
_CODECS = (
    "ascii cp437 latin-1 cp1252 utf-8 utf-16 utf-16-be utf-16-le mac-roman charmap unicode_escape"
)


class _RefusedError(Exception):
    """The document is refused, for the reason that the argument names."""


def main() -> None:
    """Answer one document."""
    kind = sys.stdin.buffer.readline().decode("ascii").strip()
    content = sys.stdin.buffer.read()
    _prepare()
    confine()
    sys.stdout.buffer.write(json.dumps(_answer(kind, content)).encode("ascii") + b"\n")
    sys.stdout.buffer.flush()


def _prepare() -> None:
    """Load what the libraries load when it is needed: later, no file can be opened."""
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    for name in _CODECS.split():
        codecs.lookup(name)
    for module in pkgutil.walk_packages(pypdf.__path__, "pypdf."):
        try:
            importlib.import_module(module.name)
        except ImportError:  # a part that needs what is not installed
            continue


def _answer(kind: str, content: bytes) -> Mapping[str, str]:
    try:
        return {"text": "\n".join(_READERS[kind](content))}
    except _RefusedError as refused:
        return {"error": str(refused)}
    except MemoryError:
        return {"error": "memory"}
    except Exception:  # noqa: BLE001 - a document made to break its reader breaks it in any way
        return {"error": "broken"}


def _pdf(content: bytes) -> Iterator[str]:
    try:
        reader = pypdf.PdfReader(BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise _RefusedError("locked")
    except PyPdfError as error:
        raise _RefusedError("broken") from error
    if len(reader.pages) > _MOST_PAGES:
        raise _RefusedError("pages")
    for page in reader.pages:
        yield page.extract_text()
        yield from _links(page)


def _links(page: pypdf.PageObject) -> Iterator[str]:
    """Yield the addresses that a page leads to."""
    for note in page.annotations or ():
        action = note.get_object().get("/A")
        target = action.get_object().get("/URI") if action is not None else None
        if target:
            yield str(target)


def _docx(content: bytes) -> Iterator[str]:
    with zipfile.ZipFile(BytesIO(content)) as packed:
        if sum(part.file_size for part in packed.infolist()) > _MOST_UNPACKED:
            raise _RefusedError("memory")
    part = docx.Document(BytesIO(content)).part
    targets = {key: rel.target_ref for key, rel in part.rels.items() if rel.is_external}
    yield from _paragraphs(part.element, targets)
    for rel in part.rels.values():
        if not rel.is_external and rel.reltype.endswith(_NOTES):
            yield from _paragraphs(parse_xml(rel.target_part.blob), {})


def _paragraphs(root: object, targets: Mapping[str, str]) -> Iterator[str]:
    """Yield the words of each paragraph, tables among them, then the addresses it leads to."""
    for paragraph in root.iter(f"{_WORDS}p"):  # type: ignore[attr-defined]  # an lxml element
        words, links = [], []
        for node in paragraph.iter():
            if node.tag == f"{_WORDS}t":
                words.append(node.text or "")
            elif node.tag == f"{_WORDS}hyperlink":
                links.append(targets.get(node.get(_RELATION) or "", ""))
            else:
                words.append(_BLANKS.get(node.tag, ""))
        yield "".join(words)
        yield from filter(None, links)


def _xlsx(content: bytes) -> Iterator[str]:
    """Yield the rows of the first sheet as lines of CSV; of a formula, the value it had last."""
    with zipfile.ZipFile(BytesIO(content)) as packed:
        if sum(part.file_size for part in packed.infolist()) > _MOST_UNPACKED:
            raise _RefusedError("memory")
    sheet = openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=True).worksheets[0]
    for row in sheet.iter_rows(max_row=_MOST_ROWS, max_col=_MOST_COLUMNS, values_only=True):
        sink = StringIO()
        csv.writer(sink, lineterminator="").writerow([_cell(value) for value in row])
        yield sink.getvalue()


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case datetime():
            return value.date().isoformat()
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(value)


_READERS: Mapping[str, Callable[[bytes], Iterator[str]]] = {
    "pdf": _pdf,
    "docx": _docx,
    "xlsx": _xlsx,
}


if __name__ == "__main__":
    main()
