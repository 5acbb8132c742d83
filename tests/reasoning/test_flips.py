"""What would change the answer: each flip does, and none is larger than it need be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import chain
from pathlib import Path
from typing import TypeAlias

import pytest

from kg.domain.answers import Change, Flip, Outcome
from kg.domain.case_format import KeyFormat, ValueKind
from kg.domain.cases import Case, Entity, Value
from kg.reasoning.axioms.theory import Notion
from kg.reasoning.facts.conditions import said_of
from kg.reasoning.inquiry import Inquiry
from kg.services.cases import load_case
from kg.services.edit import state
from kg.services.workspace import Workspace

Law: TypeAlias = Callable[[str], Case]
Inquire: TypeAlias = Callable[[Case], Inquiry]
Question: TypeAlias = tuple[Notion, str]

# The presence of one country outside the area is what matters, not which one.
COUNTRIES = {"any_eea_country": "FR", "any_third_country": "US"}


def find(workspace: Workspace, case: Case, fact: str) -> tuple[str, KeyFormat]:
    """Return the path of the entity and the key that a fact names."""
    (found,) = (
        (entity.path, key)
        for section in workspace.form.sections
        for entity in case.of(section.name)
        for key in section.keys
        if fact == f"{entity.path}.{key.key}"
    )
    return found


def apply(workspace: Workspace, case: Case, change: Change) -> Case:
    """Return the case in which the fact says what the change would have it say."""
    path, key = find(workspace, case, change.fact)
    if key.kind is ValueKind.DATE:
        return within_dates(case, path, is_within=change.then == "true")
    return state(case, path, key.key, value_of(key, change.then))


def within_dates(case: Case, path: str, *, is_within: bool) -> Case:
    """Return the case in which a certificate or an approval runs on the day, or has ended."""
    assert case.day is not None
    day = case.day
    last = day if is_within else day - timedelta(days=1)
    return state(state(case, path, "from", date(2018, 4, 1)), path, "until", last)


def value_of(key: KeyFormat, text: str) -> Value:
    if key.kind is ValueKind.BOOLEAN:
        return text == "true"
    words = tuple(COUNTRIES.get(word, word) for word in text.split(", ") if word)
    return words if key.is_list else words[0]


def questions(workspace: Workspace, case: Case) -> Iterator[Question]:
    for actor in case.of("actors"):
        yield (workspace.catalogue.certification.iri, ""), actor.id
        yield (workspace.catalogue.approval.iri, ""), actor.id


def test_a_flip_leads_to_the_answer_that_it_announces(
    workspace: Workspace, inquire: Inquire, law_case: Path
) -> None:
    case = load_case(workspace, law_case)
    inquiry = inquire(case)

    for question in questions(workspace, case):
        for flip in inquiry.flips(*question):
            changed = case
            for change in flip.changes:
                changed = apply(workspace, changed, change)

            assert inquire(changed).outcome(*question) == flip.answer, (question, flip)


def size(workspace: Workspace, case: Case, flip: Flip) -> int:
    """Return how many single changes a flip takes: each word of a list is one."""
    return sum(steps(find(workspace, case, change.fact)[1], change) for change in flip.changes)


def steps(key: KeyFormat, change: Change) -> int:
    before, after = ({w for w in text.split(", ") if w} for text in (change.now, change.then))
    return len(before ^ after) if key.is_list else 1


def single_changes(workspace: Workspace, case: Case) -> Iterator[Case]:
    """Yield every case that says one single thing otherwise."""
    for section in workspace.form.sections:
        for entity in case.of(section.name):
            for key in section.keys:
                said = said_of(case, entity, key)
                is_presumed = key.target and key.default and entity.fact(key.key) is None
                if not key.term or said.is_open or is_presumed:
                    continue
                for value in other_values(case, entity, key, said.value):
                    yield state(case, entity.path, key.key, value)
    for entity in (*case.of("certificates"), *case.of("approvals")):
        if all(isinstance(date_of(case, entity.path, name), date) for name in ("from", "until")):
            yield from (within_dates(case, entity.path, is_within=w) for w in (True, False))


def date_of(case: Case, path: str, name: str) -> object:
    (entity,) = (entity for entity in case.entities if entity.path == path)
    fact = entity.fact(name)
    return fact.value if fact else None


def other_values(case: Case, entity: Entity, key: KeyFormat, now: Value | None) -> Iterator[Value]:
    """Yield the values at one step from what the case says now."""
    options = [COUNTRIES[stand] for stand in key.stands] or [o.value for o in key.options]
    if key.target:
        itself = entity.id if key.target == entity.section else ""
        options = [other.id for other in case.of(key.target) if other.id != itself]
    if key.kind is ValueKind.BOOLEAN:
        yield now is not True
    elif key.kind in {ValueKind.CHOICE, ValueKind.REFERENCE}:
        yield from (option for option in options if option != now)
    elif key.is_list:
        stated = now if isinstance(now, tuple) else ()
        for word in dict.fromkeys(chain(stated, options)):
            yield tuple(w for w in stated if w != word) if word in stated else (*stated, word)


SMALL = [
    "a publisher without technical access on a certified host needs no certificate",
    "readings differ on privileged access with no activity",
    "readings differ on data of vigilance",
    "providing hardware alone is hosting",
    "mere backup calls for the certificate and not for the approval",
    "paper archives call for the approval and never for the certificate",
    "scanning paper files and returning them within weeks is not hosting",
    "a hospital that hosts its own data needs no certificate",
    "anonymous data are outside the regime",
    "mere transit is not hosting",
    "data without a link to france are out of reach",
    "an approval of the health minister that still runs stands for the certificate",
    "from july 2025 electronic archiving owes the certificate too",
    "readings differ on hosting delegated within a hospital group",
]


@pytest.mark.parametrize("sentence", SMALL)
def test_an_answer_that_one_change_reaches_is_not_said_to_take_two(
    workspace: Workspace, law: Law, inquire: Inquire, sentence: str
) -> None:
    case = law(sentence)
    inquiry = inquire(case)
    nearby = [inquire(changed) for changed in single_changes(workspace, case)]

    for question in questions(workspace, case):
        reached = {other.outcome(*question) for other in nearby}
        reached -= {inquiry.outcome(*question), Outcome.UNDETERMINED}
        flips = inquiry.flips(*question)
        assert {f.answer for f in flips if size(workspace, case, f) == 1} == reached, question
