"""Do the two reasoners agree? On every class of every individual of a case, yes, no and neither."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.reasoning.axioms.theory import Notion
from kg.reasoning.functions import FALSE
from kg.reasoning.hermit.axioms import Axioms
from kg.reasoning.hermit.batches import Finding, Query, ask_hermit
from kg.reasoning.hermit.module import Claim, Module
from kg.reasoning.inquiry import Inquiry

__all__ = ["Agreement", "check_agreement", "reading_choices"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """What was compared under one choice of readings, and whether the reference concurs.

    `checked`: HermiT answered; if it did not, nothing was compared and nothing holds.
    `consistent`: HermiT finds the case free of contradiction. `entailed`: it entails every yes
    and every no of the engine. `open`: what the engine leaves open, it leaves open too.
    """

    readings: frozenset[str]
    true: int
    false: int
    unknown: int
    checked: bool
    consistent: bool
    entailed: bool
    open: bool

    @property
    def holds(self) -> bool:
        """Whether the two reasoners give the same answers, positive and negative."""
        return self.checked and self.consistent and self.entailed and self.open

    @property
    def compared(self) -> int:
        """How many answers were compared."""
        return self.true + self.false + self.unknown if self.checked else 0


@dataclass(frozen=True, slots=True)
class _Claims:
    readings: frozenset[str]
    true: list[Claim]
    false: list[Claim]
    unknown: list[Claim]


def reading_choices(inquiry: Inquiry) -> Iterator[frozenset[str]]:
    """Yield choices of readings such that each reading is chosen in one of them at least."""
    by_question: dict[str, list[str]] = {}
    for reading in inquiry.theory.readings:
        by_question.setdefault(reading.question, []).append(reading.iri)
    longest = max((len(readings) for readings in by_question.values()), default=1)
    for rank in range(longest):
        yield frozenset(readings[rank % len(readings)] for readings in by_question.values())


def check_agreement(
    axioms: Axioms, cases: Sequence[tuple[Inquiry, frozenset[str]]], *, seconds: float = 60.0
) -> list[Agreement]:
    """Return whether HermiT concurs with the engine on each case, under its choice of readings.

    `seconds` is the time that HermiT has for one case.

    Raises:
        ReasonerError: there is no Java or no HermiT: nothing is cross-checked.
    """
    claims = [_claims(inquiry, readings) for inquiry, readings in cases]
    asked = [_query(axioms, inquiry, of) for (inquiry, _), of in zip(cases, claims, strict=True)]
    found = ask_hermit(asked, seconds=seconds)
    return [_agreement(*all_of) for all_of in zip(claims, asked, found, strict=True)]


def _agreement(claims: _Claims, query: Query, finding: Finding) -> Agreement:
    return Agreement(
        readings=claims.readings,
        true=len(claims.true),
        false=len(claims.false),
        unknown=len(claims.unknown),
        checked=finding.answered,
        consistent=finding.consistent,
        entailed=not finding.satisfiable.intersection(query.wrong),
        open=finding.satisfiable.issuperset(query.possible),
    )


def _query(axioms: Axioms, inquiry: Inquiry, claims: _Claims) -> Query:
    module = Module(axioms, inquiry.theory, claims.readings)
    module.describe(inquiry.situation)
    for individual in inquiry.situation.sorts:
        true, false = (_notions(of, individual) for of in (claims.true, claims.false))
        if true or false:
            module.ask_wrong(individual, true, false)
    for holds in (True, False):
        for together in _together(inquiry, claims, holds=holds):
            module.ask_possible(together, holds=holds)
    return module.query()


def _notions(claims: Iterable[Claim], individual: str) -> list[Notion]:
    return [notion for notion, other in claims if other == individual]


def _claims(inquiry: Inquiry, readings: frozenset[str]) -> _Claims:
    found = _Claims(readings, [], [], [])
    both, negate = inquiry.situation.functions.both, inquiry.situation.functions.negate
    possible = _fix(inquiry, readings, inquiry.possible)
    for notion in [*inquiry.theory.grounds, *((name, "") for name in inquiry.theory.definitions)]:
        for individual in inquiry.situation.sorts:
            value = _fix(inquiry, readings, inquiry.condition(notion, individual))
            if both(possible, negate(value)) == FALSE:
                found.true.append((notion, individual))
            elif both(possible, value) == FALSE:
                found.false.append((notion, individual))
            else:
                found.unknown.append((notion, individual))
    return found


def _fix(inquiry: Inquiry, readings: frozenset[str], f: int) -> int:
    """Return a function under a choice of readings."""
    chosen = {n: v for r in sorted(readings) for n, v in inquiry.choices.settings[r].items()}
    return inquiry.situation.functions.fix(f, chosen)


def _together(inquiry: Inquiry, claims: _Claims, *, holds: bool) -> Iterator[list[Claim]]:
    """Yield the open claims in groups that, for the engine, can all hold, or all fail, at once."""
    functions = inquiry.situation.functions
    ahead = claims.unknown
    while ahead:
        group: list[Claim] = []
        left: list[Claim] = []
        possible = _fix(inquiry, claims.readings, inquiry.possible)
        for claim in ahead:
            condition = _fix(inquiry, claims.readings, inquiry.condition(*claim))
            more = functions.both(possible, condition if holds else functions.negate(condition))
            (left if more == FALSE else group).append(claim)
            possible = possible if more == FALSE else more
        yield group
        ahead = left
