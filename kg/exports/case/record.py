"""A record of a decision as JSON-LD: PROV for how it came about, EARL for what came out.

Source: W3C, PROV-O, section 3.1; EARL 1.0, sections 2.1 to 2.6; JSON-LD 1.1, sections 4.2.2, 4.9.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import TypeAlias

from kg.domain.answers import Answer, Outcome
from kg.domain.records import Record
from kg.store.prefixes import BASE, CASE, PREFIXES

__all__ = ["FORMAT", "record_to_jsonld"]

FORMAT = "hds-record/1"

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"

_OUTCOMES = {
    Outcome.YES: "earl:passed",
    Outcome.NO: "earl:failed",
    Outcome.CONTESTED: "earl:cantTell",
    Outcome.UNDETERMINED: "earl:cantTell",
}
_CONTEXT: dict[str, Json] = {
    **{name: PREFIXES[name] for name in ("prov", "earl", "dcterms", "hds", "case", "xsd")},
    "format": "dcterms:format",
    "date": {"@id": "dcterms:date", "@type": "xsd:date"},
    "authorityFloor": {"@id": f"{BASE}record#authorityFloor"},
    "caseFile": {"@id": f"{BASE}record#caseFile"},
    "sha256": {"@id": f"{BASE}record#sha256"},
    "version": {"@id": f"{BASE}record#version"},
    "answer": {"@id": f"{BASE}record#answer", "@type": "@json"},
    "assertions": {"@id": f"{BASE}record#assertion", "@container": "@set"},
    "used": {"@id": "prov:used", "@container": "@set"},
}


def record_to_jsonld(record: Record, answer: Answer) -> bytes:
    """Return a record as JSON-LD, its context within; nothing is fetched to read it."""
    digest = _digest(record.answer)
    document: dict[str, Json] = {
        "@context": _CONTEXT,
        "@id": f"urn:sha256:{digest}",
        "@type": "prov:Entity",
        "format": FORMAT,
        "date": record.day.isoformat(),
        "authorityFloor": record.floor,
        "prov:wasGeneratedBy": {"@type": "prov:Activity", "used": list(_used(record))},
        "prov:wasAttributedTo": _engine(record),
        "sha256": digest,
        "assertions": list(_assertions(record, answer)),
        "answer": json.loads(record.answer),
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _used(record: Record) -> Iterator[Json]:
    digest = _digest(record.case)
    yield {
        "@id": f"urn:sha256:{digest}",
        "@type": ["prov:Entity", "prov:Plan"],
        "sha256": digest,
        "caseFile": record.case,
    }
    yield {
        "@id": f"{BASE}ontology",
        "@type": "prov:Entity",
        "sha256": record.ontology,
        "version": record.version,
    }


def _engine(record: Record) -> Json:
    return {
        "@id": f"urn:pypi:hds-knowledge-graph:{record.engine}",
        "@type": ["prov:SoftwareAgent", "earl:Software"],
        "version": record.engine,
    }


def _assertions(record: Record, answer: Answer) -> Iterator[Json]:
    for actor in answer.actors:
        for conclusion in (actor.certification, actor.approval):
            yield {
                "@type": "earl:Assertion",
                "earl:assertedBy": {"@id": f"urn:pypi:hds-knowledge-graph:{record.engine}"},
                "earl:mode": {"@id": "earl:automatic"},
                "earl:subject": {"@id": f"{CASE}{answer.case}/actors/{actor.id}"},
                "earl:test": {"@id": f"{BASE}record#{conclusion.question}"},
                "earl:result": {
                    "@type": "earl:TestResult",
                    "earl:outcome": {"@id": _OUTCOMES[conclusion.answer]},
                    "dcterms:description": conclusion.answer.value,
                },
            }


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
