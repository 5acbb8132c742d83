"""Missing facts: those, and only those, on which the answer still depends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.domain.answers import MissingFact, Outcome
from kg.domain.texts import EMPTY, Text
from kg.reasoning.engine.outcomes import Regions
from kg.reasoning.facts.situation import Situation

__all__ = ["missing_facts"]

_NONE = "[]"


def missing_facts(situation: Situation, regions: Regions) -> tuple[MissingFact, ...]:
    """Return the facts that can still change the answer, the most decisive first.

    Two equal functions being the same diagram, a variable in the diagram is exactly one whose
    value alone makes a difference in some completion of the case. The most decisive fact is the
    one most of whose replies that differ in their effect settle the answer; among equals, the
    one that the case format asks first.
    """
    found: dict[str, tuple[float, int, MissingFact]] = {}
    for number in sorted(regions.support(situation.functions)):
        fact = situation.variables[number].fact
        if fact not in found:
            missing, share = _missing(situation, regions, fact)
            found[fact] = (-share, number, missing)
    return tuple(missing for _, _, missing in sorted(found.values(), key=lambda f: f[:2]))


def _missing(situation: Situation, regions: Regions, fact: str) -> tuple[MissingFact, float]:
    words = situation.words.get(fact, {})
    settles: list[tuple[str, Outcome]] = []
    replies: list[tuple[str, Text]] = []
    effects: set[Regions] = set()
    for reply, values in _replies(situation, fact):
        effect = regions.fix(situation.functions, values)
        effects.add(effect)
        replies.append((reply, words.get(reply, _said(reply))))
        if effect.outcome is not Outcome.UNDETERMINED:
            settles.append((reply, effect.outcome))
    settled = [effect for effect in effects if effect.outcome is not Outcome.UNDETERMINED]
    question = words.get("", EMPTY)
    missing = MissingFact(
        fact=fact, question=question, settles=tuple(settles), replies=tuple(replies)
    )
    return missing, len(settled) / max(len(effects), 1)


def _said(reply: str) -> Text:
    return Text("aucun", "none") if reply == _NONE else Text(reply, reply)


def _replies(situation: Situation, fact: str) -> Iterator[tuple[str, Mapping[int, bool]]]:
    """Yield the replies to one question: yes and no, each value, each value of a list alone."""
    numbers = {n: v for n, v in enumerate(situation.variables) if v.fact == fact}
    choices = situation.replies.get(fact)
    if choices is None:
        yield "true", dict.fromkeys(numbers, True)
        yield "false", dict.fromkeys(numbers, False)
        return
    is_chain = any(variable.chain >= 0 for variable in numbers.values())
    if not is_chain:
        yield _NONE, dict.fromkeys(numbers, False)
    for choice in choices:
        yield choice, {n: v.value == choice for n, v in numbers.items()}
