"""The answer, before anything else: who must do what, for which activities, on which day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import streamlit as st

from kg.domain.answers import ActorAnswer, Answer, Conclusion, Outcome
from ui.components.markup import Html, badge, bullets, element, joined, plain, sentence, show
from ui.components.names import called, name_of
from ui.components.proof import doubts
from ui.components.scales import activity_label, rank_label
from ui.components.verdicts import Tone, concern, in_short, outcome_badge, signed, tone
from ui.session import language, put, say, say_day, situation

__all__ = ["activities", "hero", "looked_at", "others", "rests_on", "who"]


def looked_at(answer: Answer) -> ActorAnswer | None:
    """Return the actor that the user looks at, else the most concerned; None without actors."""
    chosen = answer.actor(situation().who)
    ranked = concern(answer)
    return chosen or (ranked[0] if ranked else None)


def who(answer: Answer, actor: ActorAnswer) -> None:
    """Offer the actors to look at, where there are several."""
    now = situation()
    ids = [other.id for other in answer.actors]
    if len(ids) < 2:  # noqa: PLR2004 - one actor leaves no choice
        return
    key = f"who/{now.revision}/{actor.id}"
    st.segmented_control(
        say("who"),
        ids,
        default=actor.id,
        required=True,
        format_func={name: plain(called(now.case, name)) for name in ids}.__getitem__,
        key=key,
        label_visibility="collapsed",
        on_change=_looked_at,
        args=(key,),
    )


def _looked_at(key: str) -> None:
    put(replace(situation(), who=st.session_state[key]))


def hero(answer: Answer, actor: ActorAnswer) -> Html:
    """Return what is concluded about an actor, in a few lines."""
    certification = actor.certification
    return element(
        "section",
        element("p", name_of(actor), " · ", say("certificate"), class_="who"),
        element("h2", in_short(certification), class_="verdict"),
        *_gist(certification),
        element("p", signed(actor.approval), class_="second"),
        element("p", joined(_counts(actor), " · "), class_="counts"),
        rests_on(certification, say_day(answer.day)),
        class_=f"hero {tone(certification).value}",
        aria_label=say("answer"),
        role="region",
    )


def _gist(conclusion: Conclusion) -> Iterator[Html]:
    """Yield what the answer means: for which activities, under which readings, what is missing."""
    match conclusion.answer:
        case Outcome.YES:
            yield activities(conclusion)
        case Outcome.NO:
            if conclusion.positions:
                yield element("p", say("gist.no_but", count=len(conclusion.positions)))
        case Outcome.CONTESTED:
            yield element("p", say("gist.contested"))
            yield bullets(
                joined(
                    [
                        sentence(position.reading_label.say(language())),
                        " → ",
                        outcome_badge(conclusion.question, position.answer),
                    ]
                )
                for position in conclusion.positions
                if position.answer is not Outcome.CONTESTED
            )
        case Outcome.UNDETERMINED:
            yield element("p", say("gist.undetermined", count=len(conclusion.missing_facts)))


def activities(conclusion: Conclusion) -> Html:
    """Return the activities that the certificate must cover, each covered or not."""
    if not conclusion.activities:
        return Html("")
    items = (_activity(conclusion, activity) for activity in conclusion.activities)
    return element("div", element("p", say("activities")), bullets(items), class_="activities")


def _activity(conclusion: Conclusion, activity: str) -> Html:
    if activity in conclusion.covered:
        state = badge(say("covered"), Tone.HELD.value)
    elif activity in conclusion.missing:
        state = badge(say("missing"), Tone.OWED.value)
    else:
        state = badge(say("cover_unknown"), Tone.UNKNOWN.value)
    return joined([sentence(activity_label(activity)), " ", state])


def _counts(actor: ActorAnswer) -> Iterator[str]:
    if actor.breaches:
        said = say("count.breaches", count=len(actor.breaches))
        yield element("strong", said, class_="owed count")
    if actor.norms:
        yield say("count.norms", count=len(actor.norms))
    if actor.possible_norms:
        yield say("count.possible", count=len(actor.possible_norms))


def rests_on(conclusion: Conclusion, day: str) -> Html:
    """Return the day, the weakest rank that the answer rests on, and whether it was verified."""
    parts: list[str] = [say("law_of", day=day)]
    if conclusion.authority:
        parts.append(say("weakest", rank=rank_label(conclusion.authority)))
    notes = [joined(parts, " · ")]
    if uncertain := doubts(conclusion):
        title = say("not_verified_why", codes=", ".join(uncertain))
        notes.append(element("span", say("not_verified"), class_="badge doubt", title=title))
    return element("p", joined(notes, " "), class_="rests")


def others(answer: Answer, actor: ActorAnswer) -> None:
    """Show in a line each what the other actors owe."""
    lines = [
        joined([element("strong", name_of(other)), say("colon"), in_short(other.certification)])
        for other in concern(answer)
        if other.id != actor.id
    ]
    if lines:
        show(element("div", bullets(lines), class_="others"))
