"""What an audit says of a text: each of its citations on a day, each of the claims it repeats."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kg.domain.law import Citation
from kg.domain.texts import EMPTY, Text

__all__ = ["AuditReport", "CitationFinding", "CitationStatus", "ClaimFinding", "ClaimTest"]


class CitationStatus(StrEnum):
    """What a citation is worth on a day."""

    IN_FORCE = "in_force"
    SUPERSEDED = "superseded"
    NOT_YET = "not_yet"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationFinding:
    """One citation of the text, on `line`, and its status on the day.

    `cited` is what the graph knows by it, None where it knows nothing. `since` is the first day
    of that status; `by` are the acts that superseded the wording cited, `change` what they
    changed, `current` the wording in force on the day.
    """

    text: str
    line: int
    status: CitationStatus
    cited: Citation | None = None
    since: date | None = None
    by: tuple[Citation, ...] = ()
    change: Text = EMPTY
    current: Citation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimTest:
    """One test of a claim: what was asked, of which case and actor, and what was answered."""

    asks: str
    expected: str
    found: str
    case: str = ""
    actor: str = ""

    @property
    def is_met(self) -> bool:
        """Whether the answer is the one that the verdict rests on."""
        return self.expected == self.found


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFinding:
    """A known claim that the text repeats on `line`, with the verdict and what it rests on."""

    id: str
    label: Text
    quote: str
    line: int
    verdict: str
    verdict_label: Text
    is_sound: bool
    explanation: Text
    sources: tuple[Citation, ...]
    confidence: str
    tests: tuple[ClaimTest, ...]

    @property
    def is_confirmed(self) -> bool:
        """Whether the graph was asked, and gave every answer that the verdict rests on."""
        return bool(self.tests) and all(test.is_met for test in self.tests)


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditReport:
    """The citations and claims found in a text, in its order, judged on a day."""

    day: date
    citations: tuple[CitationFinding, ...]
    claims: tuple[ClaimFinding, ...]

    @property
    def is_clean(self) -> bool:
        """Whether every citation is in force, and no claim is confirmed to be unsound."""
        in_force = all(c.status is CitationStatus.IN_FORCE for c in self.citations)
        return in_force and all(c.is_sound or not c.is_confirmed for c in self.claims)
