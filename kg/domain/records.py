"""A record of a decision: everything that it takes to decide again, and to see whether it is so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

__all__ = ["Moved", "Record", "Replay"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A case, the law and the program that decided it, and what was decided.

    `case` is the case file, `answer` the answer (`hds-answer/1`) as one line of JSON. `ontology`
    is the SHA-256 of the canonical triples that were read (RDFC-1.0), `engine` the version of the
    program. `floor` is the rank from which sources count, "" for all.
    """

    case: str
    day: date
    floor: str
    ontology: str
    version: str
    engine: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """One place where the decision comes out otherwise: its path in the answer, then and now."""

    path: str
    then: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Replay:
    """What came of deciding again.

    `is_same`: the answer is the same to the byte. `ontology` and `engine` tell whether the law
    and the program are still those of the record; `moved` is where the answer differs.
    """

    case: str
    is_same: bool
    ontology: bool
    engine: bool
    moved: tuple[Moved, ...] = ()
