"""The rules of law: each file of `tests/cases` is one, named by its sentence.

`expect` is the part of the answer that is known to be right, and nothing of the rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias, TypedDict, cast

from ruamel.yaml import YAML

from kg.domain.answers import ActorAnswer, Conclusion
from kg.services.cases import load_case
from kg.services.qualify import qualify
from kg.services.workspace import Workspace

Settles: TypeAlias = dict[str, dict[str, str]]


class Question(TypedDict, total=False):
    """What is expected of one question about one actor."""

    answer: str
    activities: list[str]
    covered: list[str]
    missing: list[str]
    missing_facts_include: list[str]
    settles: Settles
    positions_include: list[str]
    positions_exclude: list[str]


class Expected(TypedDict, total=False):
    """What is expected about one actor."""

    certification: Question
    approval: Question
    roles_include: list[str]
    roles_exclude: list[str]
    norms_include: list[str]
    norms_exclude: list[str]
    breaches_include: list[str]
    breaches_exclude: list[str]
    statuses: dict[str, str]


def expected(path: Path) -> dict[str, Expected]:
    """Return what a file expects, by actor."""
    tree = YAML(typ="safe", pure=True).load(path)["expect"]
    assert set(tree) == {"basis", "actors"}
    assert tree["basis"], "an expectation names what it rests on"
    return cast("dict[str, Expected]", tree["actors"])


def test_law(workspace: Workspace, law_case: Path) -> None:
    case = load_case(workspace, law_case)
    assert case.id == law_case.stem
    assert case.day is not None
    wanted = expected(law_case)

    answer = qualify(workspace, case, on=case.day)

    actors = {actor.id: actor for actor in answer.actors}
    wrong = [
        f"{id_}: {difference}"
        for id_, said in wanted.items()
        for difference in differences(actors[id_], said)
    ]
    assert not wrong, "\n".join([case.id, *wrong])


def differences(actor: ActorAnswer, said: Expected) -> Iterator[str]:
    """Yield, in words, where an answer departs from what is expected of it."""
    unknown = said.keys() - Expected.__annotations__.keys()
    assert not unknown, f"no such expectation: {unknown}"
    yield from of_question("certification", actor.certification, said.get("certification", {}))
    yield from of_question("approval", actor.approval, said.get("approval", {}))
    for name, found in {
        "roles": {role.id for role in actor.roles},
        "norms": {norm.id for norm in actor.norms},
        "breaches": set(actor.breaches),
    }.items():
        yield from of_list(name, found, said)
    statuses = {norm.id: norm.status.value for norm in actor.norms}
    for norm, status in said.get("statuses", {}).items():
        if statuses.get(norm) != status:
            yield f"{norm} is {statuses.get(norm, 'no norm of it')}, and not {status}"


def of_list(name: str, found: set[str], said: Expected) -> Iterator[str]:
    """Yield what should and should not be in one list of an answer."""
    lists = {key: value for key, value in said.items() if isinstance(value, list)}
    if lacking := set(lists.get(f"{name}_include", [])) - found:
        yield f"{name} lack {sorted(lacking)}, and hold {sorted(found)}"
    if excess := set(lists.get(f"{name}_exclude", [])) & found:
        yield f"{name} hold {sorted(excess)}"


def of_question(name: str, found: Conclusion, said: Question) -> Iterator[str]:
    """Yield where the answer to a question departs from what is expected."""
    unknown = said.keys() - Question.__annotations__.keys()
    assert not unknown, f"no such expectation: {unknown}"
    if found.answer != said.get("answer", found.answer):
        facts = [missing.fact for missing in found.missing_facts]
        yield f"{name} is {found.answer}, and not {said.get('answer')} (missing facts: {facts})"
    for key, have in (
        ("activities", found.activities),
        ("covered", found.covered),
        ("missing", found.missing),
    ):
        if list(have) != (wanted := {**said}.get(key, list(have))):
            yield f"{name}.{key} is {list(have)}, and not {wanted}"
    yield from of_readings(name, found, said)
    yield from of_missing_facts(name, found, said)


def of_readings(name: str, found: Conclusion, said: Question) -> Iterator[str]:
    """Yield which readings of the law should, or should not, stand beside the answer."""
    readings = {position.reading for position in found.positions}
    if lacking := set(said.get("positions_include", [])) - readings:
        yield f"{name} does not show {sorted(lacking)} among {sorted(readings)}"
    if excess := set(said.get("positions_exclude", [])) & readings:
        yield f"{name} shows {sorted(excess)}"


def of_missing_facts(name: str, found: Conclusion, said: Question) -> Iterator[str]:
    """Yield which facts should be asked for, and what the replies to them should settle."""
    facts = {missing.fact: dict(missing.settles) for missing in found.missing_facts}
    if lacking := set(said.get("missing_facts_include", [])) - facts.keys():
        yield f"{name} does not ask for {sorted(lacking)}, but for {sorted(facts)}"
    for fact, replies in said.get("settles", {}).items():
        have = {reply: outcome.value for reply, outcome in facts.get(fact, {}).items()}
        if not replies.items() <= have.items():
            yield f"{name}: the replies to {fact} settle {have}, and not {replies}"
