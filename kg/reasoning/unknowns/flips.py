"""The smallest changes to what a case states that would change its answer."""

from __future__ import annotations

from collections.abc import Iterator

from kg.domain.answers import Change, Flip, Outcome
from kg.domain.texts import Text
from kg.reasoning.engine.outcomes import Regions
from kg.reasoning.facts.situation import Situation
from kg.reasoning.functions import FALSE, TRUE

__all__ = ["smallest_flips"]

_NEVER = 1 << 20
_MOST = 24
_REACHED = (Outcome.YES, Outcome.NO, Outcome.CONTESTED)


def smallest_flips(situation: Situation, regions: Regions, answer: Outcome) -> tuple[Flip, ...]:
    """Return, for each other answer, the changes of least size that lead to it.

    `situation` is one whose stated facts are variables. Unknown facts may turn out any way: a
    change counts only if it leads to its answer whatever they are.
    """
    functions = situation.functions
    unknown = [n for n, variable in enumerate(situation.variables) if variable.now is None]
    found: list[Flip] = []
    possible = functions.negate(situation.impossible)
    for outcome in _REACHED:
        if outcome is not answer:
            reached = functions.for_all(regions.where(outcome, functions), unknown)
            target = functions.both(reached, functions.for_all(possible, unknown))
            found += _Search(situation, target).flips(outcome)
    return tuple(sorted(found, key=lambda flip: (len(flip.changes), _path(flip))))


def _path(flip: Flip) -> tuple[tuple[str, str], ...]:
    return tuple((change.fact, change.then) for change in flip.changes)


class _Search:
    """Shortest ways to `TRUE` in one diagram, a step costing one where it departs from the case."""

    def __init__(self, situation: Situation, target: int) -> None:
        self.situation, self.target = situation, target
        self._enough: dict[int, int] = {}
        self._too_few: dict[int, int] = {}

    def flips(self, outcome: Outcome) -> Iterator[Flip]:
        least = 0
        while self.target != FALSE and not self._is_within(self.target, least):
            least += 1
        if least:
            found: dict[tuple[Change, ...], None] = {}
            for values in self._ways(self.target, least):
                found.setdefault(self._changes(values))
                if len(found) >= _MOST:
                    break
            yield from (Flip(changes=changes, answer=outcome) for changes in found)

    def _is_within(self, node: int, budget: int) -> bool:
        """Tell whether some way to `TRUE` departs from the case `budget` times at the most.

        Few nodes are near what the case says: with one more departure at a time, the others are
        never looked at.
        """
        if node <= TRUE or budget >= self._enough.get(node, _NEVER):
            return node != FALSE
        if budget <= self._too_few.get(node, -1):
            return False
        is_within = any(self._is_within(side, left) for side, _, left in self._sides(node, budget))
        (self._enough if is_within else self._too_few)[node] = budget
        return is_within

    def _sides(self, node: int, budget: int) -> Iterator[tuple[int, bool, int]]:
        """Yield the two sides of a node that the budget allows, and what is left of it there."""
        number, low, high = self.situation.functions.parts(node)
        variable = self.situation.variables[number]
        for side, value in ((high, True), (low, False)):
            left = budget - int(variable.chain <= 0 and variable.now is not value)
            if left >= 0 and side != FALSE:
                yield side, value, left

    def _ways(self, node: int, budget: int) -> Iterator[dict[int, bool]]:
        if node == TRUE:
            yield {}
            return
        number = self.situation.functions.number(node)
        for side, value, left in self._sides(node, budget):
            if self._is_within(side, left):
                for way in self._ways(side, left):
                    yield {number: value, **way}

    def _changes(self, values: dict[int, bool]) -> tuple[Change, ...]:
        variables = self.situation.variables
        facts: dict[str, dict[int, bool]] = {}
        for number, value in values.items():
            if variables[number].now is not value and variables[number].chain <= 0:
                fact = variables[number].fact
                numbers = self.situation.numbers[fact]
                facts[fact] = {n: values[n] for n in numbers if n in values}
        changes = (self._change(fact, numbers) for fact, numbers in facts.items())
        return tuple(sorted((c for c in changes if c), key=lambda change: change.fact))

    def _change(self, fact: str, values: dict[int, bool]) -> Change | None:
        numbers = self.situation.numbers[fact]
        now = self._value(fact, {n: bool(self.situation.variables[n].now) for n in numbers})
        stated = {n: bool(self.situation.variables[n].now) for n in numbers}
        then = self._value(fact, stated | values)
        if now == then:
            return None
        words = self.situation.words.get(fact, {})
        label = Text(*(_label(fact, now, then, words, lang) for lang in ("fr", "en")))
        return Change(fact=fact, now=", ".join(now), then=", ".join(then), label=label)

    def _value(self, fact: str, values: dict[int, bool]) -> tuple[str, ...]:
        """Return what the fact says when its variables have these values."""
        choices = self.situation.replies.get(fact)
        if choices is None:
            return ("true" if all(values.values()) else "false",)
        chosen = [self.situation.variables[n] for n in sorted(values) if values[n]]
        if any(self.situation.variables[n].chain >= 0 for n in values):
            return (chosen[0].value if chosen else choices[-1],)
        return tuple(variable.value for variable in chosen)


def _label(
    fact: str, now: tuple[str, ...], then: tuple[str, ...], words: dict[str, Text], lang: str
) -> str:
    def say(values: tuple[str, ...]) -> str:
        texts = (words.get(value, Text(value, value)) for value in values)
        return ", ".join(text.fr if lang == "fr" else text.en for text in texts)

    subject = words.get("label", Text(fact, fact))
    name = subject.fr if lang == "fr" else subject.en
    added = say(tuple(value for value in then if value not in now))
    removed = say(tuple(value for value in now if value not in then))
    colon = " :" if lang == "fr" else ":"
    if added and removed:
        instead = "au lieu de" if lang == "fr" else "instead of"
        return f"{name}{colon} {added} ({instead} {removed})"
    verb = ("ajouter", "add") if added else ("retirer", "remove")
    return f"{name}{colon} {verb[0] if lang == 'fr' else verb[1]} {added or removed}"
