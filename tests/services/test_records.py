"""A decision recorded, and decided again."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.cli.app import main
from kg.domain.cases import Case
from kg.errors import UsageError
from kg.imports.records import read_record
from kg.services.cases import example_cases, load_case
from kg.services.export import export_case
from kg.services.records import replay
from kg.services.workspace import Workspace


@pytest.fixture(scope="module")
def case(workspace: Workspace) -> Case:
    return load_case(workspace, example_cases(workspace)["source-memo-completed"])


@pytest.fixture(scope="module")
def written(workspace: Workspace, case: Case) -> bytes:
    return export_case(workspace, "record", case)


def test_a_recorded_decision_comes_out_the_same_to_the_byte(
    workspace: Workspace, written: bytes
) -> None:
    found = replay(workspace, read_record(written, "decision.jsonld"))

    assert found.is_same
    assert found.ontology
    assert found.engine
    assert not found.moved


def test_a_decision_of_another_day_is_replayed_on_its_day(workspace: Workspace, case: Case) -> None:
    written = export_case(workspace, "record", case, on=date(2024, 3, 1))

    record = read_record(written, "decision.jsonld")

    assert record.day == date(2024, 3, 1)
    assert replay(workspace, record).is_same


def test_what_has_moved_is_named_by_its_place(workspace: Workspace, written: bytes) -> None:
    record = read_record(written, "decision.jsonld")
    other = record.answer.replace(
        '"certification":{"answer":"no"', '"certification":{"answer":"yes"'
    )
    assert other != record.answer

    found = replay(workspace, replace(record, answer=other))

    assert not found.is_same
    assert {m.path.rpartition(".certification.")[2] for m in found.moved} == {"answer"}
    assert {(m.then, m.now) for m in found.moved} == {('"yes"', '"no"')}


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [('"answer": "no"', '"answer": "yes"', "answer"), ("care", "research", "caseFile")],
)
def test_a_record_touched_since_is_refused(written: bytes, old: str, new: str, where: str) -> None:
    touched = written.decode().replace(old, new, 1).encode()

    with pytest.raises(UsageError) as caught:
        read_record(touched, "decision.jsonld")

    assert where in caught.value.say("fr")
    assert where in caught.value.say("en")


@pytest.mark.parametrize("text", ["", "[]", "{}", "{" * 100_000, '{"format": "hds-record/2"}'])
def test_what_is_no_record_is_told_so(text: str) -> None:
    with pytest.raises(UsageError, match="no record of a decision"):
        read_record(text.encode(), "other.json")


def test_a_record_is_json_ld_that_needs_no_network(written: bytes) -> None:
    quads = list(ox.parse(written, format=ox.RdfFormat.JSON_LD))

    predicates = {quad.predicate.value for quad in quads}
    assert "http://www.w3.org/ns/prov#wasGeneratedBy" in predicates
    assert "http://www.w3.org/ns/earl#outcome" in predicates


def test_a_record_carries_the_proofs(written: bytes) -> None:
    answer = json.loads(written)["answer"]

    for actor in answer["actors"].values():
        assert actor["certification"]["because"]


def test_the_command_replays_and_tells_by_its_status(
    written: bytes,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    record = tmp_path / "decision.jsonld"
    record.write_bytes(written)
    monkeypatch.setattr("sys.argv", ["kg", "replay", str(record), "--lang", "en"])

    with pytest.raises(SystemExit) as ended:
        main()

    assert ended.value.code == 0
    assert "the same answer" in capsys.readouterr().out
