"""Queries that somebody else wrote: they harm nothing, and every refusal says why."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pyoxigraph as ox
import pytest

from kg.domain.tables import QueryResult
from kg.errors import QueryError
from kg.sandbox.pool import run_query
from kg.sandbox.process import Worker
from kg.sandbox.question import Question
from kg.services.workspace import Workspace
from kg.vocabulary import HDS, RDF

NORMS = "SELECT ?norm WHERE { ?norm a hds:Norm } ORDER BY ?norm"
CROSS_PRODUCT = "{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . }"


@pytest.fixture
def canary() -> Iterator[socket.socket]:
    """A server of the neighbourhood, which no query may reach."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0)
        yield server


def address(server: socket.socket) -> str:
    return f"http://127.0.0.1:{server.getsockname()[1]}/sparql"


def ask(workspace: Workspace, query: str, *, seconds: float = 20, rows: int = 5000) -> QueryResult:
    return run_query(workspace.graph, query, seconds=seconds, rows=rows)


def refusal(
    workspace: Workspace, query: str, *, seconds: float = 20, rows: int = 5000
) -> tuple[str, str]:
    with pytest.raises(QueryError) as caught:
        ask(workspace, query, seconds=seconds, rows=rows)
    return caught.value.say("fr"), caught.value.say("en")


def test_a_table_has_the_columns_and_the_rows_asked_for(workspace: Workspace) -> None:
    result = ask(workspace, NORMS)

    assert result.form == "select"
    assert result.columns == ("norm",)
    assert [row[0].text for row in result.rows] == [n.iri for n in workspace.catalogue.norms]
    assert {row[0].kind for row in result.rows} == {"iri"}


def test_a_cell_keeps_its_language_its_datatype_and_its_silence(workspace: Workspace) -> None:
    result = ask(workspace, 'SELECT ?a ?b ?c { VALUES (?a ?b ?c) { ("x"@fr 1 UNDEF) } }')

    french, number, nothing = result.rows[0]

    assert (french.text, french.lang) == ("x", "fr")
    assert number.datatype.endswith("#integer")
    assert nothing.kind == "none"


def test_a_question_of_yes_or_no_is_answered(workspace: Workspace) -> None:
    assert ask(workspace, "ASK { hds:Host a owl:Class }").truth
    assert not ask(workspace, "ASK { hds:Host a hds:Norm }").truth


def test_triples_are_given_as_triples(workspace: Workspace) -> None:
    result = ask(workspace, "CONSTRUCT { hds:Host a ?kind } WHERE { hds:Host a ?kind }")

    assert result.form == "graph"
    assert result.ntriples.count("\n") == 1


def test_a_syntax_error_names_its_line(workspace: Workspace) -> None:
    french, english = refusal(workspace, "SELECT ?x WHERE {\n  ?x a\n}")

    assert "SPARQL:3:" in french
    assert "is not SPARQL" in english


def test_an_undeclared_prefix_is_named_with_the_nearest_one_and_the_remedy(
    workspace: Workspace,
) -> None:
    french, english = refusal(workspace, "SELECT ?x WHERE { ?x a nrm:Duty }")

    assert "« nrm: »" in french.replace("\u00a0", " ")
    assert "norm:" in english
    assert "PREFIX nrm: <" in english


@pytest.mark.parametrize("verb", ["INSERT DATA { <a:b> <a:c> 1 }", "CLEAR ALL", "DROP DEFAULT"])
def test_an_update_is_refused_and_changes_nothing(workspace: Workspace, verb: str) -> None:
    before = len(workspace.graph)

    french, english = refusal(workspace, f"PREFIX a: <a:> # a comment\n{verb}")

    assert "mises à jour" in french
    assert "updates are refused" in english
    assert len(workspace.graph) == before


@pytest.mark.parametrize(
    "pattern",
    [
        "SERVICE <{at}> {{ ?s ?p ?o }}",
        "service silent <{at}> {{ ?s ?p ?o }}",
        "?s ?p 1SERVICE<{at}>{{ ?a ?b ?c }}",
        "?s ?p ?o FILTER EXISTS {{ SERVICE <{at}> {{ ?s ?p ?o }} }}",
        "{{ SELECT * {{ SERVICE #a comment\n <{at}> {{ ?s ?p ?o }} }} }}",
    ],
)
def test_a_query_never_asks_another_server(
    workspace: Workspace, canary: socket.socket, pattern: str
) -> None:
    query = "SELECT * WHERE { " + pattern.format(at=address(canary)) + " }"

    _, english = refusal(workspace, query)

    assert "SERVICE is refused" in english
    assert_nobody_came(canary)


def test_the_process_of_queries_has_no_way_out_even_unscreened(
    workspace: Workspace, canary: socket.socket
) -> None:
    worker = Worker(workspace.graph.store.dump(format=ox.RdfFormat.N_QUADS) or b"")
    query = f"SELECT * WHERE {{ SERVICE <{address(canary)}> {{ ?s ?p ?o }} }}"

    with pytest.raises(QueryError):
        worker.ask(Question(text=query, rows=10), seconds=20)
    worker.close()

    assert worker.guards
    assert_nobody_came(canary)


def assert_nobody_came(canary: socket.socket) -> None:
    with pytest.raises(BlockingIOError):
        canary.accept()


def test_a_graph_or_a_file_named_in_a_query_is_not_fetched(
    workspace: Workspace, canary: socket.socket
) -> None:
    query = "SELECT ?s FROM <{at}> WHERE {{ ?s ?p ?o }}"

    for place in (address(canary), "file:///etc/passwd"):
        assert not ask(workspace, query.format(at=place)).rows

    assert_nobody_came(canary)


def test_the_word_service_in_a_name_or_a_text_is_no_offence(workspace: Workspace) -> None:
    query = "SELECT ?service { ?service a hds:Service FILTER('SERVICE' = \"it's a service\") }"

    assert ask(workspace, query).rows == ()


def test_a_runaway_query_is_stopped_at_the_deadline_and_the_next_one_works(
    workspace: Workspace,
) -> None:
    ask(workspace, "ASK {}")
    start = time.monotonic()

    french, english = refusal(workspace, f"SELECT (COUNT(*) AS ?n) {CROSS_PRODUCT}", seconds=0.5)

    assert time.monotonic() - start < 30
    assert "arrêtée au bout de 0.5" in french
    assert "stopped after 0.5 s" in english
    assert ask(workspace, "ASK {}").truth


def test_a_query_that_eats_the_memory_is_stopped_and_the_next_one_works(
    workspace: Workspace,
) -> None:
    doubled = " ".join(f"BIND(CONCAT(?v{n}, ?v{n}) AS ?v{n + 1})" for n in range(40))
    query = f'SELECT (STRLEN(?v40) AS ?n) {{ BIND("{"a" * 30}" AS ?v0) {doubled} }}'

    _, english = refusal(workspace, query, seconds=60)

    assert "memory" in english
    assert ask(workspace, "ASK {}").truth


def test_too_many_rows_are_an_error_and_never_cut(workspace: Workspace) -> None:
    _, english = refusal(workspace, NORMS, rows=3)

    assert "more than 3 rows" in english
    assert len(ask(workspace, f"{NORMS} LIMIT 3", rows=3).rows) == 3


def test_too_many_bytes_are_an_error(workspace: Workspace) -> None:
    doubled = " ".join(f"BIND(CONCAT(?v{n}, ?v{n}) AS ?v{n + 1})" for n in range(20))

    _, english = refusal(workspace, f'SELECT ?v20 {{ BIND("{"a" * 30}" AS ?v0) {doubled} }}')

    assert "exceeds 10 MiB" in english


def test_three_thousand_nested_braces_do_not_kill_the_program(workspace: Workspace) -> None:
    _, english = refusal(workspace, "SELECT * " + "{" * 3000 + "}" * 3000)

    assert "brackets" in english


def test_what_overflows_the_engine_s_stack_kills_its_process_alone(workspace: Workspace) -> None:
    _, english = refusal(workspace, f"ASK {{ FILTER({'!' * 50_000}true) }}")

    assert "brought down the engine" in english
    assert ask(workspace, "ASK {}").truth


def test_a_query_of_a_megabyte_is_refused_at_once(workspace: Workspace) -> None:
    _, english = refusal(workspace, "ASK { FILTER('" + "a" * 10**6 + "' = '') }")

    assert "Shorten it" in english


@pytest.mark.parametrize("start", ["'" + "\\'" * 49_000, "_a" * 49_000, '"""' + 'a""' * 30_000])
def test_a_query_made_to_be_slow_to_read_is_read_at_once(workspace: Workspace, start: str) -> None:
    begin = time.monotonic()

    refusal(workspace, start)

    assert time.monotonic() - begin < 30


def test_an_exponential_pattern_answers_at_once(workspace: Workspace) -> None:
    result = ask(workspace, f"SELECT (REGEX('{'a' * 40}!', '^(a+)+$') AS ?found) {{}}")

    assert result.rows[0][0].text == "false"


def test_threads_that_ask_together_each_get_their_own_answer(workspace: Workspace) -> None:
    def count(number: int) -> str:
        return ask(workspace, f"SELECT ({number} AS ?n) {{}}").rows[0][0].text

    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(count, range(20)))

    assert answers == [str(number) for number in range(20)]


def test_a_variable_takes_the_value_given_and_triples_may_lie_beside(workspace: Workspace) -> None:
    result = run_query(
        workspace.graph,
        "SELECT ?class ?thing { ?thing a ?class . ?class a owl:Class }",
        seconds=20,
        rows=10,
        values=(("class", f"<{HDS.term('Host')}>"),),
        beside=f"<a:somebody> <{RDF.term('type')}> <{HDS.term('Host')}> .\n",
    )

    assert [row[1].text for row in result.rows] == ["a:somebody"]
    assert not ask(workspace, "ASK { <a:somebody> ?p ?o }").truth


def test_a_worker_killed_at_work_is_an_error_for_its_query_alone(workspace: Workspace) -> None:
    worker = Worker(workspace.graph.store.dump(format=ox.RdfFormat.N_QUADS) or b"")
    question = Question(text=f"SELECT (COUNT(*) AS ?n) {CROSS_PRODUCT}")
    worker.put(question)

    worker.process.kill()

    with pytest.raises(QueryError) as caught:
        worker.wait(question, seconds=60)
    assert caught.value.reason == "too-slow"
    assert not worker.is_alive()
