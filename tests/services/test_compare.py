from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from kg.domain.answers import ActorAnswer, Outcome, Status
from kg.domain.comparisons import ActorChanges, Comparison, Presence
from kg.services.cases import load_case
from kg.services.compare import Asked, compare, comparison_as_json, comparison_as_text
from kg.services.edit import state
from kg.services.qualify import qualify
from kg.services.workspace import Workspace

EVE, DAY = date(2025, 6, 30), date(2025, 7, 1)
ARCHIVE = "from-july-2025-electronic-archiving-owes-the-certificate-too"
ACCESS = "readings-differ-on-privileged-access-with-no-activity"


def asked(workspace: Workspace, root: Path, name: str, day: date, reading: str = "") -> Asked:
    case = load_case(workspace, root / "tests" / "cases" / f"{name}.yaml")
    return Asked(case=case, day=day, reading=reading)


def about(comparison: Comparison, actor: str) -> ActorChanges:
    (found,) = (changes for changes in comparison.actors if changes.id == actor)
    return found


def test_a_case_compared_with_itself_changes_nothing(workspace: Workspace, law_case: Path) -> None:
    case = load_case(workspace, law_case)
    assert case.day is not None
    side = Asked(case=case, day=case.day)

    comparison = compare(workspace, side, side)

    assert comparison.is_same
    assert not comparison.facts
    assert not comparison.law


def test_the_eve_and_the_day_of_the_archiving_duty_differ_by_its_grounds_alone(
    workspace: Workspace, root: Path
) -> None:
    sides = (asked(workspace, root, ARCHIVE, day) for day in (EVE, DAY))

    comparison = compare(workspace, *sides)

    assert not comparison.facts
    (conclusion,) = about(comparison, "archiver").conclusions
    assert (conclusion.before, conclusion.after) == (Outcome.CONTESTED, Outcome.YES)
    assert conclusion.activities_after == ("backup",)
    decisive = {ground.ground for ground in comparison.law if ground.decides}
    assert set(conclusion.law) <= decisive
    assert all(g.since == DAY for g in comparison.law if g.presence is Presence.AFTER)
    breached = [n.id for n in about(comparison, "archiver").norms if n.is_breached_anew]
    assert "hold-certificate-archiving" in breached


def test_another_fact_changes_the_answer_and_is_named_as_the_cause(
    workspace: Workspace, root: Path
) -> None:
    case = load_case(workspace, root / "data/cases/source-memo-completed.yaml")
    more = state(case, "services.saas", "activities", ("administration_operation",))
    sides = (Asked(case=c, day=date(2026, 11, 23)) for c in (case, more))

    comparison = compare(workspace, *sides)

    assert [fact.fact for fact in comparison.facts] == ["services.saas.activities"]
    assert comparison.facts[0].decides
    (conclusion,) = about(comparison, "publisher").conclusions
    assert (conclusion.before, conclusion.after) == (Outcome.NO, Outcome.YES)
    assert conclusion.facts == ("services.saas.activities",)
    assert not comparison.law


def test_a_reading_retained_settles_what_the_readings_contest(
    workspace: Workspace, root: Path
) -> None:
    day = date(2026, 11, 23)
    sides = (
        asked(workspace, root, ACCESS, day, r)
        for r in ("access-is-not-operation", "access-is-operation")
    )

    comparison = compare(workspace, *sides)

    (conclusion,) = about(comparison, "maintainer").conclusions
    assert (conclusion.before, conclusion.after) == (Outcome.NO, Outcome.YES)
    assert {ground.is_reading for ground in comparison.law if ground.decides} >= {True}


def test_an_actor_of_one_case_alone_is_said_to_be_so(workspace: Workspace, root: Path) -> None:
    names = (ACCESS, ARCHIVE)
    sides = (asked(workspace, root, name, date(2026, 11, 23)) for name in names)

    comparison = compare(workspace, *sides)

    assert about(comparison, "maintainer").presence is Presence.BEFORE
    assert about(comparison, "archiver").presence is Presence.AFTER


@pytest.mark.parametrize("name", [ARCHIVE, ACCESS])
def test_what_changes_is_what_the_two_answers_say_otherwise(
    workspace: Workspace, root: Path, name: str
) -> None:
    sides = [asked(workspace, root, name, day) for day in (date(2024, 4, 1), date(2026, 11, 23))]
    answers = [qualify(workspace, side.case, on=side.day) for side in sides]

    changed = {actor.id: actor for actor in compare(workspace, *sides).actors}

    for old, new in zip(answers[0].actors, answers[1].actors, strict=True):
        changes = changed.get(old.id)
        found = {change.id: change for change in changes.norms} if changes else {}
        for norm in bindings(old).keys() | bindings(new).keys():
            pair = tuple(bindings(a).get(norm, (Outcome.NO, None)) for a in (old, new))
            assert (norm in found) == (pair[0] != pair[1])
            if norm in found:
                change = found[norm]
                assert pair[0] == (change.before, change.status_before)
                assert pair[1] == (change.after, change.status_after)


def bindings(actor: ActorAnswer) -> dict[str, tuple[Outcome, Status]]:
    return {n.id: (n.binding, n.status) for n in (*actor.norms, *actor.possible_norms)}


def test_a_comparison_is_said_in_both_languages_and_as_json(
    workspace: Workspace, root: Path
) -> None:
    comparison = compare(workspace, *(asked(workspace, root, ARCHIVE, day) for day in (EVE, DAY)))

    assert "LES LECTURES DIVERGENT → OUI" in comparison_as_text(comparison, "fr")
    assert "READINGS DIFFER → YES" in comparison_as_text(comparison, "en")
    tree = json.loads(comparison_as_json(comparison))
    assert tree["format"] == "hds-comparison/1"
    assert tree["actors"]["archiver"]["conclusions"]["certification"]["after"] == "yes"
