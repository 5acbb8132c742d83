"""Why: the reasons of an answer in short and in full, the rival readings, the roles in law."""

from __future__ import annotations

from collections.abc import Iterator

from kg.domain.answers import ActorAnswer, Conclusion, Outcome, Position
from ui.components.markup import Html, bullets, details, element, joined, sentence
from ui.components.places import cites
from ui.components.proof import brief, why
from ui.components.scales import rank_label
from ui.components.verdicts import outcome_badge, signed, tone
from ui.session import language, say

__all__ = ["reasons"]


def reasons(actor: ActorAnswer) -> Html:
    """Return why the answers about one actor are what they are."""
    return element(
        "div",
        *_conclusion(actor.certification),
        *_conclusion(actor.approval),
        _roles(actor),
        class_="part",
    )


def _conclusion(conclusion: Conclusion) -> Iterator[Html]:
    yield element("h3", signed(conclusion), class_=f"verdict {tone(conclusion).value}")
    match conclusion.answer:
        case Outcome.YES | Outcome.NO if conclusion.because is not None:
            yield brief(conclusion.because)
        case Outcome.UNDETERMINED:
            yield element("p", say("why.undetermined"))
        case _:
            pass
    if conclusion.positions:
        yield _positions(conclusion)


def _positions(conclusion: Conclusion) -> Html:
    """Return the rival readings, each with its holder, its rank and where it leads."""
    is_open = conclusion.answer is Outcome.CONTESTED
    items = bullets(_position(conclusion.question, position) for position in conclusion.positions)
    title = say("positions", count=len(conclusion.positions))
    return details(title, items, is_open=is_open, class_="positions")


def _position(question: str, position: Position) -> Html:
    lang = language()
    holder = sentence(position.holder.say(lang))
    standing = say(f"standing.{position.standing}")
    notes = [holder, rank_label(position.authority), standing, cites(position.source)]
    return joined(
        [
            element("em", position.question_label.say(lang), class_="asked"),
            sentence(position.reading_label.say(lang)),
            " → ",
            outcome_badge(question, position.answer),
            element("small", joined(notes, " · ")),
            why(position.because),
        ]
    )


def _roles(actor: ActorAnswer) -> Html:
    if not actor.roles:
        return element("p", say("no_role"), class_="roles")
    labels = ", ".join(role.label.say(language()) for role in actor.roles)
    proofs = (why(role.because, sentence(role.label.say(language()))) for role in actor.roles)
    return details(say("roles", roles=labels), *proofs, class_="roles")
