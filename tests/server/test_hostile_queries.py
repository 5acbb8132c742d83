"""Queries of strangers: none gets out, none changes anything, none disturbs the others."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.testclient import TestClient

from kg.errors import QueryError
from kg.sandbox.question import Question
from kg.server.app import build_app
from kg.services.service import Service, open_service
from kg.settings import read_settings
from tests.server.conftest import ADDRESS

CROSS = "{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
DOUBLED = " ".join(f"BIND(CONCAT(?v{n}, ?v{n}) AS ?v{n + 1})" for n in range(40))
PATIENCE = 30
"""Far more seconds than the deadline of two, on a machine that is busy."""


@pytest.fixture(scope="module")
def service() -> Iterator[Service]:
    """A service with a deadline that these tests can wait for."""
    service = open_service(read_settings(), seconds=2)
    yield service
    service.close()


@pytest.fixture(scope="module")
def client(service: Service) -> TestClient:
    """A client of that service."""
    return TestClient(build_app(service), base_url=ADDRESS)


def status(client: TestClient, query: str) -> int:
    return client.post("/sparql", data={"query": query}).status_code


def assert_others_are_served(client: TestClient) -> None:
    start = time.monotonic()

    assert client.post("/sparql", data={"query": "ASK {}"}).json()["boolean"]
    assert time.monotonic() - start < PATIENCE


@pytest.mark.parametrize(
    "pattern",
    [
        "SELECT * {{ SERVICE <{at}> {{ ?s ?p ?o }} }}",
        "SELECT * {{ sErViCe SILENT <{at}> {{ ?s ?p ?o }} }}",
        "SELECT * {{ ?s ?p ?o FILTER EXISTS {{ SERVICE <{at}> {{ ?s ?p ?o }} }} }}",
        "SELECT * {{ {{ SELECT * {{ SERVICE <{at}> {{ ?s ?p ?o }} }} }} }}",
        "PREFIX x: <{at}> SELECT * {{ SERVICE x: {{ ?s ?p ?o }} }}",
        "BASE <{at}> SELECT * {{ SERVICE <> {{ ?s ?p ?o }} }}",
        "SELECT * {{ \\u0053ERVICE <{at}> {{ ?s ?p ?o }} }}",
        "SELECT * {{ VALUES ?g {{ <{at}> }} SERVICE ?g {{ ?s ?p ?o }} }}",
        "LOAD <{at}>",
        "# SELECT\nload silent <{at}> into graph <a:b>",
        "SELECT * {{}} ; LOAD <{at}>",
    ],
)
def test_a_query_that_would_go_out_is_refused_and_nobody_is_asked(
    client: TestClient, canary: socket.socket, pattern: str
) -> None:
    at = f"http://127.0.0.1:{canary.getsockname()[1]}/sparql"

    assert 400 <= status(client, pattern.format(at=at)) < 500
    with pytest.raises(BlockingIOError):
        canary.accept()


@pytest.mark.parametrize("clause", ["FROM", "FROM NAMED"])
@pytest.mark.parametrize("place", ["http://127.0.0.1:{port}/x", "file:///etc/passwd"])
def test_a_graph_or_a_file_that_a_query_names_is_not_fetched(
    client: TestClient, canary: socket.socket, clause: str, place: str
) -> None:
    at = place.format(port=canary.getsockname()[1])
    query = f"SELECT * {clause} <{at}> {{ {{ ?s ?p ?o }} UNION {{ GRAPH ?g {{ ?s ?p ?o }} }} }}"

    answer = client.post("/sparql", data={"query": query})

    assert answer.status_code == 200
    assert answer.json()["results"]["bindings"] == []
    with pytest.raises(BlockingIOError):
        canary.accept()


@pytest.mark.parametrize("update", ["CLEAR ALL", "DROP DEFAULT", "INSERT DATA { <a:b> <a:c> 1 }"])
def test_an_update_is_refused_by_whatever_door_and_changes_nothing(
    client: TestClient, update: str
) -> None:
    count = {"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"}
    before = client.post("/sparql", data=count).text

    doors = [
        client.post("/sparql", data={"query": update}),
        client.post("/sparql", data={"update": update}),
        client.get("/sparql", params={"update": update}),
        client.post(
            "/sparql", content=update, headers={"content-type": "application/sparql-update"}
        ),
    ]

    assert {door.status_code for door in doors} == {403}
    assert client.post("/sparql", data=count).text == before


@pytest.mark.parametrize(
    "query",
    [
        f"SELECT (COUNT(*) AS ?n) {CROSS}",
        f"SELECT DISTINCT ?a ?d ?g {CROSS} ORDER BY ?i",
        f"SELECT (GROUP_CONCAT(?c) AS ?all) {CROSS}",
        "SELECT * { ?x "
        + "/".join(["rdfs:subClassOf"] * 90)
        + " ?y . ?y (rdf:type|^rdf:type)* ?z . ?a (!rdf:nil|^(!rdf:nil))* ?b }",
        f'SELECT (STRLEN(?v40) AS ?n) {{ BIND("{"a" * 30}" AS ?v0) {DOUBLED} }}',
    ],
    ids=["count", "sort", "concatenate", "path", "double"],
)
def test_a_query_without_end_is_stopped_and_the_others_are_served(
    client: TestClient, query: str
) -> None:
    start = time.monotonic()

    answer = client.post("/sparql", data={"query": query})

    assert answer.status_code in {413, 503}
    assert time.monotonic() - start < PATIENCE
    assert_others_are_served(client)


def test_a_refusal_for_want_of_time_says_when_to_come_again(client: TestClient) -> None:
    answer = client.post("/sparql", data={"query": f"SELECT (COUNT(?e) AS ?n) {CROSS}"})

    assert answer.status_code == 503
    assert int(answer.headers["retry-after"]) > 0


@pytest.mark.parametrize("form", ["json", "csv"])
def test_a_result_without_end_is_an_error_and_never_cut(service: Service, form: str) -> None:
    question = Question(text=f"SELECT * {CROSS}", table=form)

    with pytest.raises(QueryError) as refused:
        service.endpoint.pool.ask(question, seconds=120)

    assert refused.value.reason == "too-big"
    assert "10 MiB" in refused.value.say("en")


def test_too_big_a_result_has_its_status(client: TestClient) -> None:
    doubled = DOUBLED.partition("BIND(CONCAT(?v25")[0]
    query = f'SELECT ?v25 {{ BIND("{"a" * 30}" AS ?v0) {doubled} }}'

    assert status(client, query) in {413, 503}
    assert status(client, f"CONSTRUCT {{ ?a ?b ?c . ?d ?e ?i }} WHERE {CROSS}") in {413, 503}


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * " + "{" * 5000 + "}" * 5000,
        "ASK { FILTER(" + "(" * 20_000 + "1" + ")" * 20_000 + ") }",
        "ASK { FILTER(" + "!" * 50_000 + "true) }",
        "ASK { FILTER(" + "1+" * 49_000 + "1 > 0) }",
        "ASK { {}" + " UNION {}" * 10_000 + " }",
    ],
    ids=["groups", "brackets", "nots", "sums", "unions"],
)
def test_a_query_that_would_break_the_engine_harms_nobody(client: TestClient, query: str) -> None:
    assert 400 <= status(client, query) <= 503
    assert_others_are_served(client)


@pytest.mark.parametrize("pattern", ["^(a+)+$", "(a{1000}){1000}"])
def test_a_pattern_made_to_run_for_ever_does_not(client: TestClient, pattern: str) -> None:
    query = f"SELECT (REGEX('{'a' * 40}!', '{pattern}') AS ?found) {{}}"

    assert status(client, query) in {200, 503}
    assert_others_are_served(client)


def test_many_runaway_queries_at_once_leave_the_short_ones_their_place(client: TestClient) -> None:
    bombs = [f"SELECT (COUNT(*) AS ?n{number}) {CROSS}" for number in range(6)]

    with ThreadPoolExecutor(16) as threads:
        attacks = [threads.submit(status, client, bomb) for bomb in bombs]
        served = {threads.submit(status, client, "ASK {}").result() for _ in range(10)}
        refused = {attack.result() for attack in attacks}

    assert refused == {503}
    assert served == {200}


def test_workers_that_are_killed_are_replaced(client: TestClient, service: Service) -> None:
    assert status(client, "ASK {}") == 200
    pool = service.endpoint.pool
    for worker in [*pool.idle[False], *pool.idle[True]]:
        worker.process.kill()
        worker.process.wait()

    assert status(client, "ASK {}") == 200
