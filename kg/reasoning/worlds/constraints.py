"""Constraints gathered, and worlds found that meet them: functions given to the search."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kg.reasoning.functions import FALSE, TRUE, Functions
from kg.reasoning.worlds.search import Search

__all__ = ["Constraints", "clauses_of", "is_true"]

World = Mapping[int, bool]
"""The value of each variable of the functions; one that is absent is false."""


class Constraints:
    """Functions that must all hold, and the worlds in which they do."""

    def __init__(self, functions: Functions) -> None:
        """Start with none."""
        self.functions, self._search = functions, Search()
        self._known: set[int] = set()

    def require(self, constraints: Iterable[int]) -> None:
        """Require that each of the functions holds."""
        for f in constraints:
            if f not in self._known:
                self._known.add(f)
                for clause in clauses_of(self.functions, f):
                    self._search.add(clause)

    def require_one(self, choices: Iterable[int]) -> None:
        """Require that one of the functions holds, each a variable or the negation of one."""
        self._search.add(self._literal(f) for f in choices)

    def _literal(self, f: int) -> int:
        number, low, _ = self.functions.parts(f)
        return -(number + 1) if low == TRUE else number + 1

    def find(self, *assumed: int) -> World | None:
        """Return a world that meets every constraint and what is assumed, or None.

        Raises:
            SearchError: the search was given up.
        """
        found = self._search.solve([self._literal(f) for f in assumed])
        return None if found is None else {n - 1: value for n, value in found.items()}


def is_true(functions: Functions, f: int, world: World) -> bool:
    """Tell whether a function holds in a world."""
    while f > TRUE:
        number, low, high = functions.parts(f)
        f = high if world.get(number) else low
    return f == TRUE


def clauses_of(functions: Functions, f: int) -> Iterator[list[int]]:
    """Yield the clauses that together say that `f` holds, in the literals of the search."""
    ahead: list[tuple[int, list[int]]] = [(f, [])]
    while ahead:
        node, broken = ahead.pop()
        if node == FALSE:
            yield broken
        elif node != TRUE:
            number, low, high = functions.parts(node)
            ahead.append((low, [*broken, number + 1]))
            ahead.append((high, [*broken, -(number + 1)]))
