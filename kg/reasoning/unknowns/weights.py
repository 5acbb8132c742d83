"""How likely an answer is, every reply to every question being as likely as any other.

This measures how much a question helps. It concludes nothing: no answer rests on it.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import log2

from kg.reasoning.engine.outcomes import Regions
from kg.reasoning.facts.situation import Situation
from kg.reasoning.functions import FALSE, TRUE

__all__ = ["Weights"]


class Weights:
    """The odds of each value of each unknown fact of a situation, and what follows from them."""

    def __init__(self, situation: Situation) -> None:
        """Give a choice among several the same odds for each, a yes or no one in two."""
        self.functions = situation.functions
        self.odds = [
            1 / (len(situation.replies[v.fact]) - v.chain) if v.chain >= 0 else 1 / 2
            for v in situation.variables
        ]

    def doubt(self, regions: Regions, values: Mapping[int, bool] | None = None) -> float:
        """Return how much is not known of an answer, in bits (C. Shannon, 1948).

        `values` are variables supposed to be set. 0: the answer is known.
        """
        yes, no = (self._chance(f, values or {}) for f in (regions.yes, regions.no))
        return sum(-p * log2(p) for p in (yes, no, 1 - yes - no) if p > 0)

    def _chance(self, f: int, values: Mapping[int, bool]) -> float:
        return _chance(self, f, values, {FALSE: 0.0, TRUE: 1.0})


def _chance(weights: Weights, f: int, values: Mapping[int, bool], known: dict[int, float]) -> float:
    if f not in known:
        number, low, high = weights.functions.parts(f)
        if number in values:
            known[f] = _chance(weights, high if values[number] else low, values, known)
        else:
            odds = weights.odds[number]
            known[f] = (1 - odds) * _chance(weights, low, values, known)
            known[f] += odds * _chance(weights, high, values, known)
    return known[f]
