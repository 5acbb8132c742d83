"""An audit as JSON (`hds-audit/1`): stable keys, words in both languages."""

from __future__ import annotations

import json
from typing import TypeAlias

from kg.domain.audits import AuditReport, CitationFinding, ClaimFinding
from kg.domain.law import Citation
from kg.domain.texts import Text

__all__ = ["FORMAT", "audit_to_json"]

FORMAT = "hds-audit/1"

Json: TypeAlias = "bool | int | str | list[Json] | dict[str, Json] | None"


def audit_to_json(report: AuditReport) -> str:
    """Return the report as one line of JSON."""
    tree: dict[str, Json] = {
        "format": FORMAT,
        "date": report.day.isoformat(),
        "clean": report.is_clean,
        "citations": [_citation_finding(finding) for finding in report.citations],
        "claims": [_claim(finding) for finding in report.claims],
    }
    return json.dumps(tree, ensure_ascii=False, separators=(",", ":"))


def _citation_finding(finding: CitationFinding) -> Json:
    return {
        "text": finding.text,
        "line": finding.line,
        "status": finding.status.value,
        "cited": _citation(finding.cited),
        "since": finding.since.isoformat() if finding.since else None,
        "by": [_citation(act) for act in finding.by],
        "change": _text(finding.change),
        "current": _citation(finding.current),
    }


def _claim(finding: ClaimFinding) -> Json:
    return {
        "id": finding.id,
        "label": _text(finding.label),
        "quote": finding.quote,
        "line": finding.line,
        "verdict": finding.verdict if finding.is_confirmed else "not-confirmed",
        "stated_verdict": finding.verdict,
        "verdict_label": _text(finding.verdict_label),
        "confirmed": finding.is_confirmed,
        "explanation": _text(finding.explanation),
        "sources": [_citation(source) for source in finding.sources],
        "confidence": finding.confidence,
        "tests": [
            {
                "case": test.case,
                "actor": test.actor,
                "asks": test.asks,
                "expected": test.expected,
                "found": test.found,
            }
            for test in finding.tests
        ],
    }


def _citation(citation: Citation | None) -> Json:
    if citation is None:
        return None
    return {"iri": citation.iri, "label": _text(citation.label), "url": citation.url}


def _text(text: Text) -> Json:
    return {"fr": text.fr, "en": text.en}
