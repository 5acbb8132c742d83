"""Audit: what the citations and the claims of a text are worth on a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kg.domain.audits import AuditReport
from kg.domain.texts import Language
from kg.exports.audit_json import audit_to_json
from kg.exports.audit_text import audit_to_text
from kg.sandbox.documents import MOST_BYTES, read_document, read_document_file
from kg.services.citing import Citations
from kg.services.claims import Claims
from kg.services.workspace import Workspace

__all__ = ["MOST_BYTES", "audit", "audit_as_json", "audit_as_text", "read_file", "read_upload"]


def audit(workspace: Workspace, text: str, *, on: date) -> AuditReport:
    """Return what a text cites and claims, judged by the law of the day `on`."""
    citations = Citations(workspace, on)
    return AuditReport(
        day=on,
        citations=citations.judge(text),
        claims=Claims(workspace, citations, on).judge(text),
    )


def read_file(path: Path) -> str:
    """Return the text of a document: .txt, .md, .docx or .pdf.

    Raises:
        UsageError: the file is missing, too big, of another kind, or cannot be read.
    """
    return read_document_file(path)


def read_upload(name: str, content: bytes) -> str:
    """Return the text of a document given by its name and its bytes.

    Raises:
        UsageError: the file is too big, of another kind, or cannot be read.
    """
    return read_document(name, content)


def audit_as_json(report: AuditReport) -> str:
    """Return the report as one line of JSON (`hds-audit/1`), in both languages."""
    return audit_to_json(report)


def audit_as_text(report: AuditReport, lang: Language) -> str:
    """Return the report as a person reads it."""
    return audit_to_text(report, lang)
