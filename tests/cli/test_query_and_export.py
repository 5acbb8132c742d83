"""`kg query` and `kg export`, as they are typed: results on standard output, messages apart."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import rdflib

NORMS = "SELECT ?norm WHERE { ?norm a hds:Norm } ORDER BY ?norm"


def kg(*arguments: str, lang: str = "en", given: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "from kg.cli.app import main; main()", *arguments],
        env={**os.environ, "HDS_LANG": lang},
        input=given,
        check=False,
        capture_output=True,
        encoding="utf-8",
    )


def test_a_query_prints_a_table_that_a_person_reads() -> None:
    done = kg("query", NORMS)

    assert done.returncode == 0
    assert done.stdout.splitlines()[0] == "norm"
    assert "norm:hold-certificate" in done.stdout.splitlines()
    assert done.stderr == ""


def test_a_query_prints_json_that_a_program_reads() -> None:
    done = kg("query", NORMS, "--format", "json")

    assert json.loads(done.stdout)["head"]["vars"] == ["norm"]


def test_a_query_may_lie_in_a_file_or_come_through_a_pipe(tmp_path: Path) -> None:
    (tmp_path / "norms.rq").write_text(NORMS, encoding="utf-8")

    from_file = kg("query", "--file", str(tmp_path / "norms.rq"), "--format", "csv")
    from_pipe = kg("query", "-", "--format", "csv", given=NORMS)

    assert from_file.stdout == from_pipe.stdout
    assert len(from_pipe.stdout.splitlines()) > 30


def test_a_query_that_comes_with_the_ontology_is_asked_by_its_name() -> None:
    assert "norm:no-sale" in kg("query", "--name", "penalties").stdout

    refused = kg("query", "--name", "penalty")

    assert refused.returncode == 2
    assert "Did you mean “penalties”?" in refused.stderr


def test_the_catalogue_is_listed_for_a_person_and_for_a_program() -> None:
    table = kg("query", "--list", lang="fr").stdout
    questions = json.loads(kg("query", "--list", "--format", "json").stdout)

    assert "Quelles échéances" in table
    assert [q["id"] for q in questions[:40]] == [f"CQ-{n:03}" for n in range(1, 41)]
    assert all(q["question"]["fr"] and q["question"]["en"] for q in questions)


def test_a_question_takes_a_case_file_and_the_values_of_its_parameters(root: Path) -> None:
    case = root / "tests/cases/evidence-past-its-last-day-shows-nothing.yaml"

    done = kg("query", "--name", "CQ-004", f"case={case}", "actor=host", "--format", "csv")
    shown = kg("query", "--name", "penalties", "--sparql")

    assert done.stdout.splitlines()[0] == "actor,norm,norm_label,document,until"
    assert "secure the processing,security-policy.pdf,2026-11-22" in done.stdout
    assert 'VALUES (?lang) { ("en") }' in shown.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("query", "--name", "is-a-host", "case=source-memo"), "For example: actor=publisher"),
        (("query", "--name", "deadlines", "case=nowhere.yaml"), "nowhere.yaml"),
        (("query", "--name", "penalties", "french"), "not of the form key=value"),
        (("query", "--name", "terms-changed", "earlier=x.ttl"), "x.ttl: this file cannot be"),
        (("query", "--name", "rules-without-a-case", "cases=nowhere"), "holds no case"),
        (("query", "--list", "--format", "yaml"), "Formats: table, json, markdown"),
        (("query",), "give a query"),
        (("query", "ASK {}", "--name", "penalties"), "one only"),
        (("query", "--file", "nowhere.rq"), "nowhere.rq: the query cannot be read"),
        (("query", "SELECT * { ?x a nrm:Duty }"), "Did you mean “norm:”?"),
        (("query", "CLEAR ALL"), "updates are refused"),
        (("query", "SELECT * { ?s ?p ?o }", "--rows", "3"), "more than 3 rows"),
        (("query", "ASK {}", "--format", "turtel"), "Allowed formats: csv"),
        (("export", "--format", "ttl", "--output", "x"), "Did you mean “turtle”?"),
        (("export", "--format", "turtle", "--output", "nowhere/x"), "does not exist"),
    ],
)
def test_wrong_use_is_told_on_standard_error_with_status_2(
    arguments: tuple[str, ...], message: str
) -> None:
    done = kg(*arguments)

    assert done.returncode == 2
    assert message in done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr


def test_the_same_refusal_is_told_in_french() -> None:
    assert "mises à jour" in kg("query", "CLEAR ALL", lang="fr").stderr


def test_an_export_writes_its_file_and_prints_nothing_on_standard_output(tmp_path: Path) -> None:
    done = kg("export", "--format", "turtle", "--output", str(tmp_path / "hds.ttl"))

    assert done.returncode == 0
    assert done.stdout == ""
    assert "hds.ttl" in done.stderr
    assert len(rdflib.Graph().parse(tmp_path / "hds.ttl")) > 10_000


def test_a_case_is_exported_with_its_conclusions_through_a_pipe(root: Path) -> None:
    case = str(root / "data" / "cases" / "source-memo-completed.yaml")

    stated = kg("export", "--format", "ntriples", "--output", "-", case)
    concluded = kg("export", "--format", "ntriples", "--output", "-", "--inferred", case)

    assert set(stated.stdout.splitlines()) < set(concluded.stdout.splitlines())
    assert "#isBoundBy>" in concluded.stdout
