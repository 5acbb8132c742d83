"""Boolean functions of unknown facts and open readings, as reduced ordered decision diagrams.

A function is a number: `FALSE`, `TRUE`, or a node of the diagram. Two equal functions are the
same number (R. Bryant, “Graph-Based Algorithms for Boolean Function Manipulation”, 1986), so
that “whatever the unknown facts turn out to be” is a comparison and not a search.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

__all__ = ["FALSE", "TRUE", "Functions", "TooLargeError"]

FALSE = 0
TRUE = 1
_LEAF = 1 << 30


class TooLargeError(Exception):
    """A function depends on so much that its diagram would be too large to build."""


class Functions:
    """A family of functions over variables numbered from 0, in the order of their creation."""

    def __init__(self) -> None:
        """Start with the two constants and no variable."""
        self._nodes: list[tuple[int, int, int]] = [(_LEAF, 0, 0), (_LEAF, 1, 1)]
        self._unique: dict[tuple[int, int, int], int] = {}
        self._memo: dict[tuple[int, int, int], int] = {}
        self._count = 0
        self._limit = 0

    def allow(self, nodes: int) -> None:
        """Let the diagrams grow by so many nodes more; 0 for as many as it takes."""
        self._limit = len(self._nodes) + nodes if nodes else 0

    def variable(self) -> int:
        """Return the function that is a new variable, tested after all the others."""
        self._count += 1
        return self._node(self._count - 1, FALSE, TRUE)

    def number(self, f: int) -> int:
        """Return the number of the variable that `f` tests first."""
        return self._nodes[f][0]

    def both(self, f: int, g: int) -> int:
        """Return `f` and `g`."""
        if FALSE in (f, g):
            return FALSE
        if f == TRUE:
            return g
        return f if g == TRUE else self.choose(f, g, FALSE)

    def either(self, f: int, g: int) -> int:
        """Return `f` or `g`."""
        if TRUE in (f, g):
            return TRUE
        if f == FALSE:
            return g
        return f if g == FALSE else self.choose(f, TRUE, g)

    def negate(self, f: int) -> int:
        """Return not `f`."""
        return 1 - f if f <= TRUE else self.choose(f, FALSE, TRUE)

    def every(self, functions: Iterable[int]) -> int:
        """Return the conjunction; `TRUE` of none."""
        result = TRUE
        for f in functions:
            result = self.both(result, f)
        return result

    def some(self, functions: Iterable[int]) -> int:
        """Return the disjunction; `FALSE` of none."""
        result = FALSE
        for f in functions:
            result = self.either(result, f)
        return result

    def choose(self, f: int, g: int, h: int) -> int:
        """Return `g` where `f` holds and `h` where it does not."""
        if f <= TRUE:
            return g if f == TRUE else h
        if g == h:
            return g
        key = (f, g, h)
        if key not in self._memo:
            nodes = self._nodes
            number = min(nodes[f][0], nodes[g][0], nodes[h][0])
            low = self.choose(
                self._side(f, number, 1), self._side(g, number, 1), self._side(h, number, 1)
            )
            high = self.choose(
                self._side(f, number, 2), self._side(g, number, 2), self._side(h, number, 2)
            )
            self._memo[key] = self._node(number, low, high)
        return self._memo[key]

    def fix(self, f: int, values: Mapping[int, bool]) -> int:
        """Return `f` where the variables numbered in `values` are set."""
        return self._rebuild(f, values, {})

    def for_all(self, f: int, numbers: Iterable[int]) -> int:
        """Return where `f` holds whatever the variables numbered are."""
        for number in sorted(set(numbers) & self.support(f), reverse=True):
            f = self.both(self.fix(f, {number: False}), self.fix(f, {number: True}))
        return f

    def support(self, f: int) -> set[int]:
        """Return the numbers of the variables on which `f` depends."""
        found: set[int] = set()
        seen: set[int] = set()
        stack = [f]
        while stack:
            node = stack.pop()
            if node > TRUE and node not in seen:
                seen.add(node)
                number, low, high = self._nodes[node]
                found.add(number)
                stack += [low, high]
        return found

    def parts(self, f: int) -> tuple[int, int, int]:
        """Return the variable that `f` tests first, and `f` where it is false and where true."""
        return self._nodes[f]

    def _side(self, f: int, number: int, side: int) -> int:
        node = self._nodes[f]
        return node[side] if node[0] == number else f

    def _node(self, number: int, low: int, high: int) -> int:
        if low == high:
            return low
        key = (number, low, high)
        if key not in self._unique:
            if self._limit and len(self._nodes) >= self._limit:
                raise TooLargeError
            self._unique[key] = len(self._nodes)
            self._nodes.append(key)
        return self._unique[key]

    def _rebuild(self, f: int, values: Mapping[int, bool], memo: dict[int, int]) -> int:
        if f <= TRUE:
            return f
        if f not in memo:
            number, low, high = self._nodes[f]
            if number in values:
                memo[f] = self._rebuild(high if values[number] else low, values, memo)
            else:
                sides = (self._rebuild(low, values, memo), self._rebuild(high, values, memo))
                memo[f] = self._node(number, *sides)
        return memo[f]
