"""The catalogue of questions: found by name, given typed values, answered in a table."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from kg.domain.questions import Question
from kg.errors import OntologyError, UsageError
from kg.services.ask import ask
from kg.services.cases import example_cases, load_case
from kg.services.questions import (
    allowed_values,
    ask_question,
    find_question,
    list_questions,
    question_sparql,
    questions_as_markdown,
)
from kg.services.workspace import Workspace
from kg.store.queries import read_questions
from kg.store.terms import is_known

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 23)
QUESTIONS = read_questions(ROOT / "ontology" / "queries")
each_question = pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.id)
in_sparql = pytest.mark.parametrize(
    "question", [q for q in QUESTIONS if q.sparql], ids=lambda q: q.id
)


def sample(question: Question) -> dict[str, str]:
    return {p.name: p.example for p in question.parameters if not (p.default or p.optional)}


def test_a_question_is_found_by_its_id_and_by_its_name(workspace: Workspace) -> None:
    by_id = find_question(workspace, "cq-009")

    assert by_id is find_question(workspace, "wording-on-a-day")
    with pytest.raises(UsageError, match="Did you mean “wording-on-a-day”"):
        find_question(workspace, "wording-on-day")


def test_ids_and_names_are_unique_and_name_the_file() -> None:
    paths = sorted((ROOT / "ontology/queries/competency").glob("*.rq"))

    assert [f"{q.id}-{q.name}" for q in QUESTIONS] == [path.stem for path in paths]
    assert len({q.name for q in QUESTIONS}) == len(QUESTIONS)


@each_question
def test_words_are_there_in_both_languages(question: Question) -> None:
    words = [question.question, *(p.label for p in question.parameters)]
    words += [c.label for c in question.columns]

    assert all(text.fr and text.en for text in words)
    assert question.question.fr != question.question.en


@each_question
def test_terms_used_are_terms_of_the_graph(workspace: Workspace, question: Question) -> None:
    assert all(is_known(workspace.graph, iri) for iri in question.uses)


@in_sparql
def test_the_terms_used_are_those_that_the_query_names(question: Question) -> None:
    named = set(re.findall(r"\bhds:\w+", question.sparql))

    assert {f"hds:{iri.rpartition('#')[2]}" for iri in question.uses} == named


@in_sparql
def test_every_parameter_and_column_is_projected(question: Question) -> None:
    head = question.sparql.partition("WHERE")[0]

    wanted = {p.name for p in question.parameters if p.kind != "case"}
    wanted |= {column.name for column in question.columns}
    assert all(f"?{name}" in head for name in wanted)


@pytest.mark.parametrize(
    "question", [q for q in QUESTIONS if q.sparql and not q.is_about_a_case], ids=lambda q: q.id
)
def test_the_query_shown_gives_the_same_rows_as_the_one_asked(
    workspace: Workspace, question: Question
) -> None:
    query = question_sparql(workspace, question, sample(question), today=TODAY)

    asked = ask_question(workspace, question, sample(question), today=TODAY).table
    shown = ask(workspace, query)

    places = [shown.columns.index(name) for name in asked.columns]
    assert [tuple(row[place] for place in places) for row in shown.rows] == list(asked.rows)


def test_what_is_missing_unknown_or_wrong_is_told_at_once(workspace: Workspace) -> None:
    question = find_question(workspace, "obligations-of-an-actor")

    with pytest.raises(UsageError) as refused:
        ask_question(workspace, question, {"on": "tomorrow", "lnag": "fr"}, today=TODAY)

    said = refused.value.say("en")
    assert "no parameter “lnag”. Did you mean “lang”?" in said
    assert "needs “case” (case)" in said
    assert "case=source-memo-completed" in said
    assert "“on” cannot be “tomorrow”. It must be a day, written so: 2026-11-23." in said
    assert "attend « case » (dossier)" in refused.value.say("fr")


def test_a_day_before_the_regime_has_no_law_to_apply(workspace: Workspace) -> None:
    question = find_question(workspace, "is-a-host")

    with pytest.raises(UsageError, match="before the regime"):
        ask_question(workspace, question, {**sample(question), "on": "1990-01-01"}, today=TODAY)


def test_a_text_that_is_no_turtle_is_refused(workspace: Workspace) -> None:
    question = find_question(workspace, "terms-changed")

    with pytest.raises(UsageError, match="cannot be read as Turtle"):
        ask_question(workspace, question, {"earlier": "no turtle"}, today=TODAY)


def test_a_question_about_a_case_is_not_put_to_a_server(workspace: Workspace) -> None:
    question = find_question(workspace, "deadlines")
    server = "http://127.0.0.1:9/sparql"

    with pytest.raises(UsageError, match="Ask it without --endpoint"):
        ask_question(workspace, question, sample(question), today=TODAY, endpoint=server)


def test_an_id_that_the_case_lacks_is_refused_with_the_nearest(workspace: Workspace) -> None:
    question = find_question(workspace, "obligations-of-an-actor")
    case = load_case(workspace, example_cases(workspace)["source-memo-completed"])

    with pytest.raises(UsageError, match="Did you mean “publisher”"):
        ask_question(workspace, question, {"case": case, "actor": "publishr"}, today=TODAY)


def test_a_term_is_named_by_its_iri_its_short_form_or_the_end_of_it(workspace: Workspace) -> None:
    question = find_question(workspace, "wording-on-a-day")
    iri = "https://w3id.org/hds-fr/law/csp/R1111-9"

    tables = [
        ask_question(workspace, question, {"provision": name}, today=TODAY).table.rows
        for name in (iri, "csp:R1111-9", "R1111-9")
    ]

    assert tables[0] == tables[1] == tables[2]
    with pytest.raises(UsageError, match="Did you mean “csp:R1111-9”"):
        ask_question(workspace, question, {"provision": "csp:R1111_9"}, today=TODAY)


def test_a_value_cannot_break_out_of_the_query(workspace: Workspace) -> None:
    question = find_question(workspace, "wording-on-a-day")
    hostile = "csp:R1111-9> } UNION { ?s ?p ?o } #"

    with pytest.raises(UsageError, match="provision"):
        ask_question(workspace, question, {"provision": hostile}, today=TODAY)


def test_the_values_that_a_form_offers_are_taken(workspace: Workspace) -> None:
    question = find_question(workspace, "obligations-of-an-actor")
    case = load_case(workspace, example_cases(workspace)["source-memo-completed"])

    for parameter in question.parameters:
        for value, label in allowed_values(workspace, parameter, case):
            assert label.fr
            given = {"case": case} | {parameter.name: value}
            assert ask_question(workspace, question, given, today=TODAY).values


def test_a_case_asked_leaves_the_graph_as_it_was(workspace: Workspace) -> None:
    before = len(workspace.graph)
    everything = find_question(workspace, "what-is-in-the-graph")
    first = ask_question(workspace, everything, {}, today=TODAY).table.rows

    question = find_question(workspace, "obligations-without-evidence")
    ask_question(workspace, question, sample(question), today=TODAY)

    assert len(workspace.graph) == before
    assert ask_question(workspace, everything, {}, today=TODAY).table.rows == first


def test_a_header_that_lacks_a_key_is_refused_by_name(tmp_path: Path) -> None:
    shared = ROOT / "ontology/queries/shared.yaml"
    (tmp_path / "shared.yaml").write_text(shared.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "competency").mkdir()
    broken = tmp_path / "competency" / "CQ-001-x.rq"
    broken.write_text("#+ id: CQ-001\nSELECT ?x WHERE { ?x a ?y }", encoding="utf-8")

    with pytest.raises(OntologyError, match=r"CQ-001-x\.rq:1: .*“name”.*“question”"):
        read_questions(tmp_path)


def test_the_catalogue_is_the_one_of_the_ontology(workspace: Workspace) -> None:
    assert list_questions(workspace) == QUESTIONS


def test_the_page_of_the_questions_is_up_to_date(workspace: Workspace) -> None:
    page = (ROOT / "docs" / "questions.md").read_text(encoding="utf-8")

    assert page == questions_as_markdown(workspace), "run make docs"
    assert all(f"### {question.id} `{question.name}`" in page for question in QUESTIONS)
