"""The readings of open questions: which are admissible, and what choosing one amounts to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from kg.reasoning.axioms.theory import Reading, Theory
from kg.reasoning.facts.situation import Situation
from kg.reasoning.functions import TRUE

__all__ = ["Choices", "choose_readings"]

_PREVAILING = "prevailing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """Every way of choosing a reading for each open question, as variables.

    `guards[reading]`: the condition under which it is chosen. `settings[reading]`: the variables
    set when it is. `presumed`: the variables set where a reading prevails over the others.
    `numbers`: the variables of the questions that stay open.
    """

    guards: Mapping[str, int]
    settings: Mapping[str, Mapping[int, bool]]
    presumed: Mapping[int, bool]
    numbers: frozenset[int]

    def retaining(self, reading: str) -> Choices:
        """Return the choices where a reading is presumed; these same ones for ""."""
        if not reading:
            return self
        setting = self.settings[reading]
        return replace(
            self, presumed={**self.presumed, **setting}, numbers=self.numbers - setting.keys()
        )


def choose_readings(theory: Theory, situation: Situation) -> Choices:
    """Return the choices that the readings of `theory` leave, in the functions of `situation`."""
    guards: dict[str, int] = {}
    settings: dict[str, Mapping[int, bool]] = {}
    presumed: dict[int, bool] = {}
    for readings in _by_question(theory).values():
        chosen = _guards(readings, situation, settings)
        guards |= chosen
        presumed |= _presume(readings, settings)
    numbers = {number for setting in settings.values() for number in setting}
    return Choices(
        guards=guards,
        settings=settings,
        presumed=presumed,
        numbers=frozenset(numbers - presumed.keys()),
    )


def _by_question(theory: Theory) -> Mapping[str, list[Reading]]:
    found: dict[str, list[Reading]] = defaultdict(list)
    for reading in sorted(theory.readings, key=_order):
        found[reading.question].append(reading)
    return found


def _order(reading: Reading) -> tuple[bool, bool, str]:
    return reading.is_admissible, reading.standing != _PREVAILING, reading.id


def _presume(
    readings: list[Reading], settings: Mapping[str, Mapping[int, bool]]
) -> Mapping[int, bool]:
    """What holds unless somebody asks otherwise: no minority reading, and the one that prevails."""
    minority = [r for r in readings if not r.is_admissible]
    presumed = {max(settings[reading.iri]): False for reading in minority}
    prevailing = [r for r in readings if r.standing == _PREVAILING]
    for reading in prevailing[:1]:
        presumed |= settings[reading.iri]
    return presumed


def _guards(
    readings: list[Reading], situation: Situation, settings: dict[str, Mapping[int, bool]]
) -> dict[str, int]:
    """A chain of variables, the first that holds chooses; the last reading is the rest's.

    A minority reading always has a variable of its own, so that it can be left out.
    """
    functions, rest, passed = situation.functions, TRUE, dict[int, bool]()
    guards: dict[str, int] = {}
    for reading in readings:
        if reading is readings[-1] and reading.is_admissible:
            settings[reading.iri], guards[reading.iri] = dict(passed), rest
            break
        variable = situation.variable(reading.question, reading.iri)
        number = functions.number(variable)
        settings[reading.iri] = {**passed, number: True}
        guards[reading.iri] = functions.both(rest, variable)
        rest = functions.both(rest, functions.negate(variable))
        passed[number] = False
    return guards
