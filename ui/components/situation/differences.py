"""What parts two answers: the facts and the law that differ, the norms that come and go."""

from __future__ import annotations

from collections.abc import Iterator

from kg.domain.comparisons import (
    ActorChanges,
    Comparison,
    FactChange,
    LawChange,
    NormChange,
    Presence,
)
from ui.components.markup import Html, bullets, details, element, joined, sentence
from ui.components.places import cites
from ui.session import language, say, say_day

__all__ = ["differences"]

_MOST_FIRST = 8


def differences(found: Comparison) -> Html:
    """Return what decides the difference, then what changes for each actor, then all the rest."""
    if found.is_same:
        return element("p", say("compare.same"), class_="change", role="status")
    return joined([*_deciding(found), *_changes(found), *_rest(found)])


def _deciding(found: Comparison) -> Iterator[Html]:
    facts = [_fact(fact) for fact in found.facts if fact.decides]
    law = [_law(ground) for ground in found.law if ground.decides]
    if facts or law:
        yield element("h3", say("compare.because"))
        yield _shortened([*law, *facts])


def _shortened(items: list[Html]) -> Html:
    first, rest = items[:_MOST_FIRST], items[_MOST_FIRST:]
    more = details(say("show_more", count=len(rest)), bullets(rest)) if rest else Html("")
    return joined([bullets(first), more])


def _changes(found: Comparison) -> Iterator[Html]:
    for actor in found.actors:
        lines = list(_lines(actor))
        if lines:
            yield element("h3", say("compare.for", who=actor.name))
            yield _shortened(lines)


def _lines(actor: ActorChanges) -> Iterator[Html]:
    for conclusion in actor.conclusions:
        before = say(f"{conclusion.question}.{conclusion.before.value}")
        after = say(f"{conclusion.question}.{conclusion.after.value}")
        yield joined([before, " → ", element("strong", after)])
    for role in actor.roles:
        sign = "+" if role.presence is Presence.AFTER else "−"
        yield joined([f"{sign} ", role.label.say(language())])
    yield from map(_norm, actor.norms)


def _norm(norm: NormChange) -> Html:
    before, after = _state(norm, after=False), _state(norm, after=True)
    label = sentence(norm.label.say(language()))
    return joined([label, say("colon"), before, " → ", element("strong", after)])


def _state(norm: NormChange, *, after: bool) -> str:
    status = norm.status_after if after else norm.status_before
    binding = norm.after if after else norm.before
    if status is None:
        return say("binding.no")
    said = say(f"binding.{binding.value}")
    return f"{said}, {say(f'status.{status.value}')}"


def _rest(found: Comparison) -> Iterator[Html]:
    facts = [_fact(fact) for fact in found.facts if not fact.decides]
    law = [_law(ground) for ground in found.law if not ground.decides]
    if facts:
        yield details(say("compare.other_facts", count=len(facts)), bullets(facts))
    if law:
        yield details(say("compare.other_law", count=len(law)), bullets(law))


def _fact(fact: FactChange) -> Html:
    lang = language()
    before = fact.before.say(lang) or say("compare.unsaid")
    after = fact.after.say(lang) or say("compare.unsaid")
    return joined([fact.label.say(lang), say("colon"), before, " → ", element("strong", after)])


def _law(ground: LawChange) -> Html:
    side = say("compare.only_there" if ground.presence is Presence.AFTER else "compare.only_here")
    notes = [cites(ground.citations)]
    if ground.since:
        notes.append(Html(say("since", day=say_day(ground.since))))
    label = sentence(ground.label.say(language()))
    return joined([label, f" ({side})", element("small", joined(notes, " · "))])
