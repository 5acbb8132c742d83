"""Records of decisions, read back: one that was touched since is refused."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from typing import TypeAlias

from kg.domain.records import Record
from kg.errors import Fault, UsageError
from kg.imports.files import decoded

__all__ = ["MAX_RECORD", "read_record"]

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"

MAX_RECORD = 20_000_000
"""How many bytes a record may have: an answer carries all its proofs."""

_FORMAT = "hds-record/1"


def read_record(data: bytes, source: str) -> Record:
    """Return the record that a file holds.

    Raises:
        CaseError: the bytes are too many, binary, or not UTF-8.
        UsageError: the text is no record, or what it holds is not what it says it holds.
    """
    try:
        tree: Json = json.loads(decoded(data, source, most=MAX_RECORD))
    except (ValueError, RecursionError) as error:
        raise UsageError(_no_record(source)) from error
    match tree:
        case {
            "format": str(format_),
            "date": str(day),
            "authorityFloor": str(floor),
            "prov:wasGeneratedBy": {"used": [dict(case), dict(law)]},
            "prov:wasAttributedTo": {"version": str(engine)},
            "sha256": str(digest),
            "answer": dict(answer),
        } if format_ == _FORMAT:
            line = json.dumps(answer, ensure_ascii=False, separators=(",", ":"))
            _check(line, digest, source, "answer")
            _check(str(case.get("caseFile")), str(case.get("sha256")), source, "caseFile")
            return Record(
                case=str(case["caseFile"]),
                day=_day(day, source),
                floor=floor,
                ontology=str(law.get("sha256")),
                version=str(law.get("version")),
                engine=engine,
                answer=line,
            )
        case _:
            raise UsageError(_no_record(source))


def _day(text: str, source: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(_no_record(source)) from error


def _check(text: str, digest: str, source: str, key: str) -> None:
    if hashlib.sha256(text.encode()).hexdigest() != digest:
        raise UsageError(
            Fault(
                fr=f"« {key} » n’est plus ce qui a été enregistré : son empreinte diffère. "
                "Reprenez le fichier d’origine.",
                en=f"“{key}” is no longer what was recorded: its digest differs. Take the original "
                "file.",
                file=source,
                key=key,
            )
        )


def _no_record(source: str) -> Fault:
    return Fault(
        fr=f"ce fichier n’est pas un enregistrement de décision ({_FORMAT}). Écrivez-en un avec "
        "kg export --format record.",
        en=f"this file is no record of a decision ({_FORMAT}). Write one with kg export --format "
        "record.",
        file=source,
    )
