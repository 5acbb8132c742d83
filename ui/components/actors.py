"""One actor's card: the answer, its reasons, what is missing, what would change it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from kg.domain.answers import ActorAnswer, Conclusion, Flip, MissingFact, Outcome, Position
from ui.components.markup import (
    Html,
    badge,
    bullets,
    details,
    element,
    joined,
    link,
    sentence,
)
from ui.components.names import name_of
from ui.components.norms import norms
from ui.components.proof import doubts, provisions, why
from ui.components.scales import activity_label, rank_label
from ui.components.verdicts import Tone, outcome_badge, signed, tone
from ui.session import language, say

__all__ = ["card"]

_FIRST_FLIPS = 8


def card(actor: ActorAnswer, day: str) -> Html:
    """Return everything concluded about one actor."""
    return element(
        "article",
        element("h2", name_of(actor)),
        _roles(actor),
        *_conclusion(actor.certification, day),
        element("h3", signed(actor.approval), class_=f"second {tone(actor.approval).value}"),
        *islice(_conclusion(actor.approval, day), 1, None),
        norms(actor),
        class_=f"actor {tone(actor.certification).value}",
    )


def _roles(actor: ActorAnswer) -> Html:
    if not actor.roles:
        return element("p", say("no_role"), class_="roles")
    labels = ", ".join(role.label.say(language()) for role in actor.roles)
    reasons = (why(role.because, sentence(role.label.say(language()))) for role in actor.roles)
    return details(say("roles", roles=labels), *reasons, class_="roles")


def _conclusion(conclusion: Conclusion, day: str) -> Iterator[Html]:
    yield element("h3", signed(conclusion), class_=f"verdict {tone(conclusion).value}")
    yield _rests_on(conclusion, day)
    if conclusion.activities:
        yield _activities(conclusion)
    if conclusion.because is not None:
        yield provisions(conclusion.because)
        yield why(conclusion.because)
    if conclusion.positions:
        yield _positions(conclusion)
    if conclusion.missing_facts:
        yield details(
            say("missing_facts", count=len(conclusion.missing_facts)),
            bullets(_missing(conclusion.question, fact) for fact in conclusion.missing_facts),
        )
    if conclusion.flips:
        yield _flips(conclusion)


def _rests_on(conclusion: Conclusion, day: str) -> Html:
    parts: list[str] = [say("law_of", day=day)]
    if conclusion.authority:
        parts.append(say("weakest", rank=rank_label(conclusion.authority)))
    notes = [joined(parts, " · ")]
    if uncertain := doubts(conclusion):
        title = say("not_verified_why", codes=", ".join(uncertain))
        notes.append(element("span", say("not_verified"), class_="badge doubt", title=title))
    return element("p", joined(notes, " "), class_="rests")


def _activities(conclusion: Conclusion) -> Html:
    return element(
        "div",
        element("strong", say("activities")),
        bullets(_activity(conclusion, activity) for activity in conclusion.activities),
        class_="activities",
    )


def _activity(conclusion: Conclusion, activity: str) -> Html:
    if activity in conclusion.covered:
        state = badge(say("covered"), Tone.HELD.value)
    elif activity in conclusion.missing:
        state = badge(say("missing"), Tone.OWED.value)
    else:
        state = badge(say("cover_unknown"), Tone.UNKNOWN.value)
    return joined([sentence(activity_label(activity)), " ", state])


def _positions(conclusion: Conclusion) -> Html:
    is_open = conclusion.answer is Outcome.CONTESTED
    items = bullets(_position(conclusion.question, position) for position in conclusion.positions)
    title = say("positions", count=len(conclusion.positions))
    return details(title, items, is_open=is_open, class_="positions")


def _position(question: str, position: Position) -> Html:
    lang = language()
    holder = sentence(position.holder.say(lang))
    standing = say(f"standing.{position.standing}")
    notes: list[str] = [holder, rank_label(position.authority), standing]
    notes += [link(citation, lang) for citation in position.source]
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


def _missing(question: str, missing: MissingFact) -> Html:
    labels = dict(missing.replies)
    leads = [
        joined(
            [
                labels[reply].say(language()) if reply in labels else reply,
                " → ",
                outcome_badge(question, outcome),
            ]
        )
        for reply, outcome in missing.settles
    ]
    settles = bullets(leads) if leads else element("small", say("settles_nothing"))
    return joined([missing.question.say(language()), " ", element("code", missing.fact), settles])


def _flips(conclusion: Conclusion) -> Html:
    items = [_flip(conclusion.question, flip) for flip in conclusion.flips]
    first, rest = items[:_FIRST_FLIPS], items[_FIRST_FLIPS:]
    more = details(say("show_more", count=len(rest)), bullets(rest)) if rest else Html("")
    return details(say("flips", count=len(items)), bullets(first), more)


def _flip(question: str, flip: Flip) -> Html:
    said = joined((change.label.say(language()) for change in flip.changes), say("and"))
    paths = joined((element("code", change.fact) for change in flip.changes), " ")
    return joined([said, " → ", outcome_badge(question, flip.answer), element("small", paths)])
