"""The cases that the benchmarks reason on, and what is concluded of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from kg.domain.cases import Case
from kg.reasoning.axioms.theory import Notion, Theory
from kg.reasoning.engine.evaluation import Evaluation
from kg.reasoning.facts.situation import Situation
from kg.reasoning.functions import FALSE, TRUE
from kg.reasoning.inquiry import Inquiry
from kg.services.cases import load_case
from kg.services.workspace import Workspace

__all__ = ["Closed", "closed", "closed_cases", "inquire"]

DAY = date(2026, 11, 23)
Fact = tuple[str, ...]


def inquire(workspace: Workspace, case: Case) -> Inquiry:
    """Return an inquiry into a case on its own day."""
    day = case.day or DAY
    cite = lambda iri: workspace.cite(iri, day)  # noqa: E731 - bound to this day
    return Inquiry(workspace.theory, workspace.form, case, day=day, cite=cite)


@dataclass(frozen=True)
class Closed:
    """A case in which no fact is unknown, under the first reading of each question."""

    theory: Theory
    situation: Situation

    @cached_property
    def notions(self) -> list[Notion]:
        """All that may be concluded of an individual."""
        definitions = ((name, "") for name in self.theory.definitions)
        return [*self.theory.grounds, *definitions]

    @cached_property
    def readings(self) -> frozenset[str]:
        """The reading chosen for each open question."""
        first: dict[str, str] = {}
        for reading in self.theory.readings:
            if reading.is_admissible:
                first.setdefault(reading.question, reading.iri)
        return frozenset(first.values())

    @cached_property
    def stated(self) -> list[Fact]:
        """The facts: a class and an individual, or a property and two."""
        situation = self.situation
        found: list[Fact] = [(sort, name) for name, sort in situation.sorts.items()]
        found += [key for key, condition in situation.members.items() if condition == TRUE]
        for term, rows in situation.edges.items():
            found += [(term, s, o) for s, row in rows.items() for o, c in row.items() if c == TRUE]
        return found

    def conclude(self) -> list[Fact]:
        """Return all that the engine concludes, from nothing but the facts."""
        guards = {r.iri: TRUE if r.iri in self.readings else FALSE for r in self.theory.readings}
        evaluation = Evaluation(self.theory, self.situation, guards)
        found: list[Fact] = []
        for name, value in self.notions:
            for individual in self.situation.sorts:
                if value:
                    holds = evaluation.concludes((name, value), individual)
                else:
                    holds = evaluation.member(name, individual)
                if holds == TRUE:
                    found.append((name, value, individual) if value else (name, individual))
        return found


def closed(inquiry: Inquiry) -> Closed:
    """Return a case in which whatever is unknown is not so."""
    situation = inquiry.situation
    unknown = dict.fromkeys(range(len(situation.variables)), False)

    def fix(row: dict[str, int]) -> dict[str, int]:
        return {other: situation.functions.fix(f, unknown) for other, f in row.items()}

    def fix_all(
        edges: dict[str, dict[str, dict[str, int]]],
    ) -> dict[str, dict[str, dict[str, int]]]:
        return {t: {name: fix(row) for name, row in rows.items()} for t, rows in edges.items()}

    members = {key: situation.functions.fix(f, unknown) for key, f in situation.members.items()}
    edges, incoming = fix_all(situation.edges), fix_all(situation.incoming)
    whole = replace(situation, members=members, edges=edges, incoming=incoming)
    return Closed(inquiry.theory, whole)


def closed_cases(workspace: Workspace, most: int) -> list[Closed]:
    """Return the first cases of the tests, closed."""
    folder = workspace.settings.root / "tests" / "cases"
    paths = sorted(folder.glob("*.yaml"))[:most]
    return [closed(inquire(workspace, load_case(workspace, path))) for path in paths]
