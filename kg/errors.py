"""Every error that a user of the project can meet.

    HdsError
    ├── UsageError          wrong use of a command or a function
    ├── CaseError           a case file that breaks its format: all its faults at once
    ├── OntologyError       an ontology that cannot be taken, with the axiom named
    ├── ReleaseError        a release missing, damaged or not to be written
    ├── QueryError          a query refused, stopped or wrong
    ├── ReasonerError       the reference reasoner missing, stopped or failing
    └── ExportError         something that cannot be written

A message says what, where, what is allowed and what to do, in French and in English.
Programming errors stay Python's own and in English.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal, TypeAlias

__all__ = [
    "CaseError",
    "ExportError",
    "Fault",
    "HdsError",
    "OntologyError",
    "QueryError",
    "QueryReason",
    "ReasonerError",
    "ReleaseError",
    "UsageError",
]


QueryReason: TypeAlias = Literal["wrong", "refused", "too-big", "too-slow", "busy", "unacceptable"]
"""Why a query has no answer: it is wrong, it asks for what nobody may, it or its result passes a
limit of size, it passes a limit of time or memory, others come first, or nothing that the asker
takes can hold its result."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing wrong, where it is, and what to do about it, in both languages.

    `line` counts from 1 and is 0 where no line can be named; `key` is the path in the file.
    """

    fr: str
    en: str
    file: str = ""
    line: int = 0
    key: str = ""

    def say(self, lang: str) -> str:
        """Return the message, led by its place, in `lang` (`fr` or `en`)."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        words = self.fr if lang == "fr" else self.en
        return " ".join(part for part in (f"{place}:" if place else "", words) if part)


class HdsError(Exception):
    """Something that the person who uses the program can mend; exit status 2."""

    exit_code: ClassVar[int] = 2

    def __init__(self, *faults: Fault) -> None:
        """Keep the faults, of which there is at least one."""
        super().__init__("\n".join(fault.say("en") for fault in faults))
        self.faults = faults

    def say(self, lang: str) -> str:
        """Return every fault, one a line, in `lang` (`fr` or `en`)."""
        return "\n".join(fault.say(lang) for fault in self.faults)


class UsageError(HdsError):
    """A command or a function was called with something that it cannot take."""


class CaseError(HdsError):
    """A case file breaks its format, or contradicts itself."""


class OntologyError(HdsError):
    """The ontology holds an axiom that the fast engine cannot take, or is inconsistent."""


class ReleaseError(HdsError):
    """A release is missing or damaged, or cannot be written."""


class QueryError(HdsError):
    """A query is wrong, is refused, or was stopped; `reason` says which, for programs."""

    def __init__(self, *faults: Fault, reason: QueryReason = "wrong") -> None:
        """Keep the faults and the reason."""
        super().__init__(*faults)
        self.reason: QueryReason = reason


class ReasonerError(HdsError):
    """The reference reasoner is missing, was stopped, or failed."""


class ExportError(HdsError):
    """Something cannot be written in the format or at the place asked for."""
