"""An interview: one question at a time, the one whose reply helps most."""

from __future__ import annotations

from dataclasses import dataclass

from kg.domain.answers import Outcome
from kg.domain.case_format import ValueKind
from kg.domain.texts import Text

__all__ = ["Concern", "Question", "Reply"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """A conclusion that hangs on a question: its id (`certification`, `approval`), its label."""

    id: str
    label: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One reply that a question allows: what the case file writes, and how a person reads it.

    `leads` gives, for each conclusion that the reply settles by itself, the answer to it.
    """

    value: str
    label: Text
    leads: tuple[tuple[Concern, Outcome], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """The next question to ask about one actor of a case.

    `fact` is the path of the fact in the case, `entity` the path of what it is said of ("" where
    it is asked whether a section holds anything at all) and `key` its key there. `subject` names
    the entity as the user does. `several`: the replies are the values of a list, of which any
    number may be given, or none at all. `why` says what hangs on the question, `concerns` which
    conclusions. `settles`, from 0 to 1, is the share of what is not known of these conclusions
    that a reply settles on average, every reply being as likely as any other. `left` counts the
    facts that can still change them, this one included.
    """

    fact: str
    entity: str
    key: str
    kind: ValueKind
    subject: Text
    wording: Text
    replies: tuple[Reply, ...]
    several: bool
    why: Text
    concerns: tuple[Concern, ...]
    settles: float
    left: int
