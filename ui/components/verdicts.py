"""The answer to one question about one actor, in a sentence that nobody can miss."""

from __future__ import annotations

from enum import StrEnum

from kg.domain.answers import ActorAnswer, Answer, Conclusion, Outcome, Status
from ui.components.markup import Html, badge, element
from ui.session import say

__all__ = [
    "Tone",
    "concern",
    "in_short",
    "outcome_badge",
    "signed",
    "status_badge",
    "tone",
    "verdict",
]


class Tone(StrEnum):
    """How an answer looks: always a sign and words too, never a colour alone."""

    OWED = "owed"
    DUE = "due"
    HELD = "held"
    FREE = "free"
    OPEN = "open"
    UNKNOWN = "unknown"


_SIGNS = {
    Tone.OWED: "!",
    Tone.DUE: "•",
    Tone.HELD: "✓",
    Tone.FREE: "–",
    Tone.OPEN: "≠",
    Tone.UNKNOWN: "?",
}
_STATUS = {Status.MET: "free", Status.BREACHED: "owed", Status.UNKNOWN: "unknown"}


def tone(conclusion: Conclusion) -> Tone:
    """Return how a conclusion looks."""
    match conclusion.answer:
        case Outcome.YES:
            return _of_yes(conclusion)
        case Outcome.NO:
            return Tone.FREE
        case Outcome.CONTESTED:
            return Tone.OPEN
        case Outcome.UNDETERMINED:
            return Tone.UNKNOWN


def _of_yes(conclusion: Conclusion) -> Tone:
    match _kept(conclusion):
        case "held":
            return Tone.HELD
        case "":
            return Tone.DUE
        case _:
            return Tone.OWED


def verdict(conclusion: Conclusion) -> str:
    """Return the answer as a sentence: « Doit être certifié »."""
    kept = _kept(conclusion)
    return say(f"{conclusion.question}.{kept or conclusion.answer.value}")


def _kept(conclusion: Conclusion) -> str:
    """Tell whether what is due is there; "" where nobody knows."""
    if not conclusion.activities:
        return ""
    if conclusion.covered == conclusion.activities:
        return "held"
    if conclusion.missing == conclusion.activities:
        return "lacking"
    return "partly" if conclusion.missing else ""


def signed(conclusion: Conclusion) -> Html:
    """Return the answer with its sign."""
    return _signed(tone(conclusion), verdict(conclusion))


def in_short(conclusion: Conclusion) -> Html:
    """Return the answer with its sign, where what it is about stands already."""
    match conclusion.answer:
        case Outcome.YES | Outcome.NO:
            return signed(conclusion)
        case Outcome.CONTESTED | Outcome.UNDETERMINED:
            return _signed(tone(conclusion), say(f"short.{conclusion.answer.value}"))


def _signed(sort: Tone, words: str) -> Html:
    sign = element("span", _SIGNS[sort], class_=f"sign {sort.value}", aria_hidden="true")
    return element("span", sign, " ", element("span", words), class_="signed")


def outcome_badge(question: str, outcome: Outcome) -> Html:
    """Return another answer that could be given, as a badge."""
    sorts = {
        Outcome.YES: "due",
        Outcome.NO: "free",
        Outcome.CONTESTED: "open",
        Outcome.UNDETERMINED: "unknown",
    }
    return badge(say(f"{question}.{outcome.value}"), sorts[outcome])


def status_badge(status: Status) -> Html:
    """Return whether a norm is kept, as a badge."""
    return badge(say(f"status.{status.value}"), _STATUS[status])


def concern(answer: Answer) -> list[ActorAnswer]:
    """Return the actors, the most concerned first."""
    order = [Tone.OWED, Tone.DUE, Tone.OPEN, Tone.UNKNOWN, Tone.HELD, Tone.FREE]

    def rank(actor: ActorAnswer) -> tuple[int, bool, int]:
        tones = (tone(actor.certification), tone(actor.approval))
        worst = min(order.index(sort) for sort in tones)
        return worst, not actor.breaches, -len(actor.certification.flips)

    return sorted(answer.actors, key=rank)
