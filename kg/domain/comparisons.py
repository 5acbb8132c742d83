"""What changes between two answers, and why: other facts, another day, another reading."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kg.domain.answers import Outcome, Status
from kg.domain.law import Citation
from kg.domain.texts import EMPTY, Text

__all__ = [
    "ActorChanges",
    "Comparison",
    "ConclusionChange",
    "FactChange",
    "LawChange",
    "NormChange",
    "PositionChange",
    "Presence",
    "RoleChange",
    "Side",
]


class Presence(StrEnum):
    """On which of the two sides something is, or counts."""

    BEFORE = "before"
    AFTER = "after"
    BOTH = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two answers compared: whose case, the law of which day, from which sources.

    `reading` is the id of the reading retained, "" where every admissible one is.
    """

    case: str
    title: Text
    day: date
    floor: str = ""
    reading: str = ""
    reading_label: Text = EMPTY


@dataclass(frozen=True, slots=True, kw_only=True)
class FactChange:
    """A fact that the two cases state otherwise; a side that says nothing of it is empty.

    `decides`: some conclusion that changes rests on it.
    """

    fact: str
    label: Text
    before: Text
    after: Text
    decides: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LawChange:
    """A ground of the law, or a reading of it (`is_reading`), that counts on one side alone.

    `presence` is that side. `decides`: some conclusion that changes rests on it.
    """

    ground: str
    label: Text
    presence: Presence
    citations: tuple[Citation, ...]
    since: date | None = None
    until: date | None = None
    is_reading: bool = False
    decides: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ConclusionChange:
    """A conclusion that changes: its answer, or the activities that it is a yes for.

    `facts` are the paths of the differing facts, and `law` the grounds, that its two proofs
    rest on.
    """

    question: str
    label: Text
    before: Outcome
    after: Outcome
    activities_before: tuple[str, ...] = ()
    activities_after: tuple[str, ...] = ()
    missing_before: tuple[str, ...] = ()
    missing_after: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    law: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleChange:
    """A role in law that the actor gains (`AFTER`) or loses (`BEFORE`)."""

    id: str
    label: Text
    presence: Presence
    facts: tuple[str, ...] = ()
    law: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NormChange:
    """A norm that binds otherwise, or is kept otherwise; `NO` and None where it does not bind."""

    id: str
    label: Text
    modality: str
    provision: str
    before: Outcome
    after: Outcome
    status_before: Status | None = None
    status_after: Status | None = None
    facts: tuple[str, ...] = ()
    law: tuple[str, ...] = ()

    @property
    def is_breached_anew(self) -> bool:
        """Whether the norm is breached after and was not before."""
        return self.status_after is Status.BREACHED is not self.status_before


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionChange:
    """A reading that would change one answer and not the other, or change it otherwise."""

    conclusion: str
    question: str
    reading: str
    label: Text
    before: Outcome | None
    after: Outcome | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorChanges:
    """All that changes about one actor; `presence` tells whether both cases have that actor."""

    id: str
    name: str
    presence: Presence
    conclusions: tuple[ConclusionChange, ...] = ()
    roles: tuple[RoleChange, ...] = ()
    norms: tuple[NormChange, ...] = ()
    positions: tuple[PositionChange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two answers side by side: what differs in the facts and in the law, what changes for whom.

    `actors` are those about whom something changes.
    """

    before: Side
    after: Side
    facts: tuple[FactChange, ...]
    law: tuple[LawChange, ...]
    actors: tuple[ActorChanges, ...]
    labels: tuple[tuple[str, Text], ...] = ()

    @property
    def is_same(self) -> bool:
        """Whether nothing changes for anybody."""
        return not self.actors
