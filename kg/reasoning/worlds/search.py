"""A search for values of variables that meet every clause, which learns from each dead end.

Conflict-driven clause learning with watched literals (J. Marques-Silva, K. Sakallah, “GRASP”,
1999; N. Eén, N. Sörensson, “An Extensible SAT-solver”, 2003). A literal is the number of a
variable, from 1, or its negative. A variable is presumed false until something speaks for it, so
that the worlds found hold little more than they must.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Sequence

__all__ = ["Search", "SearchError"]

Clause = list[int]
_DECAY = 0.95


class SearchError(Exception):
    """The search was given up: more dead ends than it was allowed."""


class Search:
    """Clauses, and the search for values that meet them all."""

    def __init__(self, *, dead_ends: int = 20_000) -> None:
        """Start with no clause; a search stops after so many `dead_ends`."""
        self._most = dead_ends
        self._values: dict[int, int] = {}
        self._levels: dict[int, int] = {}
        self._reasons: dict[int, Clause | None] = {}
        self._watches: dict[int, list[Clause]] = defaultdict(list)
        self._trail: list[int] = []
        self._limits: list[int] = []
        self._head = 0
        self._weights: dict[int, float] = {}
        self._step = 1.0
        self._order: list[tuple[float, int]] = []
        self._impossible = False
        self.core: frozenset[int] = frozenset()

    def add(self, literals: Iterable[int]) -> None:
        """Add a clause: at least one of the literals holds."""
        self._back(0)
        clause = sorted(set(literals), key=abs)
        for literal in clause:
            self._know(abs(literal))
        if any(-literal in clause or self._value(literal) > 0 for literal in clause):
            return
        self._attach([literal for literal in clause if self._value(literal) == 0])

    def _attach(self, clause: Clause) -> None:
        if len(clause) > 1:
            self._watch(clause)
        elif not clause:
            self._impossible = True
        else:
            self._assign(clause[0], None)
            self._impossible = self._impossible or self._propagate() is not None

    def solve(self, assumed: Sequence[int] = ()) -> dict[int, bool] | None:
        """Return values that meet every clause and all that is assumed; None if there are none.

        `core` then holds assumptions that no values meet together.

        Raises:
            SearchError: the search was given up.
        """
        self._back(0)
        self.core = frozenset()
        for literal in assumed:
            self._know(abs(literal))
        for _ in range(self._most):
            if self._impossible:
                return None
            conflict = self._propagate()
            if conflict is not None:
                if not self._limits:
                    self._impossible = True
                    return None
                self._learn(conflict)
            elif not self._decide(assumed):
                return None
            elif self._head == len(self._trail) == len(self._values):
                return {variable: value > 0 for variable, value in self._values.items()}
        raise SearchError

    def _decide(self, assumed: Sequence[int]) -> bool:
        """Take the next decision, those assumed first; False if what is assumed cannot hold."""
        while len(self._limits) < len(assumed):
            literal = assumed[len(self._limits)]
            if self._value(literal) < 0:
                self.core = self._blame(literal)
                return False
            self._limits.append(len(self._trail))
            if self._value(literal) == 0:
                self._assign(literal, None)
                return True
        while self._order:
            _, variable = heapq.heappop(self._order)
            if self._values[variable] == 0:
                self._limits.append(len(self._trail))
                self._assign(-variable, None)
                return True
        return True

    def _know(self, variable: int) -> None:
        if variable not in self._values:
            self._values[variable] = 0
            self._weights[variable] = 0.0
            heapq.heappush(self._order, (0.0, variable))

    def _value(self, literal: int) -> int:
        value = self._values[abs(literal)]
        return value if literal > 0 else -value

    def _assign(self, literal: int, reason: Clause | None) -> None:
        variable = abs(literal)
        self._values[variable] = 1 if literal > 0 else -1
        self._levels[variable] = len(self._limits)
        self._reasons[variable] = reason
        self._trail.append(literal)

    def _watch(self, clause: Clause) -> None:
        self._watches[clause[0]].append(clause)
        self._watches[clause[1]].append(clause)

    def _propagate(self) -> Clause | None:
        """Draw what follows of what is assigned; return a clause that it breaks, if any."""
        while self._head < len(self._trail):
            false = -self._trail[self._head]
            self._head += 1
            watching, self._watches[false] = self._watches[false], []
            for place, clause in enumerate(watching):
                if not self._visit(clause, false):
                    self._watches[false] += watching[place + 1 :]
                    return clause
        return None

    def _visit(self, clause: Clause, false: int) -> bool:
        """Find another literal to watch, or assign the last one; False if the clause breaks."""
        if clause[0] == false:
            clause[0], clause[1] = clause[1], clause[0]
        if self._value(clause[0]) <= 0:
            for place in range(2, len(clause)):
                if self._value(clause[place]) >= 0:
                    clause[1], clause[place] = clause[place], clause[1]
                    self._watches[clause[1]].append(clause)
                    return True
        self._watches[false].append(clause)
        if self._value(clause[0]) < 0:
            return False
        if self._value(clause[0]) == 0:
            self._assign(clause[0], clause)
        return True

    def _learn(self, conflict: Clause) -> None:
        """Learn the clause that the dead end teaches, and go back to where it says something."""
        learnt, level = self._analyse(conflict)
        self._back(level)
        self._step /= _DECAY
        if len(learnt) > 1:
            self._watch(learnt)
        self._assign(learnt[0], learnt if len(learnt) > 1 else None)

    def _analyse(self, conflict: Clause) -> tuple[Clause, int]:
        """Return the clause of the first unique implication point, and the level it acts on."""
        here, seen, ahead = len(self._limits), set[int](), 0
        others: Clause = []
        clause, place = conflict, len(self._trail) - 1
        while True:
            for variable in {abs(literal) for literal in clause} - seen:
                seen.add(variable)
                self._weigh(variable)
                if self._levels[variable] == here:
                    ahead += 1
                elif self._levels[variable] > 0:
                    others.append(variable if self._values[variable] < 0 else -variable)
            while abs(self._trail[place]) not in seen:
                place -= 1
            literal = self._trail[place]
            place, ahead = place - 1, ahead - 1
            if ahead == 0:
                break
            clause = self._reasons[abs(literal)] or []
        others.sort(key=lambda other: -self._levels[abs(other)])
        level = self._levels[abs(others[0])] if others else 0
        return [-literal, *others], level

    def _weigh(self, variable: int) -> None:
        self._weights[variable] += self._step
        heapq.heappush(self._order, (-self._weights[variable], variable))

    def _back(self, level: int) -> None:
        """Undo all that was assigned above `level`."""
        if len(self._limits) <= level:
            return
        start = self._limits[level]
        for literal in self._trail[start:]:
            variable = abs(literal)
            self._values[variable] = 0
            heapq.heappush(self._order, (-self._weights[variable], variable))
        del self._trail[start:], self._limits[level:]
        self._head = start

    def _blame(self, literal: int) -> frozenset[int]:
        """Return the assumptions of which the falsity of an assumed literal follows."""
        ahead, seen, found = [abs(literal)], set[int](), {literal}
        while ahead:
            variable = ahead.pop()
            if variable in seen or self._levels[variable] == 0:
                continue
            seen.add(variable)
            reason = self._reasons[variable]
            if reason is None:
                found.add(variable if self._values[variable] > 0 else -variable)
            else:
                ahead += [abs(other) for other in reason]
        return frozenset(found)
