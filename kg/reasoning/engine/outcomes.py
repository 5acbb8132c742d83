"""Outcomes: where a function of facts and readings is a yes, a no, contested or undetermined."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.domain.answers import Outcome
from kg.reasoning.engine.readings import Choices
from kg.reasoning.functions import FALSE, TRUE, Functions

__all__ = ["Regions", "regions_of"]


@dataclass(frozen=True, slots=True)
class Regions:
    """The completions of the case under which every admissible reading says yes, and no.

    `possible` are those that contradict no axiom; the others are in both regions.
    """

    yes: int
    no: int
    possible: int = TRUE

    @property
    def outcome(self) -> Outcome:
        """The exact answer: the same whichever way the unknown facts turn out, or none."""
        if self.yes == TRUE:
            return Outcome.YES
        if self.no == TRUE:
            return Outcome.NO
        if self.yes == FALSE and self.no == FALSE:
            return Outcome.CONTESTED
        return Outcome.UNDETERMINED

    def where(self, outcome: Outcome, functions: Functions) -> int:
        """Return under what condition on the facts the answer is `outcome`."""
        return functions.both(self.possible, self._where(outcome, functions))

    def _where(self, outcome: Outcome, functions: Functions) -> int:
        match outcome:
            case Outcome.YES:
                return self.yes
            case Outcome.NO:
                return self.no
            case Outcome.CONTESTED:
                return functions.negate(functions.either(self.yes, self.no))
            case Outcome.UNDETERMINED:
                return FALSE

    def fix(self, functions: Functions, values: Mapping[int, bool]) -> Regions:
        """Return the regions once some variables are set."""
        return _within(
            functions,
            functions.fix(self.yes, values),
            functions.fix(self.no, values),
            functions.fix(self.possible, values),
        )

    def support(self, functions: Functions) -> set[int]:
        """Return the numbers of the variables that the answer depends on."""
        return functions.support(self.yes) | functions.support(self.no)


def regions_of(
    functions: Functions,
    f: int,
    choices: Choices,
    reading: Mapping[int, bool] | None = None,
    possible: int = TRUE,
) -> Regions:
    """Return where `f` is a yes and a no under the admissible readings, or under `reading`.

    Only where `possible` holds is there anything to answer.
    """
    chosen = {**choices.presumed, **(reading or {})}
    fixed, held = functions.fix(f, chosen), functions.fix(possible, chosen)
    still_open = choices.numbers - chosen.keys()
    unless = functions.negate(held)
    yes = functions.for_all(functions.either(unless, fixed), still_open)
    no = functions.for_all(functions.either(unless, functions.negate(fixed)), still_open)
    if held == TRUE:
        return Regions(yes, no)
    return _within(functions, yes, no, functions.negate(functions.for_all(unless, still_open)))


def _within(functions: Functions, yes: int, no: int, possible: int) -> Regions:
    """Return the regions, one that holds nothing possible being empty."""
    if possible == TRUE:
        return Regions(yes, no)
    kept = [f if functions.both(f, possible) != FALSE else FALSE for f in (yes, no)]
    return Regions(kept[0], kept[1], possible)
