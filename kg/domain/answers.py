"""What the program answers (the contract's `hds-answer/1`), and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kg.domain.law import Citation
from kg.domain.proofs import Step
from kg.domain.texts import EMPTY, Text

__all__ = [
    "ActorAnswer",
    "Answer",
    "Change",
    "Conclusion",
    "Flip",
    "LeftOpen",
    "MissingFact",
    "NormAnswer",
    "Outcome",
    "Position",
    "RoleAnswer",
    "Status",
]


class Outcome(StrEnum):
    """A legal answer. Silence is never a no."""

    YES = "yes"
    NO = "no"
    CONTESTED = "contested"
    UNDETERMINED = "undetermined"


class Status(StrEnum):
    """Whether a norm that binds somebody is kept."""

    MET = "met"
    BREACHED = "breached"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """One reading of an open question, and the answer that it leads to."""

    question: str
    reading: str
    question_label: Text
    reading_label: Text
    answer: Outcome
    source: tuple[Citation, ...]
    holder: Text
    authority: str
    standing: str
    because: Step | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingFact:
    """A fact that can still change the answer; `settles`: the replies that settle it alone.

    `gain` is the doubt about the answer, in bits, that a reply removes on average, every reply to
    every question being as likely as any other; `doubt` is the whole of it.
    """

    fact: str
    question: Text
    settles: tuple[tuple[str, Outcome], ...]
    replies: tuple[tuple[str, Text], ...] = ()
    gain: float = 0.0
    doubt: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One stated fact changed: its path, what it says now, what it would say; in words too."""

    fact: str
    now: str
    then: str
    label: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Flip:
    """The smallest change of the stated facts that leads to another answer."""

    changes: tuple[Change, ...]
    answer: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclusion:
    """The answer to one question about one actor.

    `activities`, `covered` and `missing` are for the certificate only: the activities that it
    must cover, split by the certificates held that count on the day.
    `because` is None only where nothing could be concluded.
    """

    question: str
    label: Text
    answer: Outcome
    authority: str
    positions: tuple[Position, ...] = ()
    missing_facts: tuple[MissingFact, ...] = ()
    flips: tuple[Flip, ...] = ()
    because: Step | None = None
    activities: tuple[str, ...] = ()
    covered: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleAnswer:
    """A role that the actor has in law, and why."""

    id: str
    label: Text
    because: Step | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NormAnswer:
    """A norm and one actor: whether it binds, whether it is kept, and why."""

    id: str
    label: Text
    modality: str
    provision: str
    citations: tuple[Citation, ...]
    authority: str
    status: Status
    binding: Outcome = Outcome.YES
    penalties: tuple[Citation, ...] = ()
    owed_to: Text = EMPTY
    because: Step | None = None
    status_because: Step | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorAnswer:
    """Everything concluded about one actor.

    `norms` bind under every admissible reading and whatever is unknown; `possible_norms` bind
    under some reading, or if some unknown fact is so.
    """

    id: str
    name: str
    roles: tuple[RoleAnswer, ...]
    certification: Conclusion
    approval: Conclusion
    norms: tuple[NormAnswer, ...]
    possible_norms: tuple[NormAnswer, ...] = ()

    @property
    def breaches(self) -> tuple[str, ...]:
        """The ids of the norms that the actor breaches."""
        return tuple(norm.id for norm in self.norms if norm.status is Status.BREACHED)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOpen:
    """What the sources above a floor leave open, and what settles it below.

    `settled_from` is the highest rank of the provisions `settled_by`.
    """

    question: str
    label: Text
    settled_by: tuple[Citation, ...]
    settled_from: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answer to a case on a day, concluded from sources of rank `floor` and above.

    `left_open` is what those sources do not settle and the answer depends on; `norms_below`, the
    labels of the norms that only weaker sources impose, by their ids. `labels` are the words of
    the activities and ranks that it names by their ids.
    """

    case: str
    title: Text
    day: date
    floor: str
    actors: tuple[ActorAnswer, ...]
    left_open: tuple[LeftOpen, ...] = ()
    norms_below: tuple[tuple[str, Text], ...] = ()
    labels: tuple[tuple[str, Text], ...] = ()

    def label(self, id: str) -> Text:  # noqa: A002 - the contract's word
        """Return the words of an activity or a rank, its id where it has none."""
        return dict(self.labels).get(id, Text(id, id))

    def actor(self, id: str) -> ActorAnswer | None:  # noqa: A002 - the contract's word
        """Return the answer about one actor, or None."""
        return next((actor for actor in self.actors if actor.id == id), None)
