"""Call of the catalogue: the citations of a memo."""

from __future__ import annotations

from collections.abc import Iterator

from kg.domain.audits import CitationStatus
from kg.domain.law import Citation
from kg.domain.questions import Question
from kg.services.citing import Citations
from kg.services.questions.cells import Row, citations, number, plain
from kg.services.questions.values import Values
from kg.services.workspace import Workspace

__all__ = ["stale_citations"]


def stale_citations(workspace: Workspace, question: Question, values: Values) -> Iterator[Row]:
    """Yield the citations of a memo that no longer are, or not yet are, in force on the day."""
    del question
    for found in Citations(workspace, values.day).judge(values.texts["document"]):
        if found.status in {CitationStatus.SUPERSEDED, CitationStatus.NOT_YET}:
            yield (
                number(found.line),
                plain(found.text),
                plain(found.status.value),
                citations(_one(found.cited), values.lang),
                plain(found.since.isoformat() if found.since else ""),
                citations(found.by, values.lang),
                citations(_one(found.current), values.lang),
            )


def _one(citation: Citation | None) -> tuple[Citation, ...]:
    return (citation,) if citation else ()
