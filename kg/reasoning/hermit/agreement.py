"""Do the two reasoners agree? On every class of every individual of a case, yes, no and neither."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.reasoning.functions import FALSE, TRUE
from kg.reasoning.hermit.module import Claim, Module
from kg.reasoning.hermit.reasoner import is_consistent
from kg.reasoning.inquiry import Inquiry
from kg.store.graph import Graph

__all__ = ["Agreement", "check_agreement", "reading_choices"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """What was compared under one choice of readings, and whether the reference concurs.

    `entailed`: HermiT entails every yes and every no of the engine. `open`: of what the engine
    leaves open, HermiT entails neither the yes nor the no.
    """

    readings: frozenset[str]
    true: int
    false: int
    unknown: int
    entailed: bool
    open: bool

    @property
    def holds(self) -> bool:
        """Whether the two reasoners give the same answers, positive and negative."""
        return self.entailed and self.open


def reading_choices(inquiry: Inquiry) -> Iterator[frozenset[str]]:
    """Yield choices of readings such that each reading is chosen in one of them at least."""
    by_question: dict[str, list[str]] = {}
    for reading in inquiry.theory.readings:
        by_question.setdefault(reading.question, []).append(reading.iri)
    longest = max((len(readings) for readings in by_question.values()), default=1)
    for rank in range(longest):
        yield frozenset(readings[rank % len(readings)] for readings in by_question.values())


def check_agreement(graph: Graph, inquiry: Inquiry, readings: frozenset[str]) -> Agreement:
    """Return whether HermiT concurs with the engine on a case, under a choice of readings.

    Raises:
        ReasonerError: HermiT failed or was too slow: nothing is cross-checked.
    """
    true, false, unknown = _claims(inquiry, readings)
    return Agreement(
        readings=readings,
        true=len(true),
        false=len(false),
        unknown=len(unknown),
        entailed=_is_entailed(graph, inquiry, readings, true, false),
        open=all(
            _is_possible(graph, inquiry, readings, claims, holds=holds)
            for holds in (True, False)
            for claims in _together(inquiry, readings, unknown, holds=holds)
        ),
    )


def _claims(
    inquiry: Inquiry, readings: frozenset[str]
) -> tuple[list[Claim], list[Claim], list[Claim]]:
    found: dict[int, list[Claim]] = {TRUE: [], FALSE: []}
    unknown: list[Claim] = []
    for notion in [*inquiry.theory.grounds, *((name, "") for name in inquiry.theory.definitions)]:
        for individual in inquiry.situation.sorts:
            value = _condition(inquiry, readings, (notion, individual))
            found.get(value, unknown).append((notion, individual))
    return found[TRUE], found[FALSE], unknown


def _condition(inquiry: Inquiry, readings: frozenset[str], claim: Claim) -> int:
    chosen = {n: v for r in sorted(readings) for n, v in inquiry.choices.settings[r].items()}
    return inquiry.situation.functions.fix(inquiry.condition(*claim), chosen)


def _together(
    inquiry: Inquiry, readings: frozenset[str], claims: list[Claim], *, holds: bool
) -> Iterator[list[Claim]]:
    """Yield the claims in groups that, for the engine, can all hold, or all fail, at once."""
    functions = inquiry.situation.functions
    while claims:
        group: list[Claim] = []
        left: list[Claim] = []
        possible = TRUE
        for claim in claims:
            condition = _condition(inquiry, readings, claim)
            more = functions.both(possible, condition if holds else functions.negate(condition))
            (left if more == FALSE else group).append(claim)
            possible = possible if more == FALSE else more
        yield group
        claims = left


def _is_entailed(
    graph: Graph,
    inquiry: Inquiry,
    readings: frozenset[str],
    true: list[Claim],
    false: list[Claim],
) -> bool:
    module = _module(graph, inquiry, readings)
    module.suppose_one_wrong(true, false)
    return not is_consistent(module)


def _is_possible(
    graph: Graph, inquiry: Inquiry, readings: frozenset[str], claims: list[Claim], *, holds: bool
) -> bool:
    """Look for one model of all the claims at once, then for one of each by itself."""
    if not claims:
        return True
    module = _module(graph, inquiry, readings)
    module.suppose(claims, holds=holds)
    if is_consistent(module):
        return True
    if len(claims) == 1:
        return False
    half = len(claims) // 2
    return all(
        _is_possible(graph, inquiry, readings, part, holds=holds)
        for part in (claims[:half], claims[half:])
    )


def _module(graph: Graph, inquiry: Inquiry, readings: frozenset[str]) -> Module:
    module = Module(graph, inquiry.theory, readings)
    module.describe(inquiry.situation)
    return module
