"""Missing facts: those, and only those, on which the answer still depends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.domain.answers import MissingFact, Outcome
from kg.domain.texts import EMPTY, Text
from kg.reasoning.outcomes import Regions
from kg.reasoning.situation import Situation

__all__ = ["missing_facts"]

_NONE = "[]"


def missing_facts(situation: Situation, regions: Regions) -> tuple[MissingFact, ...]:
    """Return the facts that can still change the answer, the most decisive first.

    Two equal functions being the same diagram, a variable in the diagram is exactly one whose
    value alone makes a difference in some completion of the case.
    """
    support = regions.support(situation.functions)
    facts = {situation.variables[number].fact for number in support}
    found = [_missing(situation, regions, fact) for fact in sorted(facts)]
    return tuple(sorted(found, key=_decisiveness))


def _decisiveness(missing: MissingFact) -> tuple[float, str]:
    replies = max(len(missing.replies), 1)
    return -len(missing.settles) / replies, missing.fact


def _missing(situation: Situation, regions: Regions, fact: str) -> MissingFact:
    words = situation.words.get(fact, {})
    settles: list[tuple[str, Outcome]] = []
    replies: list[tuple[str, Text]] = []
    for reply, values in _replies(situation, fact):
        replies.append((reply, words.get(reply, _said(reply))))
        outcome = regions.fix(situation.functions, values).outcome
        if outcome is not Outcome.UNDETERMINED:
            settles.append((reply, outcome))
    return MissingFact(
        fact=fact, question=words.get("", EMPTY), settles=tuple(settles), replies=tuple(replies)
    )


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
