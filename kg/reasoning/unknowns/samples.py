"""Completions drawn one by one, for when too much is unknown for an exact diagram.

Two completions with different answers prove that a case is undetermined, and a fact on the way
from one to the other that it matters; what no sample shows stays undetermined, never a yes or a no.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from random import Random

from kg.domain.answers import MissingFact, Outcome
from kg.domain.texts import EMPTY
from kg.reasoning.axioms.theory import Notion, Theory
from kg.reasoning.engine.evaluation import Evaluation
from kg.reasoning.engine.outcomes import Regions
from kg.reasoning.facts.conditions import individual
from kg.reasoning.facts.situation import Situation

__all__ = ["Samples"]

_DRAWN = 10


class Samples:
    """Some completions of a situation, and what is concluded in each."""

    def __init__(
        self,
        theory: Theory,
        situation: Situation,
        guards: Mapping[str, int],
        settle: Callable[[int], Regions],
    ) -> None:
        """Draw completions: everything false, everything true, and some at random."""
        self.theory, self.situation = theory, situation
        self._guards, self._settle = guards, settle
        questions = {reading.question for reading in theory.readings}
        self.numbers = [
            number for number, v in enumerate(situation.variables) if v.fact not in questions
        ]
        random = Random(0)  # noqa: S311 - a fixed seed: the same case gives the same answer
        drawn = [{n: random.random() < chance for n in self.numbers} for chance in _chances()]
        plain = [dict.fromkeys(self.numbers, value) for value in (False, True)]
        self.completions: list[dict[int, bool]] = [*plain, *drawn]
        self._evaluations: dict[int, Evaluation] = {}

    def differ(self, notion: Notion, actor: str) -> bool:
        """Tell whether two completions give different answers about an actor of the case."""
        outcomes = self._outcomes(notion, individual(f"actors.{actor}"))
        first = next(outcomes)
        return any(outcome is not first for outcome in outcomes)

    def missing(self, notion: Notion, actor: str) -> tuple[MissingFact, ...]:
        """Return facts that change the answer on the way from one completion to another."""
        subject = individual(f"actors.{actor}")
        outcomes = list(self._outcomes(notion, subject))
        facts: dict[str, None] = {}
        for rank, outcome in enumerate(outcomes):
            if outcome is not outcomes[0]:
                facts.setdefault(self._turning_fact(rank, outcomes[0], notion, subject))
        return tuple(self._missing(fact) for fact in facts or self._unknown())

    def _unknown(self) -> dict[str, None]:
        """Return all that is unknown: no two completions drawn have told what matters in it."""
        return dict.fromkeys(self.situation.variables[number].fact for number in self.numbers)

    def _outcomes(self, notion: Notion, subject: str) -> Iterator[Outcome]:
        for rank in range(len(self.completions)):
            yield self._outcome(self._evaluation(rank), notion, subject)

    def _evaluation(self, rank: int) -> Evaluation:
        if rank not in self._evaluations:
            self._evaluations[rank] = self._complete(self.completions[rank])
        return self._evaluations[rank]

    def _complete(self, values: Mapping[int, bool]) -> Evaluation:
        return Evaluation(self.theory, self.situation.complete(values), self._guards)

    def _outcome(self, evaluation: Evaluation, notion: Notion, subject: str) -> Outcome:
        name, value = notion
        if value:
            return self._settle(evaluation.concludes(notion, subject)).outcome
        return self._settle(evaluation.member(name, subject)).outcome

    def _turning_fact(self, rank: int, first: Outcome, notion: Notion, subject: str) -> str:
        """Return a fact whose values alone part two answers: found by halving the way."""
        start, end = self.completions[0], self.completions[rank]
        facts = list(dict.fromkeys(self.situation.variables[n].fact for n in self.numbers))
        low, high = 0, len(facts)
        while high - low > 1:
            middle = (low + high) // 2
            changed = set(facts[:middle])
            values = {
                n: end[n] if self.situation.variables[n].fact in changed else start[n]
                for n in self.numbers
            }
            outcome = self._outcome(self._complete(values), notion, subject)
            low, high = (middle, high) if outcome is first else (low, middle)
        return facts[low]

    def _missing(self, fact: str) -> MissingFact:
        words = self.situation.words.get(fact, {})
        replies = tuple((v, t) for v, t in words.items() if v not in {"", "label"})
        return MissingFact(fact=fact, question=words.get("", EMPTY), settles=(), replies=replies)


def _chances() -> list[float]:
    return [(rank + 1) / (_DRAWN + 1) for rank in range(_DRAWN)]
