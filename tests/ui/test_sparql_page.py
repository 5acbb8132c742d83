"""The page of queries, without a browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest
from streamlit.testing.v1 import AppTest

from kg.services.questions import list_questions
from kg.services.workspace import Workspace

Open: TypeAlias = Callable[..., AppTest]
COUNT = (
    "SELECT ?kind (COUNT(?x) AS ?n) WHERE { ?x a ?kind } GROUP BY ?kind ORDER BY DESC(?n) LIMIT 5"
)


def text_of(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


def test_a_link_runs_its_query_and_shows_a_table(open_page: Open) -> None:
    app = open_page("sparql", q=COUNT)

    said = text_of(app)
    assert not app.exception
    assert "<table" in said
    assert "5 lignes" in said


def test_a_count_is_offered_as_a_chart(open_page: Open) -> None:
    app = open_page("sparql", q=COUNT, lang="en")

    assert [tab.label for tab in app.tabs] == ["Table", "Chart", "Raw"]


def test_triples_are_offered_as_a_graph(open_page: Open) -> None:
    app = open_page(
        "sparql", q="CONSTRUCT { ?n hds:hasModality ?m } WHERE { ?n hds:hasModality ?m }"
    )

    assert [tab.label for tab in app.tabs] == ["Graphe", "Brut"]
    assert not app.exception


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELECT nothing", "n’est pas du SPARQL"),
        ("SELECT ?s WHERE { ?s foaff:page ?o }", "foaf:"),
        ("DELETE WHERE { ?s ?p ?o }", "mises à jour"),
        ("SELECT ?s WHERE { SERVICE <https://example.org/> { ?s ?p ?o } }", "SERVICE"),
        ("SELECT ?s WHERE { ?s a <https://example.org/none> }", "Aucune ligne"),
        ("ASK { ?s a hds:Norm }", "Oui"),
    ],
)
def test_whatever_the_query_the_page_says_what_came_of_it(
    open_page: Open, query: str, said: str
) -> None:
    app = open_page("sparql", q=query)

    assert not app.exception
    assert said in text_of(app)


def test_a_question_is_answered_with_the_parameters_of_its_link(open_page: Open) -> None:
    address = {"question": "wording-on-a-day", "provision": "csp:L1111-8_II", "on": "2024-06-01"}
    app = open_page("sparql", **address)

    said = text_of(app)
    assert not app.exception
    assert "csp:L1111-8_2024-05-23" in said
    assert "Voir la requête SPARQL" in said


def test_a_parameter_that_is_none_is_told_and_left_out(open_page: Open) -> None:
    app = open_page("sparql", question="wording-on-a-day", colour="blue", lang="en")

    assert "colour" in text_of(app)
    assert not app.exception


def test_an_unknown_question_is_told_with_the_nearest(open_page: Open) -> None:
    app = open_page("sparql", question="wording-on-a-dya")

    assert "wording-on-a-day" in text_of(app)
    assert not app.exception


def test_a_question_opens_as_a_query_in_the_editor(open_page: Open) -> None:
    app = open_page("sparql", question="open-questions")

    next(b for b in app.button if b.label == "Ouvrir dans l’éditeur").click().run()

    assert "SELECT" in app.session_state["sparql.text"]
    assert not app.exception


def test_a_question_to_the_reasoner_is_asked_on_demand(open_page: Open) -> None:
    app = open_page("sparql", question="obligations-of-an-actor")
    assert "<table" not in text_of(app)

    next(b for b in app.button if b.label == "Chercher la réponse").click().run()

    assert "<table" in text_of(app)
    assert not app.exception


def test_every_question_can_be_asked_from_its_form(open_page: Open, workspace: Workspace) -> None:
    app = open_page("sparql")
    for question in list_questions(workspace):
        app.query_params.clear()
        app.query_params["question"] = question.name
        app.run()
        assert not app.exception, question.name
        assert "À corriger" not in text_of(app), question.name
