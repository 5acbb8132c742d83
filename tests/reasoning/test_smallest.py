"""The smallest changes, against every change tried, on functions drawn at random."""

from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.domain.answers import Flip, Outcome
from kg.reasoning.engine.outcomes import Regions
from kg.reasoning.facts.situation import Situation
from kg.reasoning.functions import TRUE
from kg.reasoning.unknowns.flips import smallest_flips

SIZE, MOST = 6, 24
ROWS = tuple(product((False, True), repeat=SIZE))


def describe(now: tuple[bool | None, ...]) -> tuple[Situation, list[int]]:
    """Return a situation of six yes-or-no facts; None: the case does not say."""
    situation = Situation()
    numbers = [situation.variable(f"f{n}", "true", now=value) for n, value in enumerate(now)]
    return situation, numbers


def function(situation: Situation, numbers: list[int], rows: frozenset[int]) -> int:
    """Return where one of the rows numbered holds."""
    functions = situation.functions
    return functions.some(
        functions.every(
            v if value else functions.negate(v) for v, value in zip(numbers, ROWS[row], strict=True)
        )
        for row in rows
    )


def changed(row: tuple[bool, ...], now: tuple[bool | None, ...]) -> set[str]:
    """Return the stated facts that a row says otherwise."""
    pairs = enumerate(zip(row, now, strict=True))
    return {f"f{n}" for n, (value, said) in pairs if said is not None and value is not said}


def smallest(rows: frozenset[int], now: tuple[bool | None, ...]) -> set[frozenset[str]]:
    """Return the least sets of stated facts whose change leads there whatever is unknown."""
    stated = [n for n, said in enumerate(now) if said is not None]
    sure = []
    for values in product((False, True), repeat=len(stated)):
        fixed = dict(zip(stated, values, strict=True))
        reached = [r for r, row in enumerate(ROWS) if all(row[n] is v for n, v in fixed.items())]
        if rows.issuperset(reached):
            sure.append(frozenset(changed(ROWS[reached[0]], now)))
    least = min(map(len, sure), default=0)
    return {changes for changes in sure if len(changes) == least}


SAID = st.tuples(*[st.sampled_from([True, False, None])] * SIZE)
SOME_ROWS = st.frozensets(st.integers(0, len(ROWS) - 1))


@given(now=SAID, rows=SOME_ROWS)
@settings(max_examples=150, deadline=None)
def test_no_smaller_change_and_no_other_of_that_size_leads_to_an_answer(
    now: tuple[bool | None, ...], rows: frozenset[int]
) -> None:
    situation, numbers = describe(now)
    yes = function(situation, numbers, rows)
    regions = Regions(yes, situation.functions.negate(yes))

    flips = smallest_flips(situation, regions, Outcome.UNDETERMINED)

    for outcome, there in ((Outcome.YES, rows), (Outcome.NO, frozenset(range(64)) - rows)):
        found = {facts(flip) for flip in flips if flip.answer is outcome}
        tried = smallest(there, now) - {frozenset()}
        assert found == tried if len(tried) <= MOST else found <= tried


def facts(flip: Flip) -> frozenset[str]:
    return frozenset(change.fact for change in flip.changes)


def test_nothing_flips_what_always_holds() -> None:
    situation, _ = describe((True,) * SIZE)

    assert not smallest_flips(situation, Regions(TRUE, 0), Outcome.YES)
