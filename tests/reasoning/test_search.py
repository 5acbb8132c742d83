"""The search finds values where there are some, by brute force, and blames what it must."""

from __future__ import annotations

from itertools import product
from random import Random

import pytest

from kg.reasoning.worlds.search import Search, SearchError


def meets(clauses: list[list[int]], assumed: list[int], size: int) -> bool:
    """Tell whether some values meet the clauses and what is assumed, trying them all."""
    return any(
        all(bits[abs(one) - 1] == (one > 0) for one in assumed)
        and all(any(bits[abs(one) - 1] == (one > 0) for one in clause) for clause in clauses)
        for bits in product((False, True), repeat=size)
    )


@pytest.mark.parametrize("seed", range(60))
def test_values_are_found_exactly_where_there_are_some(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - a fixed seed, no secret
    size = random.randint(1, 8)
    search, clauses = Search(), list[list[int]]()
    for _ in range(random.randint(1, 30)):
        clause = [random.choice((-1, 1)) * random.randint(1, size) for _ in range(3)]
        search.add(clause)
        clauses.append(clause)
        assumed = [one * random.choice((-1, 1)) for one in range(1, random.randint(1, size) + 1)]

        values = search.solve(assumed)

        assert (values is not None) is meets(clauses, assumed, size)
        if values is None:
            assert search.core <= set(assumed)
            assert not meets(clauses, sorted(search.core), size)
        else:
            assert all(any(values[abs(one)] == (one > 0) for one in each) for each in clauses)


def test_a_search_that_is_too_long_is_given_up_and_says_nothing() -> None:
    search = Search(dead_ends=20)
    for bird in range(7):
        search.add(bird * 6 + hole + 1 for hole in range(6))
    for hole in range(6):
        for first in range(7):
            for second in range(first):
                search.add((-(first * 6 + hole + 1), -(second * 6 + hole + 1)))

    with pytest.raises(SearchError):
        search.solve()
