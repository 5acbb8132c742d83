"""The diagrams, against the truth tables that they stand for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import TypeAlias, TypeVar, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.reasoning.functions import FALSE, TRUE, Functions, TooLargeError

Row: TypeAlias = tuple[bool, ...]
Table: TypeAlias = frozenset[Row]
Test = TypeVar("Test", bound=Callable[..., None])

SIZE = 6
ROWS = tuple(product((False, True), repeat=SIZE))
EVERYWHERE = frozenset(ROWS)


@dataclass(frozen=True)
class Formula:
    """A formula over six variables, to be built as a diagram and as a table."""

    build: Callable[[Functions, list[int]], int]
    holds: Callable[[Row], bool]
    text: str

    def __repr__(self) -> str:
        """Return the formula as one writes it."""
        return self.text

    @cached_property
    def table(self) -> Table:
        return frozenset(row for row in ROWS if self.holds(row))

    def in_(self, space: Space) -> int:
        return self.build(space.functions, space.variables)


class Space:
    """A family of functions with its six variables."""

    def __init__(self) -> None:
        """Start with six variables."""
        self.functions = Functions()
        self.variables = [self.functions.variable() for _ in range(SIZE)]

    def table(self, f: int) -> Table:
        """Return the rows at which a diagram holds, read node by node."""
        return frozenset(row for row in ROWS if self.at(f, row))

    def at(self, f: int, row: Row) -> bool:
        while f > TRUE:
            number, low, high = self.functions.parts(f)
            f = high if row[number] else low
        return f == TRUE


def variable(number: int) -> Formula:
    return Formula(lambda _, v: v[number], lambda row: row[number], f"v{number}")


def negation(f: Formula) -> Formula:
    return Formula(
        lambda space, v: space.negate(f.build(space, v)), lambda row: not f.holds(row), f"¬{f}"
    )


def conjunction(f: Formula, g: Formula) -> Formula:
    return Formula(
        lambda space, v: space.both(f.build(space, v), g.build(space, v)),
        lambda row: f.holds(row) and g.holds(row),
        f"({f} ∧ {g})",
    )


def disjunction(f: Formula, g: Formula) -> Formula:
    return Formula(
        lambda space, v: space.either(f.build(space, v), g.build(space, v)),
        lambda row: f.holds(row) or g.holds(row),
        f"({f} ∨ {g})",
    )


def choice(f: Formula, g: Formula, h: Formula) -> Formula:
    def build(space: Functions, v: list[int]) -> int:
        chosen = f.build(space, v)
        yes = space.both(chosen, g.build(space, v))
        return space.either(yes, space.both(space.negate(chosen), h.build(space, v)))

    return Formula(
        build,
        lambda row: g.holds(row) if f.holds(row) else h.holds(row),
        f"({f} ? {g} : {h})",
    )


CONSTANTS = [
    Formula(lambda _space, _v: FALSE, lambda _row: False, "⊥"),
    Formula(lambda _space, _v: TRUE, lambda _row: True, "⊤"),
]
LEAVES = st.sampled_from([*CONSTANTS, *(variable(number) for number in range(SIZE))])
FORMULAS = st.recursive(
    LEAVES,
    lambda f: (
        st.builds(negation, f)
        | st.builds(conjunction, f, f)
        | st.builds(disjunction, f, f)
        | st.builds(choice, f, f, f)
    ),
    max_leaves=12,
)
SETTINGS = st.dictionaries(st.integers(0, SIZE - 1), st.booleans())
NUMBERS = st.sets(st.integers(0, SIZE - 1))


def for_any(**drawn: st.SearchStrategy[object]) -> Callable[[Test], Test]:
    """Run a test on what is drawn, however slow the machine is."""

    def decorate(test: Test) -> Test:
        return cast("Test", settings(deadline=None)(given(**drawn)(test)))

    return decorate


def agrees(row: Row, values: dict[int, bool]) -> Row:
    return tuple(values.get(number, value) for number, value in enumerate(row))


def ways(row: Row, numbers: Iterable[int]) -> Iterable[Row]:
    free = sorted(numbers)
    for values in product((False, True), repeat=len(free)):
        yield agrees(row, dict(zip(free, values, strict=True)))


@for_any(f=FORMULAS)
def test_a_diagram_holds_where_its_formula_does(f: Formula) -> None:
    space = Space()

    assert space.table(f.in_(space)) == f.table


@for_any(f=FORMULAS, g=FORMULAS)
def test_two_formulas_are_the_same_diagram_exactly_if_they_have_the_same_table(
    f: Formula, g: Formula
) -> None:
    space = Space()

    assert (f.in_(space) == g.in_(space)) == (f.table == g.table)


@for_any(f=FORMULAS)
def test_only_what_always_holds_is_true_and_what_never_does_false(f: Formula) -> None:
    space = Space()

    assert (f.in_(space) == TRUE) == (f.table == EVERYWHERE)
    assert (f.in_(space) == FALSE) == (not f.table)


@for_any(fs=st.lists(FORMULAS, max_size=4))
def test_every_and_some_are_the_and_and_the_or_of_all(fs: list[Formula]) -> None:
    space = Space()
    diagrams = [f.in_(space) for f in fs]

    every, some = space.functions.every(diagrams), space.functions.some(diagrams)

    assert space.table(every) == EVERYWHERE.intersection(*(f.table for f in fs))
    assert space.table(some) == frozenset().union(*(f.table for f in fs))


@for_any(f=FORMULAS, values=SETTINGS)
def test_a_fixed_function_is_the_one_read_with_its_variables_set(
    f: Formula, values: dict[int, bool]
) -> None:
    space = Space()

    fixed = space.functions.fix(f.in_(space), values)

    assert space.table(fixed) == {row for row in ROWS if agrees(row, values) in f.table}
    assert not space.functions.support(fixed) & values.keys()


@for_any(f=FORMULAS, numbers=NUMBERS)
def test_for_all_holds_where_the_function_does_whatever_the_variables(
    f: Formula, numbers: set[int]
) -> None:
    space = Space()

    always = space.functions.for_all(f.in_(space), numbers)

    assert space.table(always) == {
        row for row in ROWS if all(way in f.table for way in ways(row, numbers))
    }


@for_any(f=FORMULAS)
def test_the_support_is_the_variables_that_matter_alone(f: Formula) -> None:
    space = Space()

    support = space.functions.support(f.in_(space))

    assert support == {
        number
        for number in range(SIZE)
        if any(len({way in f.table for way in ways(row, {number})}) > 1 for row in ROWS)
    }


@for_any(f=FORMULAS)
def test_along_a_diagram_variables_come_in_their_order(f: Formula) -> None:
    space = Space()
    stack = [f.in_(space)]

    while stack:
        node = stack.pop()
        if node > TRUE:
            number, low, high = space.functions.parts(node)
            assert low != high
            assert all(space.functions.number(side) > number for side in (low, high))
            stack += [low, high]


def test_a_function_that_would_grow_too_large_is_given_up_and_the_others_stay() -> None:
    functions = Functions(nodes=2_000)
    v = [functions.variable() for _ in range(60)]
    first = functions.both(v[0], v[30])

    with pytest.raises(TooLargeError):
        functions.every(functions.either(v[n], v[n + 30]) for n in range(30))

    assert functions.both(v[30], v[0]) == first
    assert functions.support(first) == {0, 30}
