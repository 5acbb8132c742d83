"""Asking the graph: the queries to start from, and the formats of their results."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest
import rdflib

from kg.errors import ExportError, QueryError
from kg.services.ask import ask, example_queries, result_to_text
from kg.services.workspace import Workspace

TODAY = date(2026, 11, 23)
AWKWARD = 'SELECT ?a ?b { VALUES (?a ?b) { ("a,b \\"c\\"\\n"@fr UNDEF) (hds:Host 2.5) } }'


def test_there_are_queries_to_start_from_each_with_its_question_in_both_languages(
    workspace: Workspace,
) -> None:
    queries = example_queries(workspace, today=TODAY)

    assert len(queries) >= 6
    assert all(query.question.fr and query.question.en for query in queries)
    assert len({query.id for query in queries}) == len(queries)


def test_every_query_to_start_from_gives_rows_without_a_hole_in_their_first_column(
    workspace: Workspace,
) -> None:
    for query in example_queries(workspace, today=TODAY):
        result = ask(workspace, query.query)

        assert result.rows, query.id
        assert all(row[0].text for row in result.rows), query.id


def test_a_result_is_the_same_in_every_format_of_tables(workspace: Workspace) -> None:
    result = ask(workspace, AWKWARD)

    rows = list(csv.reader(io.StringIO(result_to_text(result, "csv"), newline="")))
    bindings = json.loads(result_to_text(result, "json"))["results"]["bindings"]

    assert rows[0] == ["a", "b"]
    assert rows[1] == ['a,b "c"\n', ""]
    assert bindings[0] == {"a": {"type": "literal", "value": 'a,b "c"\n', "xml:lang": "fr"}}
    assert bindings[1]["a"]["value"] == rows[2][0]
    assert '"a,b \\"c\\"\\n"@fr' in result_to_text(result, "tsv")
    assert 'xml:lang="fr"' in result_to_text(result, "xml")


def test_a_truth_value_has_its_formats_too(workspace: Workspace) -> None:
    result = ask(workspace, "ASK {}")

    assert json.loads(result_to_text(result, "json"))["boolean"] is True


# rdflib warns of its own internals when it reads JSON-LD.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
@pytest.mark.parametrize(
    ("format_", "name"),
    [("turtle", "turtle"), ("ntriples", "nt"), ("rdfxml", "xml"), ("jsonld", "json-ld")],
)
def test_triples_are_given_as_a_graph(workspace: Workspace, format_: str, name: str) -> None:
    result = ask(workspace, "DESCRIBE hds:Host")

    graph = rdflib.Graph().parse(data=result_to_text(result, format_), format=name)

    assert len(graph) == result.ntriples.count("\n")


def test_a_table_cannot_be_turtle_and_the_message_says_what_it_can_be(
    workspace: Workspace,
) -> None:
    result = ask(workspace, "SELECT (1 AS ?n) {}")

    with pytest.raises(ExportError, match="csv, tsv, json, xml"):
        result_to_text(result, "turtle")


def test_the_rows_may_be_fewer_than_those_of_the_graph(workspace: Workspace) -> None:
    with pytest.raises(QueryError):
        ask(workspace, "SELECT * { ?s ?p ?o }")
    assert len(ask(workspace, "SELECT * { ?s ?p ?o } LIMIT 5000").rows) == 5000
