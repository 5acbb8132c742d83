"""Each question of the catalogue gives the rows that must come out, and none that must not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeAlias, TypedDict

import pytest
from ruamel.yaml import YAML

from kg.domain.questions import Reply, Value
from kg.reasoning.axioms.compiler import compile_theory
from kg.services.cases import load_case
from kg.services.questions import ask_question, find_question
from kg.services.workspace import Workspace
from kg.store.graph import Graph
from kg.store.prefixes import PREFIXES, shorten
from kg.store.queries import read_questions

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 23)
CASES = [ROOT / "tests" / "cases", ROOT / "data" / "cases", ROOT / "data" / "claims"]

Row: TypeAlias = Mapping[str, str]


class Example(TypedDict):
    """Values of parameters; rows that they must give, and rows that they must not."""

    given: Mapping[str, object]
    has: Sequence[Row]
    lacks: Sequence[Row]


WRITTEN = YAML(typ="safe").load(Path(__file__).with_name("question_rows.yaml"))
EXAMPLES = [(name, example) for name, examples in WRITTEN.items() for example in examples]
each_example = pytest.mark.parametrize(
    ("name", "example"), EXAMPLES, ids=[f"{name} no. {n}" for n, (name, _) in enumerate(EXAMPLES)]
)


def ask(workspace: Workspace, name: str, values: Mapping[str, object]) -> Reply:
    given: dict[str, Value] = {key: str(value) for key, value in values.items()}
    if "case" in given:
        paths = (folder / f"{given['case']}.yaml" for folder in CASES)
        given["case"] = load_case(workspace, next(path for path in paths if path.is_file()))
    question = find_question(workspace, name)
    if question.parameter("lang"):
        given.setdefault("lang", "en")
    return ask_question(workspace, question, given, today=TODAY)


def rows_of(reply: Reply) -> Sequence[Row]:
    names = reply.table.columns
    return [
        dict(zip(names, (shorten(cell.text) for cell in row), strict=True))
        for row in reply.table.rows
    ]


def is_there(wanted: Row, rows: Sequence[Row]) -> bool:
    return any(all(row[key] == value for key, value in wanted.items()) for row in rows)


@each_example
def test_what_must_come_out_does_and_what_must_not_does_not(
    workspace: Workspace, name: str, example: Example
) -> None:
    reply = ask(workspace, name, example["given"])
    rows = rows_of(reply)

    assert reply.table.columns == tuple(column.name for column in reply.question.columns)
    assert [row for row in example["has"] if not is_there(row, rows)] == []
    assert [row for row in example["lacks"] if is_there(row, rows)] == []


def test_every_question_has_rows_that_must_come_out_and_rows_that_must_not() -> None:
    questions = {q.id for q in read_questions(ROOT / "ontology" / "queries")}
    # The ontology is sound: what these find is shown below on one that is not.
    elsewhere = {"CQ-033", "CQ-036", "CQ-038"}

    assert questions - elsewhere == set(WRITTEN)
    assert all(any(e["has"] for e in examples) for examples in WRITTEN.values())
    assert all(all(e["lacks"] for e in examples) for examples in WRITTEN.values())


def with_graph(workspace: Workspace, turtle: str) -> Workspace:
    graph = Graph()
    head = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    graph.read_turtle((head + turtle).encode())
    return replace(workspace, read=lambda: graph, theory=compile_theory(graph))


def test_a_term_without_a_definition_a_label_or_a_source_comes_out(workspace: Workspace) -> None:
    broken = with_graph(
        workspace,
        """
        hds:Bare a owl:Class .
        hds:Whole a owl:Class ; skos:prefLabel "entier"@fr, "whole"@en ;
            skos:definition "Un tout."@fr ; dcterms:source csp:L1111-8 .
        """,
    )

    rows = rows_of(ask(broken, "CQ-033", {}))

    assert [row["term"] for row in rows] == ["hds:Bare"] * 3
    assert len({row["problem"] for row in rows}) == 3
    assert rows_of(ask(workspace, "CQ-033", {})) == []


def test_a_paragraph_that_no_term_cites_comes_out(workspace: Workspace) -> None:
    said = """ hds:isPartOf csp:L1111-8 ; hds:order 1 ; hds:citation "here"@en ;
        hds:summary "what it says"@en . """
    law = with_graph(
        workspace,
        f"""
        csp:L1111-8 a hds:Provision .
        csp:L1111-8_I-1 {said}
        csp:L1111-8_I-2 {said}
        csp:L1111-8_I {said}
        csp:L1111-8_2018_I-1 a hds:Paragraph ; hds:isVersionOf csp:L1111-8_I-1 .
        csp:L1111-8_2018_I-2 a hds:Paragraph ; hds:isVersionOf csp:L1111-8_I-2 .
        norm:x dcterms:source csp:L1111-8_I-1 .
        """,
    )

    rows = rows_of(ask(law, "CQ-036", {}))

    assert rows == [{"paragraph": "csp:L1111-8_I-2", "citation": "here", "text": "what it says"}]


@pytest.mark.slow
def test_a_class_that_contradicts_itself_comes_out_and_no_other_does(
    workspace: Workspace,
) -> None:
    broken = with_graph(
        workspace,
        """
        hds:Actor a owl:Class ; skos:prefLabel "actor"@en .
        hds:Host a owl:Class ; rdfs:subClassOf hds:Actor .
        hds:Nobody a owl:Class ; skos:prefLabel "nobody"@en ; owl:equivalentClass
            [ owl:intersectionOf ( hds:Host [ owl:complementOf hds:Host ] ) ] .
        """,
    )

    rows = rows_of(ask(broken, "CQ-038", {}))

    assert rows == [{"term": "hds:Nobody", "label": "nobody", "problem": "can have no member"}]
