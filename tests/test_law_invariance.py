"""What does not matter: the names of things, their order, what actors call themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

import pytest

from kg.domain.answers import ActorAnswer, Answer
from kg.domain.case_format import CaseFormat
from kg.domain.cases import Case, Entity, Fact
from kg.services.cases import load_case
from kg.services.qualify import qualify
from kg.services.workspace import Workspace

Change: TypeAlias = Callable[[Case, CaseFormat], Case]

PREFIX = "renamed-"
STRANGER = "stranger"


def answer_to(workspace: Workspace, case: Case) -> Answer:
    """Return the answer to a case on its own day."""
    assert case.day is not None
    return qualify(workspace, case, on=case.day)


def conclusions(answer: Answer) -> dict[str, object]:
    """Return what is concluded about each actor, in no order and under its first name."""
    return {plain(actor.id): of_actor(actor) for actor in answer.actors}


def plain(name: str) -> str:
    return name.replace(PREFIX, "")


def of_actor(actor: ActorAnswer) -> dict[str, object]:
    asked = {
        conclusion.question: (
            (conclusion.answer, conclusion.authority),
            (conclusion.activities, conclusion.covered, conclusion.missing),
            {(position.reading, position.answer) for position in conclusion.positions},
            {
                (plain(missing.fact), plain(reply), outcome)
                for missing in conclusion.missing_facts
                for reply, outcome in missing.settles
                if reply != STRANGER
            },
            {(len(flip.changes), flip.answer) for flip in conclusion.flips},
        )
        for conclusion in (actor.certification, actor.approval)
    }
    return asked | {
        "roles": {role.id for role in actor.roles},
        "norms": {(norm.id, norm.status, norm.provision) for norm in actor.norms},
        "possible": {(norm.id, norm.binding) for norm in actor.possible_norms},
    }


def renamed(case: Case, form: CaseFormat) -> Case:
    """Return the case in which every actor, dataset and service has another id."""
    keyed = {section.name for section in form.sections if section.keyed}

    def rename(entity: Entity) -> Entity:
        section = form.section(entity.section)
        assert section is not None
        # `body` is free text, or the id of an actor.
        targets = {key.key for key in section.keys if key.target} | {"body"}
        facts = (
            replace(fact, value=prefixed(fact.value)) if fact.key in targets else fact
            for fact in entity.facts
        )
        name = PREFIX + entity.id if entity.section in keyed else entity.id
        owner = entity.owner.replace("actors.", f"actors.{PREFIX}")
        return replace(entity, id=name, owner=owner, facts=tuple(facts))

    return replace(case, entities=tuple(rename(entity) for entity in case.entities))


def prefixed(value: object) -> str | tuple[str, ...] | None:
    match value:
        case str():
            return PREFIX + value
        case tuple():
            return tuple(PREFIX + str(item) for item in value)
        case _:
            return None


def of_other_kinds(case: Case, _form: CaseFormat) -> Case:
    """Return the case in which every actor calls itself something else."""
    kind = Fact(key="kind", value="other")
    return with_actors(case, lambda facts: (kind, *without_kind(facts)))


def of_no_kind(case: Case, _form: CaseFormat) -> Case:
    """Return the case in which no actor says what it is."""
    return with_actors(case, without_kind)


def without_kind(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    return tuple(fact for fact in facts if fact.key != "kind")


def with_actors(case: Case, change: Callable[[tuple[Fact, ...]], tuple[Fact, ...]]) -> Case:
    entities = (
        replace(entity, facts=change(entity.facts)) if entity.section == "actors" else entity
        for entity in case.entities
    )
    return replace(case, entities=tuple(entities))


def turned_round(case: Case, _form: CaseFormat) -> Case:
    """Return the case read from its last line to its first, and every list from its end."""
    entities = (
        replace(entity, facts=tuple(backwards(fact) for fact in reversed(entity.facts)))
        for entity in reversed(case.entities)
    )
    return replace(case, entities=tuple(entities))


def backwards(fact: Fact) -> Fact:
    return replace(fact, value=fact.value[::-1]) if isinstance(fact.value, tuple) else fact


@pytest.mark.parametrize("change", [renamed, of_other_kinds, of_no_kind, turned_round])
def test_names_kinds_and_order_change_nothing(
    workspace: Workspace, law_case: Path, change: Change
) -> None:
    case = load_case(workspace, law_case)

    after = conclusions(answer_to(workspace, change(case, workspace.form)))

    assert after == conclusions(answer_to(workspace, case))


def test_an_actor_who_takes_no_part_changes_nothing_for_the_others(
    workspace: Workspace, law_case: Path
) -> None:
    case = load_case(workspace, law_case)
    stranger = Entity(section="actors", id=STRANGER)
    # In an open case the stranger might be a client, a controller, the holder of a certificate...
    joined = replace(case, complete=True, entities=(stranger, *case.entities))

    after = conclusions(without_flips(answer_to(workspace, joined)))

    assert after.pop(STRANGER)
    before = answer_to(workspace, replace(case, complete=True))
    assert after == conclusions(without_flips(before))


def without_flips(answer: Answer) -> Answer:
    """Return an answer without what would change it: the stranger may take a part in that."""
    actors = (
        replace(
            actor,
            certification=replace(actor.certification, flips=()),
            approval=replace(actor.approval, flips=()),
        )
        for actor in answer.actors
    )
    return replace(answer, actors=tuple(actors))
