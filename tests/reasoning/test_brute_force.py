"""Drawn cases against brute force: each answer, and each missing fact, is what all completions say.

A case is drawn in which nothing is unknown; some of its facts are then forgotten, and tried in
every way. Two facts that lead to the same answer whatever they are ask no question.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, combinations, product
from math import prod
from random import Random

import pytest

from kg.domain.answers import Outcome
from kg.domain.case_format import KeyFormat, ValueKind
from kg.domain.cases import Case, Value
from kg.reasoning.axioms.theory import Notion
from kg.reasoning.inquiry import Inquiry
from kg.services.edit import check_case, state
from kg.services.workspace import Workspace
from kg.vocabulary import HDS
from tests.agree import inquire
from tests.drawn_cases import draw_case

FACTS, FEW = 12, 3
COMPLETIONS, WHOLE = 96, 4096
SEEDS = range(12)


@dataclass(frozen=True)
class Place:
    """A fact that is forgotten, and the values that it may have had."""

    path: str
    key: str
    values: tuple[Value, ...]

    @property
    def fact(self) -> str:
        """The name of the fact."""
        return f"{self.path}.{self.key}"


def values_of(key: KeyFormat, case: Case) -> tuple[Value, ...]:
    """Return the values that a key can have, none if they are many or are not known."""
    if key.kind is ValueKind.BOOLEAN:
        return (True, False)
    names = [option.value for option in key.options]
    if key.target:
        names = [entity.id for entity in case.of(key.target)]
    if not key.term or key.stands or len(names) > FEW:
        return ()
    if not key.is_list:
        return tuple(names)
    return tuple(chain.from_iterable(combinations(names, size) for size in range(len(names) + 1)))


def forgotten(workspace: Workspace, case: Case, random: Random, most: int) -> list[Place]:
    """Return facts of a case, so many that all their values can be tried together."""
    found = [
        Place(entity.path, key.key, values_of(key, case))
        for section in workspace.form.sections
        for entity in case.of(section.name)
        for key in section.keys
        if key.term and not key.default and len(values_of(key, case)) > 1
    ]
    random.shuffle(found)
    chosen: list[Place] = []
    for place in found:
        if prod(len(each.values) for each in (*chosen, place)) <= most and len(chosen) < FACTS:
            chosen.append(place)
    return sorted(chosen, key=lambda place: place.fact)


def complete(case: Case, places: list[Place], values: tuple[Value, ...] | None = None) -> Case:
    """Return the case with the values given, or with those facts unknown."""
    for n, place in enumerate(places):
        case = state(case, place.path, place.key, values[n] if values else None)
    return case


def questions(workspace: Workspace, case: Case) -> list[tuple[Notion, str]]:
    """Return all that is asked of each actor: certificate, approval, roles, norms."""
    catalogue = workspace.catalogue
    asked: list[Notion] = [(catalogue.certification.iri, ""), (catalogue.approval.iri, "")]
    asked += [(role.iri, "") for role in catalogue.roles]
    asked += [(HDS.term("isBoundBy"), norm.iri) for norm in catalogue.norms]
    return [(notion, actor.id) for notion in asked for actor in case.of("actors")]


def matters(n: int, outcomes: dict[tuple[Value, ...], Outcome]) -> bool:
    """Tell whether two completions that differ in one fact alone have different answers."""
    seen: dict[tuple[Value, ...], set[Outcome]] = {}
    for values, outcome in outcomes.items():
        seen.setdefault((*values[:n], *values[n + 1 :]), set()).add(outcome)
    return any(len(found) > 1 for found in seen.values())


@pytest.mark.parametrize("seed", SEEDS)
def test_a_drawn_case_is_answered_as_all_its_completions_are(
    workspace: Workspace, pytestconfig: pytest.Config, seed: int
) -> None:
    random = Random(seed)  # noqa: S311 - no secret
    case = check_case(
        workspace, draw_case(workspace.form, random, name=f"drawn-{seed}", closed=True)
    )
    places = forgotten(
        workspace, case, random, WHOLE if pytestconfig.getoption("whole") else COMPLETIONS
    )
    tried: dict[tuple[Value, ...], Inquiry] = {
        values: inquire(workspace, complete(case, places, values))
        for values in product(*(place.values for place in places))
    }

    inquiry = inquire(workspace, complete(case, places))

    for question in questions(workspace, case):
        outcomes = {values: each.outcome(*question) for values, each in tried.items()}
        found = set(outcomes.values())
        assert inquiry.outcome(*question) is (
            found.pop() if len(found) == 1 else Outcome.UNDETERMINED
        )
        missing = {each.fact for each in inquiry.missing(*question)}
        assert missing == {p.fact for n, p in enumerate(places) if matters(n, outcomes)}
