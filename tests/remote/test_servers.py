"""A bigger engine, the same program: two servers answer as the embedded graph does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kg.domain.tables import QueryResult
from kg.errors import ReleaseError
from kg.services.ask import ask
from kg.services.cases import example_cases, load_case
from kg.services.publish import publish
from kg.services.qualify import qualify
from kg.services.questions import ask_question, list_questions
from kg.services.render import to_json
from kg.services.workspace import Workspace, open_workspace
from tests.remote.conftest import Server

pytestmark = pytest.mark.foreign
TODAY = date(2026, 11, 23)


def rows_of(result: QueryResult) -> list[list[tuple[str, str, str]]]:
    return [[(cell.kind, cell.text, cell.lang) for cell in row] for row in result.rows]


def test_the_questions_of_the_catalogue_have_the_same_answers(
    workspace: Workspace, server: Server
) -> None:
    asked = [q for q in list_questions(workspace) if q.sparql and not q.is_about_a_case]
    assert len(asked) >= 5
    for question in asked:
        values = {
            p.name: p.default or ("" if p.optional else p.example) for p in question.parameters
        }

        near = ask_question(workspace, question, values, today=TODAY)
        far = ask_question(
            workspace, question, values, today=TODAY, endpoint=server.sparql, seconds=60
        )

        assert sorted(rows_of(far.table)) == sorted(rows_of(near.table)), question.id


def test_the_questions_about_a_case_have_the_same_answers_from_the_graph_of_a_server(
    workspace: Workspace, server: Server
) -> None:
    far = open_workspace(replace(workspace.settings, endpoint=server.sparql))
    asked = [q for q in list_questions(workspace) if q.is_about_a_case]
    for question in asked:
        values = {p.name: p.default or p.example for p in question.parameters}

        ours, theirs = (
            ask_question(place, question, values, today=TODAY, seconds=60)
            for place in (workspace, far)
        )

        assert rows_of(theirs.table) == rows_of(ours.table), question.id


def test_a_query_is_about_the_release_whatever_else_the_server_holds(
    workspace: Workspace, server: Server
) -> None:
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    inferred = "ASK { GRAPH <https://w3id.org/hds-fr/graph/inferred> { ?s ?p ?o } }"

    assert rows_of(ask(workspace, count, endpoint=server.sparql, seconds=60)) == rows_of(
        ask(workspace, count)
    )
    assert ask(workspace, inferred, endpoint=server.sparql, seconds=60).truth


def test_a_case_is_answered_alike_from_the_graph_of_a_server(
    workspace: Workspace, server: Server
) -> None:
    far = open_workspace(replace(workspace.settings, endpoint=server.sparql))
    assert len(far.graph) == len(workspace.graph)

    for path in example_cases(workspace).values():
        case = load_case(workspace, path)
        assert case.day is not None
        assert to_json(qualify(far, case, on=case.day)) == to_json(
            qualify(workspace, case, on=case.day)
        )


def test_a_server_that_lacks_the_release_is_refused_and_so_is_one_that_takes_nothing(
    workspace: Workspace, release: Path, server: Server
) -> None:
    with pytest.raises(ReleaseError, match="did not take"):
        publish(
            release, server.sparql.rpartition("/")[0] + "/nowhere", tell=lambda _name, _count: None
        )
    with pytest.raises(ReleaseError, match="no http address"):
        publish(release, "file:///etc/passwd", tell=lambda _name, _count: None)
    assert open_workspace(replace(workspace.settings, endpoint=server.sparql)).graph
