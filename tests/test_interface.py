"""The graph in Python, as somebody who imports it uses it."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

import kg
from kg.domain.answers import Outcome
from kg.errors import UsageError


@pytest.fixture(scope="module")
def law() -> kg.Law:
    return kg.open_law()


def test_a_case_is_loaded_qualified_and_exported(law: kg.Law) -> None:
    case = law.load(f"data/cases/{law.examples[0]}.yaml")

    answer = law.qualify(case, on=date(2026, 11, 23))

    assert {actor.id for actor in answer.actors} == {entity.id for entity in case.of("actors")}
    assert law.to_json(answer).startswith('{"format":"hds-answer/1"')
    assert law.export("markdown", case, lang="en").startswith(b"# ")
    assert law.export("akn").startswith(b"<?xml")


def test_a_text_is_a_case_too(law: kg.Law) -> None:
    case = law.parse("format: hds-case/1\nid: x\nactors: {a: {kind: patient}}\n")

    with pytest.raises(UsageError, match="no date"):
        law.qualify(case)
    found = law.qualify(case, on=date(2026, 11, 23)).actor("a")
    assert found is not None
    assert found.certification.answer is Outcome.NO


def test_what_is_not_there_is_told_with_what_is(law: kg.Law) -> None:
    with pytest.raises(UsageError, match="source-memo"):
        law.example("nothing")
    with pytest.raises(UsageError, match="publisher"):
        law.explain(law.example("source-memo"), "nobody")


def test_the_graph_is_searched_and_asked(law: kg.Law) -> None:
    assert "hds:Host" in {name.short for name in law.search("hébergeur de données")}
    assert law.query("SELECT ?n { ?n a hds:Norm }").rows


def test_importing_the_package_loads_nothing_of_it() -> None:
    code = "import sys, kg; print('rdflib' in sys.modules or 'kg.services' in sys.modules)"

    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)

    assert done.stdout.strip() == "False"
