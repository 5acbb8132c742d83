"""Missing facts: those, and only those, on which the answer still depends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.domain.answers import MissingFact, Outcome
from kg.domain.texts import EMPTY, Text
from kg.reasoning.engine.outcomes import Regions
from kg.reasoning.facts.situation import Situation
from kg.reasoning.unknowns.weights import Weights

__all__ = ["all_unknown", "missing_facts"]

_NONE = "[]"


def missing_facts(situation: Situation, regions: Regions) -> tuple[MissingFact, ...]:
    """Return the facts that can still change the answer, the most decisive first.

    Two equal functions being the same diagram, a variable in the diagram is exactly one whose
    value alone makes a difference in some completion of the case. The most decisive fact is the
    one whose replies leave the least doubt about the answer, on average; among equals, the one
    that the case format asks first.
    """
    weights = Weights(situation)
    doubt = weights.doubt(regions)
    found: dict[str, tuple[float, int, MissingFact]] = {}
    for number in sorted(regions.support(situation.functions)):
        fact = situation.variables[number].fact
        if fact not in found:
            missing = _missing(situation, regions, fact, weights, doubt)
            found[fact] = (-round(missing.gain, 9), number, missing)
    return tuple(missing for _, _, missing in sorted(found.values(), key=lambda f: f[:2]))


def all_unknown(situation: Situation) -> tuple[MissingFact, ...]:
    """Return every unknown fact of a situation: no diagram tells which of them matter."""
    facts = dict.fromkeys(v.fact for v in situation.variables if v.fact in situation.words)
    return tuple(
        MissingFact(
            fact=fact,
            question=situation.words[fact].get("", EMPTY),
            settles=(),
            replies=tuple(
                (reply, situation.words[fact].get(reply, _said(reply)))
                for reply, _ in _replies(situation, fact)
            ),
        )
        for fact in facts
    )


def _missing(
    situation: Situation, regions: Regions, fact: str, weights: Weights, doubt: float
) -> MissingFact:
    words = situation.words.get(fact, {})
    settles: list[tuple[str, Outcome]] = []
    replies: list[tuple[str, Text]] = []
    left: list[float] = []
    for reply, values in _replies(situation, fact):
        effect = regions.fix(situation.functions, values)
        replies.append((reply, words.get(reply, _said(reply))))
        left.append(weights.doubt(effect))
        if effect.outcome is not Outcome.UNDETERMINED:
            settles.append((reply, effect.outcome))
    return MissingFact(
        fact=fact,
        question=words.get("", EMPTY),
        settles=tuple(settles),
        replies=tuple(replies),
        gain=doubt - sum(left) / len(left),
        doubt=doubt,
    )


def _said(reply: str) -> Text:
    return Text("aucun", "none") if reply == _NONE else Text(reply, reply)


def _replies(situation: Situation, fact: str) -> Iterator[tuple[str, Mapping[int, bool]]]:
    """Yield the replies to one question: yes and no, each value, each value of a list alone."""
    numbers = {n: situation.variables[n] for n in situation.numbers[fact]}
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
