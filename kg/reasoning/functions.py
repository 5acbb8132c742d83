"""Boolean functions of unknown facts and open readings, as reduced ordered decision diagrams.

A function is a number: `FALSE`, `TRUE`, or that of a diagram. Two equal functions are the same
number (R. Bryant, “Graph-Based Algorithms for Boolean Function Manipulation”, 1986), so that
“whatever the unknown facts turn out to be” is a comparison and not a search. The diagrams are
OxiDD's (N. Husung and others, “OxiDD”, TACAS 2024).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from oxidd.bcdd import BCDDFunction, BCDDManager
from oxidd.util import BooleanOperator
from oxidd.util import DDMemoryError as TooLargeError

__all__ = ["FALSE", "TRUE", "Functions", "TooLargeError"]

FALSE = 0
TRUE = 1
_LEAF = 1 << 30
_MOST_NODES, _CACHE = 1 << 17, 1 << 14


class Functions:
    """A family of functions over variables numbered from 0, in the order of their creation.

    What would need more than `nodes` nodes raises `TooLargeError`; the rest stays as it is.
    """

    def __init__(self, nodes: int = _MOST_NODES) -> None:
        """Start with the two constants and no variable."""
        self._manager = BCDDManager(nodes, _CACHE, 1)
        self._most = nodes
        self._diagrams = [self._manager.false(), self._manager.true()]
        self._numbers = {diagram: n for n, diagram in enumerate(self._diagrams)}
        self._nodes: dict[int, tuple[int, int, int]] = {}
        self._both: dict[tuple[int, int], int] = {}
        self._cubes: dict[tuple[tuple[int, bool], ...], BCDDFunction] = {}

    def mark(self) -> int:
        """Return a mark: the functions made so far, which `forget` keeps."""
        return len(self._diagrams)

    def is_half_full(self) -> bool:
        """Tell whether half of the room for diagrams is taken."""
        return self._manager.num_inner_nodes() > self._most // 2

    def forget(self, mark: int) -> None:
        """Forget every function made since a mark, and give their room back."""
        del self._diagrams[mark:]
        self._numbers = {diagram: n for n, diagram in enumerate(self._diagrams)}
        self._both = {key: f for key, f in self._both.items() if max(*key, f) < mark}
        self._nodes = {f: parts for f, parts in self._nodes.items() if max(f, *parts[1:]) < mark}
        self._cubes.clear()
        self._manager.gc()

    def variable(self) -> int:
        """Return the function that is a new variable, tested after all the others."""
        (number,) = self._manager.add_vars(1)
        return self._number(self._manager.var(number))

    def number(self, f: int) -> int:
        """Return the number of the variable that `f` tests first."""
        return self.parts(f)[0]

    def both(self, f: int, g: int) -> int:
        """Return `f` and `g`."""
        if f in (g, FALSE) or g == TRUE:
            return f
        if g == FALSE or f == TRUE:
            return g
        key = (f, g) if f < g else (g, f)
        found = self._both.get(key)
        if found is None:
            diagrams = self._diagrams
            found = self._both[key] = self._number(diagrams[f] & diagrams[g])
        return found

    def either(self, f: int, g: int) -> int:
        """Return `f` or `g`."""
        if f in (g, TRUE) or g == FALSE:
            return f
        if g == TRUE or f == FALSE:
            return g
        return self._number(self._diagrams[f] | self._diagrams[g])

    def negate(self, f: int) -> int:
        """Return not `f`."""
        return 1 - f if f <= TRUE else self._number(~self._diagrams[f])

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

    def fix(self, f: int, values: Mapping[int, bool]) -> int:
        """Return `f` where the variables numbered in `values` are set."""
        if f <= TRUE or not values:
            return f
        literals, names = self._cube(values), self._cube(dict.fromkeys(values, True))
        return self._number(self._diagrams[f].apply_exists(BooleanOperator.AND, literals, names))

    def for_all(self, f: int, numbers: Iterable[int]) -> int:
        """Return where `f` holds whatever the variables numbered are."""
        names = self._cube(dict.fromkeys(numbers, True))
        return f if f <= TRUE else self._number(self._diagrams[f].forall(names))

    def support(self, f: int) -> set[int]:
        """Return the numbers of the variables on which `f` depends."""
        found: set[int] = set()
        seen: set[int] = set()
        stack = [f]
        while stack:
            node = stack.pop()
            if node > TRUE and node not in seen:
                seen.add(node)
                number, low, high = self.parts(node)
                found.add(number)
                stack += [low, high]
        return found

    def parts(self, f: int) -> tuple[int, int, int]:
        """Return the variable that `f` tests first, and `f` where it is false and where true."""
        if f <= TRUE:
            return _LEAF, f, f
        if f not in self._nodes:
            diagram = self._diagrams[f]
            number, sides = diagram.node_var(), diagram.cofactors()
            assert number is not None and sides is not None  # noqa: PT018, S101 - no constant
            high, low = (self._number(side) for side in sides)
            self._nodes[f] = number, low, high
        return self._nodes[f]

    def _cube(self, values: Mapping[int, bool]) -> BCDDFunction:
        """Return the conjunction of variables, some of them negated."""
        key = tuple(sorted(values.items(), reverse=True))
        if key not in self._cubes:
            cube, manager = self._manager.true(), self._manager
            for number, value in key:
                cube = (manager.var(number) if value else manager.not_var(number)) & cube
            self._cubes[key] = cube
        return self._cubes[key]

    def _number(self, diagram: BCDDFunction) -> int:
        number = self._numbers.setdefault(diagram, len(self._diagrams))
        if number == len(self._diagrams):
            self._diagrams.append(diagram)
        return number
