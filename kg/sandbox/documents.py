"""Documents read as text: plain text here, .docx and .pdf in a process of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path, PurePath

from kg.errors import Fault, UsageError

__all__ = ["MOST_BYTES", "read_document", "read_document_file", "read_workbook"]

MOST_BYTES = 10 * 2**20
"""The most bytes of a document."""

_MOST_SIGNS = 300_000
_SECONDS = 30.0
_PACKAGES = str(Path(__file__).resolve().parents[2])
_PLAIN = {".txt", ".md"}
_PACKED = {".docx": b"PK\x03\x04", ".pdf": b"%PDF-"}
_WORKBOOK = ".xlsx"
_MARKS = {**_PACKED, _WORKBOOK: b"PK\x03\x04"}
_HEAD = 1024
_BLANKS = "\t\n\r\f\v"


def read_document_file(path: Path) -> str:
    """Return the text of a file.

    Raises:
        UsageError: the file is missing, too big, of another kind, or cannot be read.
    """
    try:
        with path.open("rb") as stream:
            content = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise UsageError(_unreadable(str(path), error)) from error
    return read_document(str(path), content)


def read_document(name: str, content: bytes) -> str:
    """Return the text of a document; the end of its name says what it is.

    Raises:
        UsageError: the document is too big, of another kind, empty, or cannot be read.
    """
    kind = PurePath(name).suffix.lower()
    if kind not in _PLAIN and kind not in _PACKED:
        raise UsageError(_say(name, "kind", kind=kind or "-"))
    if len(content) > MOST_BYTES:
        raise UsageError(_say(name, "bytes", most=str(MOST_BYTES // 2**20)))
    text = _plain(name, content) if kind in _PLAIN else _apart(name, kind, content)
    if len(text) > _MOST_SIGNS:
        raise UsageError(_say(name, "signs", most=str(_MOST_SIGNS)))
    if not text.strip():
        raise UsageError(_say(name, "empty"))
    return text


def read_workbook(name: str, content: bytes) -> str:
    """Return the first sheet of a workbook (.xlsx) as CSV.

    Raises:
        UsageError: the workbook is too big, empty, or cannot be read.
    """
    if len(content) > MOST_BYTES:
        raise UsageError(_say(name, "bytes", most=str(MOST_BYTES // 2**20)))
    return _apart(name, _WORKBOOK, content)


def _plain(name: str, content: bytes) -> str:
    """Return the text of bytes in UTF-8, else in UTF-16 with its mark, else in Windows-1252."""
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not any(sign < " " and sign not in _BLANKS for sign in text):
            return text.replace("\r\n", "\n").replace("\r", "\n")
    raise UsageError(_say(name, "binary"))


def _apart(name: str, kind: str, content: bytes) -> str:
    if _MARKS[kind] not in content[:_HEAD]:
        raise UsageError(_say(name, "broken", kind=kind))
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "kg.sandbox.document_worker"],
            input=kind.removeprefix(".").encode("ascii") + b"\n" + content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": _PACKAGES},
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise UsageError(_say(name, "time", seconds=f"{_SECONDS:g}")) from error
    return _reply(name, kind, done.stdout)


def _reply(name: str, kind: str, line: bytes) -> str:
    reply = json.loads(line) if line.endswith(b"\n") else {"error": "memory"}
    if "text" not in reply:
        raise UsageError(_say(name, str(reply["error"]), kind=kind))
    return str(reply["text"])


_MESSAGES = {
    "kind": (
        (
            "les fichiers « {kind} » ne se lisent pas ; types admis : .txt, .md, .docx, .pdf. "
            "Convertissez le fichier."
        ),
        "files “{kind}” cannot be read; allowed: .txt, .md, .docx, .pdf. Convert the file.",
    ),
    "bytes": (
        "ce fichier dépasse {most} Mio, le maximum admis. Découpez-le ou retirez ses images.",
        "this file exceeds {most} MiB, the most allowed. Split it or remove its images.",
    ),
    "signs": (
        "ce texte dépasse {most} signes, le maximum admis. Découpez-le.",
        "this text exceeds {most} characters, the most allowed. Split it.",
    ),
    "empty": (
        (
            "ce fichier ne contient aucun texte. S’il s’agit d’un document numérisé, passez-le "
            "d’abord par une reconnaissance de caractères."
        ),
        "this file holds no text. If it is a scan, have its characters recognised first.",
    ),
    "binary": (
        "ce fichier n’est pas du texte. Enregistrez-le en texte (UTF-8), .docx ou .pdf.",
        "this file is no text. Save it as text (UTF-8), .docx or .pdf.",
    ),
    "broken": (
        "ce fichier n’est pas un document {kind}, ou il est abîmé. Enregistrez-le à nouveau.",
        "this file is no {kind} document, or it is damaged. Save it again.",
    ),
    "locked": (
        "ce document est protégé par un mot de passe. Donnez-en une copie sans protection.",
        "this document is locked by a password. Give a copy that is not.",
    ),
    "pages": (
        "ce document a plus de 2000 pages, le maximum admis. Découpez-le.",
        "this document has more than 2000 pages, the most allowed. Split it.",
    ),
    "memory": (
        (
            "ce document demande plus de mémoire qu’il n’est permis. Découpez-le ou retirez ses "
            "images."
        ),
        "this document needs more memory than is allowed. Split it or remove its images.",
    ),
    "time": (
        "la lecture de ce document a été arrêtée au bout de {seconds} s. Découpez-le.",
        "the reading of this document was stopped after {seconds} s. Split it.",
    ),
}


def _say(name: str, key: str, **fields: str) -> Fault:
    fr, en = (words.format(**{"kind": "", **fields}) for words in _MESSAGES[key])
    return Fault(fr=fr, en=en, file=name)


def _unreadable(name: str, error: OSError) -> Fault:
    why = error.strerror or type(error).__name__
    return Fault(
        fr=f"ce fichier ne se lit pas ({why}). Vérifiez son nom et vos droits.",
        en=f"this file cannot be read ({why}). Check its name and your rights.",
        file=name,
    )
