"""What begins on which day: a norm binds from its first day, and not the day before.

One situation in which everything that can be breached is, on the eve and on the day of each change
of law. The days are those of the statutes and decrees: 5 March 2002 (loi 2002-303), 28 January 2016
(loi 2016-41), 1 April 2018 (ordonnance 2017-27), 25 May 2018 (GDPR), 16 May 2024 (arrêté of
26 April 2024), 1 July 2025 (loi 2024-449, art. 32), 26 September 2026 (décret 2026-209).
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import cast

import pytest
from ruamel.yaml import YAML

from kg.domain.answers import Answer
from kg.errors import UsageError
from kg.services.cases import load_case
from kg.services.qualify import qualify
from kg.services.workspace import Workspace

EVERYTHING = Path(__file__).parent / "timeline" / "everything-that-can-be-breached-is.yaml"
BEGINNINGS = cast(
    "dict[str, dict[str, dict[str, list[str]]]]",
    YAML(typ="safe", pure=True).load(EVERYTHING.with_name("what-begins-when.yaml")),
)


def bound(answer: Answer) -> dict[str, set[str]]:
    """Return the norms that bind each actor."""
    return {actor.id: {norm.id for norm in actor.norms} for actor in answer.actors}


def breached(answer: Answer) -> dict[str, set[str]]:
    """Return the norms that each actor breaches."""
    return {actor.id: set(actor.breaches) for actor in answer.actors}


def on(workspace: Workspace, day: date) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Return what binds and what is breached on a day; nothing before the regime."""
    try:
        answer = qualify(workspace, load_case(workspace, EVERYTHING), on=day)
    except UsageError:
        return {}, {}
    return bound(answer), breached(answer)


def begun(eve: dict[str, set[str]], day: dict[str, set[str]]) -> dict[str, list[str]]:
    """Return what there is on the day and was not on its eve, by actor."""
    new = {actor: norms - eve.get(actor, set()) for actor, norms in day.items()}
    return {actor: sorted(norms) for actor, norms in new.items() if norms}


@pytest.mark.parametrize("day", BEGINNINGS)
def test_a_norm_binds_from_its_first_day_and_not_the_day_before(
    workspace: Workspace, day: str
) -> None:
    first = date.fromisoformat(day)

    eve, today = on(workspace, first - timedelta(days=1)), on(workspace, first)

    assert begun(eve[0], today[0]) == BEGINNINGS[day]["binds"]
    assert begun(eve[1], today[1]) == BEGINNINGS[day].get("breached", {})


def begins_right(workspace: Workspace, day: str) -> bool:
    """Tell whether what begins on a day is what should."""
    first = date.fromisoformat(day)
    eve, today = on(workspace, first - timedelta(days=1)), on(workspace, first)
    return begun(eve[0], today[0]) == BEGINNINGS[day]["binds"] and begun(
        eve[1], today[1]
    ) == BEGINNINGS[day].get("breached", {})


def test_a_certified_host_leaves_inspection_on_the_day_of_the_certificate(
    workspace: Workspace,
) -> None:
    eve, _ = on(workspace, date(2018, 3, 31))
    day, _ = on(workspace, date(2018, 4, 1))

    assert "submit-to-inspection" in eve["certified"]
    assert "submit-to-inspection" not in day["certified"]


def test_before_the_regime_there_is_nothing_to_say(workspace: Workspace) -> None:
    with pytest.raises(UsageError) as raised:
        qualify(workspace, load_case(workspace, EVERYTHING), on=date(2002, 3, 4))

    assert "05/03/2002" in raised.value.say("fr")
