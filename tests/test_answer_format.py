"""The answer in JSON: the keys and the values that other people's tools depend on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TypeAlias

from kg.services.cases import load_case
from kg.services.qualify import qualify
from kg.services.render import to_json
from kg.services.workspace import Workspace

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"

ANSWERS = {"yes", "no", "contested", "undetermined"}
STANDINGS = {"prevailing", "minority", "open"}
ROLES = {
    "host", "controller", "joint_controller", "processor", "sub_processor", "intermediary",
    "originator", "patient", "archiver", "certification_body",
}  # fmt: skip
MODALITIES = {"obligation", "prohibition", "permission", "exemption"}
STATUSES = {"met", "breached", "unknown"}
RANKS = ["law", "regulation", "standard", "case_law", "doctrine", "analysis"]
ACTIVITIES = [
    "physical_sites", "hardware_infrastructure", "virtual_infrastructure",
    "application_platform", "administration_operation", "backup",
]  # fmt: skip
KINDS = {"fact", "definition", "ground", "closure", "reading", "cases"}


def mapping(node: Json, *keys: str) -> dict[str, Json]:
    """Return a node that is a mapping and holds the keys."""
    assert isinstance(node, dict)
    assert not set(keys) - node.keys()
    return node


def sequence(node: Json) -> list[Json]:
    """Return a node that is a list."""
    assert isinstance(node, list)
    return node


def words(node: Json) -> list[str]:
    """Return a node that is a list of words, each said once."""
    found = [item for item in sequence(node) if isinstance(item, str)]
    assert len(found) == len(sequence(node)) == len(set(found))
    return found


def test_the_answer_has_the_keys_and_the_values_of_the_format(
    workspace: Workspace, law_case: Path
) -> None:
    case = load_case(workspace, law_case)
    assert case.day is not None

    line = to_json(qualify(workspace, case, on=case.day))

    assert "\n" not in line
    tree = mapping(json.loads(line), "format", "case", "date", "actors")
    assert tree["format"] == "hds-answer/1"
    assert tree["case"] == law_case.stem
    assert date.fromisoformat(str(tree["date"])) == case.day
    actors = mapping(tree["actors"])
    assert list(actors) == [entity.id for entity in case.of("actors")]
    for actor in actors.values():
        check_actor(actor)


def check_actor(node: Json) -> None:
    actor = mapping(node, "roles", "certification", "approval", "norms", "breaches")
    assert set(words(actor["roles"])) <= ROLES
    assert "sub_processor" not in words(actor["roles"]) or "processor" in words(actor["roles"])
    certification = mapping(actor["certification"], "activities", "covered", "missing")
    check_activities(certification)
    for conclusion in (certification, mapping(actor["approval"])):
        check_conclusion(conclusion)
    for norm in sequence(actor["norms"]):
        check_norm(norm)
    norms = [mapping(norm) for norm in sequence(actor["norms"])]
    words([norm["id"] for norm in norms])
    breached = [str(norm["id"]) for norm in norms if norm["status"] == "breached"]
    assert words(actor["breaches"]) == breached


def check_activities(certification: dict[str, Json]) -> None:
    activities = words(certification["activities"])
    covered, missing = words(certification["covered"]), words(certification["missing"])
    for listed in (activities, covered, missing):
        assert listed == [activity for activity in ACTIVITIES if activity in listed]
    assert not set(covered) & set(missing)
    assert set(covered) | set(missing) <= set(activities)
    assert certification["answer"] == "yes" or not activities


def check_conclusion(conclusion: dict[str, Json]) -> None:
    mapping(conclusion, "answer", "authority", "positions", "missing_facts", "flips", "because")
    answer = conclusion["answer"]
    assert answer in ANSWERS
    assert conclusion["authority"] in ({""} if answer == "undetermined" else RANKS)
    assert bool(sequence(conclusion["missing_facts"])) == (answer == "undetermined")
    assert (conclusion["because"] is None) == (answer == "undetermined")
    for position in sequence(conclusion["positions"]):
        check_position(position, answer)
    for missing in sequence(conclusion["missing_facts"]):
        check_missing(missing)
    for flip in sequence(conclusion["flips"]):
        found = mapping(flip, "changes", "answer")
        assert found["answer"] in ANSWERS - {answer}
        assert sequence(found["changes"])
    for step in walk(conclusion["because"]):
        check_step(step)


def check_position(node: Json, answer: Json) -> None:
    position = mapping(node, "question", "reading", "answer", "source", "authority", "standing")
    assert position["answer"] in ANSWERS - {str(answer)}
    assert position["authority"] in RANKS
    assert position["standing"] in STANDINGS
    assert sequence(position["source"])


def check_missing(node: Json) -> None:
    missing = mapping(node, "fact", "question", "settles")
    assert set(mapping(missing["question"])) == {"fr", "en"}
    assert set(mapping(missing["settles"]).values()) <= ANSWERS - {"undetermined"}


def check_norm(node: Json) -> None:
    norm = mapping(node, "id", "modality", "provision", "authority", "status")
    assert norm["modality"] in MODALITIES
    assert norm["provision"]
    assert norm["authority"] in RANKS
    assert norm["status"] in STATUSES


def check_step(step: dict[str, Json]) -> None:
    assert step["kind"] in KINDS
    assert all(mapping(step["statement"])[lang] for lang in ("fr", "en"))
    assert step.get("authority", "law") in RANKS


def walk(node: Json) -> Iterator[dict[str, Json]]:
    """Yield the steps of a proof."""
    if node is None:
        return
    step = mapping(node, "kind", "holds", "statement")
    yield step
    for premise in sequence(step.get("because", [])):
        yield from walk(premise)


def test_facts_are_named_by_their_path_in_the_case(workspace: Workspace, law_case: Path) -> None:
    case = load_case(workspace, law_case)
    assert case.day is not None
    answer = qualify(workspace, case, on=case.day)

    known = {entity.path for entity in case.entities} | {s.name for s in workspace.form.sections}
    for actor in answer.actors:
        for conclusion in (actor.certification, actor.approval):
            facts = [missing.fact for missing in conclusion.missing_facts]
            facts += [change.fact for flip in conclusion.flips for change in flip.changes]
            for fact in facts:
                assert any(fact == path or fact.startswith(f"{path}.") for path in known), fact
