"""What would change the answer: the facts that are missing, the facts that would flip it."""

from __future__ import annotations

from collections.abc import Iterator

from kg.domain.answers import ActorAnswer, Conclusion, Flip, MissingFact
from kg.domain.cases import Case
from ui.components.markup import Html, bullets, details, element, joined, sentence
from ui.components.names import called
from ui.components.verdicts import outcome_badge, signed
from ui.session import language, say, situation

__all__ = ["flips", "missing"]

_FIRST_FLIPS = 6


def missing(actor: ActorAnswer) -> Html:
    """Return the facts that can still change the answers about an actor, the decisive first."""
    parts = [_missing_for(c) for c in (actor.certification, actor.approval) if c.missing_facts]
    said = parts or [element("p", say("missing.none"))]
    return element("div", *said, class_="part")


def _missing_for(conclusion: Conclusion) -> Html:
    items = (_missing(conclusion.question, fact) for fact in conclusion.missing_facts)
    return joined([element("h3", signed(conclusion)), element("ol", *map(_item, items))])


def _item(content: Html) -> Html:
    return element("li", content)


def _missing(question: str, fact: MissingFact) -> Html:
    lines = bullets(_leads(question, fact)) if fact.settles else Html("")
    none = "" if fact.settles else element("small", say("settles_nothing"))
    about = element("code", fact.fact)
    return joined([fact.question.say(language()), " ", about, none, lines])


def _leads(question: str, fact: MissingFact) -> Iterator[Html]:
    """Yield where the replies lead, those that lead to the same place together."""
    case = situation().case
    for end in dict.fromkeys(outcome for _, outcome in fact.settles):
        replies = [_reply_label(case, fact, reply) for reply, out in fact.settles if out is end]
        yield joined([", ".join(replies), " → ", outcome_badge(question, end)])


def _reply_label(case: Case, fact: MissingFact, reply: str) -> str:
    """Return what a person reads for a reply: its words, or the actor that it names."""
    if case.find("actors", reply) is not None:
        return called(case, reply)
    label = dict(fact.replies).get(reply)
    return sentence(label.say(language())) if label is not None else reply


def flips(actor: ActorAnswer) -> Html:
    """Return the smallest changes to the stated facts that would change the answers."""
    parts = [_flips_for(c) for c in (actor.certification, actor.approval) if c.flips]
    said = parts or [element("p", say("flips.none"))]
    return element("div", *said, class_="part")


def _flips_for(conclusion: Conclusion) -> Html:
    items = [_flip(conclusion.question, flip) for flip in conclusion.flips]
    first, rest = items[:_FIRST_FLIPS], items[_FIRST_FLIPS:]
    more = details(say("show_more", count=len(rest)), bullets(rest)) if rest else Html("")
    return joined([element("h3", signed(conclusion)), bullets(first), more])


def _flip(question: str, flip: Flip) -> Html:
    said = joined((change.label.say(language()) for change in flip.changes), say("and"))
    return joined([said, " → ", outcome_badge(question, flip.answer)])
