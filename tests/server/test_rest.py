"""The REST interface: the same answers as the command line's."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from kg.services.cases import load_case
from kg.services.qualify import qualify
from kg.services.render import to_json
from kg.services.workspace import Workspace


@pytest.fixture(scope="module")
def memo(root: Path) -> Path:
    """The case of the source memo, completed."""
    return root / "data/cases/source-memo-completed.yaml"


def test_the_server_tells_that_it_is_well(client: TestClient) -> None:
    health = client.get("/api/health").json()

    assert health["status"] == "ok"
    assert health["triples"] > 10_000


def test_a_case_is_answered_as_the_program_answers_it(
    client: TestClient, workspace: Workspace, memo: Path
) -> None:
    case = load_case(workspace, memo)
    assert case.day is not None

    answer = client.post("/api/qualify", content=memo.read_bytes())

    assert answer.status_code == 200
    assert answer.json() == json.loads(to_json(qualify(workspace, case, on=case.day)))


def test_the_law_of_another_day_is_applied_when_it_is_asked_for(
    client: TestClient, memo: Path
) -> None:
    answer = client.post("/api/qualify?date=2019-01-01", content=memo.read_bytes())

    assert answer.json()["date"] == "2019-01-01"


def test_an_explanation_is_the_proof_in_the_language_asked_for(
    client: TestClient, memo: Path
) -> None:
    answer = client.post("/api/explain/publisher?lang=en", content=memo.read_bytes())

    assert answer.status_code == 200
    assert "need not be certified" in answer.text


@pytest.mark.parametrize(
    ("path", "body", "words"),
    [
        ("qualify", b"format: hds-case/1\nid: x\nactors: {a: {kind: nothing}}\n", "nothing"),
        ("qualify", b"- not a case", "case"),
        ("qualify?date=tomorrow", b"format: hds-case/1\nid: x\nactors: {a: {}}\n", "tomorrow"),
        ("qualify?authority=rumour", b"format: hds-case/1\nid: x\nactors: {a: {}}\n", "rumour"),
        ("explain/b", b"format: hds-case/1\nid: x\nactors: {a: {}}\n", "Actors: a"),
    ],
)
def test_a_case_that_is_wrong_is_told_so_in_both_languages(
    client: TestClient, path: str, body: bytes, words: str
) -> None:
    answer = client.post(f"/api/{path}", content=body)

    problem = answer.json()
    assert answer.status_code == problem["status"] == 422
    assert words in problem["detail"]
    assert all(fault["fr"] and fault["en"] for fault in problem["faults"])


def test_a_case_cannot_be_endless_nor_bring_the_server_down(client: TestClient) -> None:
    bomb = b"a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n"

    assert client.post("/api/qualify", content=b"#" * 2**21).status_code == 413
    assert client.post("/api/qualify", content=b"\xff").status_code == 400
    assert client.post("/api/qualify", content=bomb).status_code == 422
    assert client.get("/api/health").json()["status"] == "ok"


def test_the_questions_are_listed_with_their_parameters(client: TestClient) -> None:
    questions = client.get("/api/questions").json()["questions"]

    assert len(questions) >= 10
    assert all(question["question"]["fr"] for question in questions)


def test_a_question_about_the_law_is_answered(client: TestClient) -> None:
    answer = client.get("/api/questions/penalties")

    assert answer.headers["content-type"].startswith("application/sparql-results+json")
    assert "no-sale" in answer.text


def test_a_question_about_a_case_takes_the_case_as_its_body(client: TestClient, memo: Path) -> None:
    body = memo.read_bytes()

    norms = client.post("/api/questions/obligations-of-an-actor?actor=publisher", content=body)
    evidence = client.post("/api/questions/obligations-without-evidence", content=body)

    assert norms.json()["results"]["bindings"]
    assert evidence.status_code == 200
    assert "head" in evidence.json()


def test_a_stranger_names_no_file_of_this_machine(client: TestClient) -> None:
    answer = client.get("/api/questions/obligations-of-an-actor?case=/etc/passwd")

    assert answer.status_code == 422
    assert "root" not in answer.text


def test_a_question_that_is_not_there_is_told_with_the_nearest(client: TestClient) -> None:
    answer = client.get("/api/questions/penalty")

    assert answer.status_code == 422
    assert "penalties" in answer.json()["detail"]


def test_the_interface_describes_itself(client: TestClient) -> None:
    described = client.get("/api/openapi.json").json()

    assert described["openapi"].startswith("3.1")
    assert {"/api/qualify", "/api/explain/{actor}", "/api/questions/{name}", "/api/health"} <= set(
        described["paths"]
    )
