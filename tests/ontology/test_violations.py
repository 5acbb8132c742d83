"""Each kind of defect is found where it is, and nowhere in the ontology."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.services.check import check
from kg.services.workspace import Workspace
from kg.store.graph import Graph
from kg.store.prefixes import PREFIXES
from kg.store.queries import read_questions
from kg.validation.violations import read_violations, violation_faults

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "ontology/queries/violations"
TARGETS = ROOT / "data/mappings/targets.csv"
OVERLAP = """
    csp:x_1 a hds:ProvisionVersion ; hds:isVersionOf csp:x ;
        hds:inForceFrom "2020-01-01"^^xsd:date ; hds:inForceUntil "{until}"^^xsd:date .
    csp:x_2 a hds:ProvisionVersion ; hds:isVersionOf csp:x ;
        hds:inForceFrom "2021-01-01"^^xsd:date .
"""
DEFECTS = {
    "class-used-by-nothing": "hds:X a owl:Class .",
    "class-without-sentences": "hds:X a owl:Class ; owl:equivalentClass hds:Y .",
    "fact-that-no-case-states": (
        "hds:X a owl:Class . hds:Y owl:equivalentClass [ owl:complementOf hds:X ] ."
    ),
    "ground-without-authority": "ground:x a owl:Class .",
    "ground-without-confidence": "ground:x a owl:Class .",
    "ground-without-date": "ground:x a owl:Class .",
    "ground-without-source": "ground:x a owl:Class .",
    "key-without-question": 'shape:x hds:caseKey "x" ; sh:description "x ?"@fr .',
    "label-of-two-classes": (
        'hds:X a owl:Class ; skos:prefLabel "x"@fr . hds:Y a owl:Class ; skos:prefLabel "x"@fr .'
    ),
    "norm-without-bearer": "norm:x a hds:Norm .",
    "norm-without-evidence": "norm:x a hds:Norm .",
    "norm-without-modality": "norm:x a hds:Norm .",
    "norm-without-provision": "norm:x a hds:Norm .",
    "paragraph-without-text": "csp:x a hds:Paragraph .",
    "period-upside-down": (
        'norm:x hds:inForceFrom "2020-01-01"^^xsd:date ; hds:inForceUntil "2019-01-01"^^xsd:date .'
    ),
    "property-without-domain": "hds:x a owl:ObjectProperty .",
    "property-without-range": "hds:x a owl:ObjectProperty .",
    "question-without-rival-readings": (
        "question:x a hds:Question . reading:x hds:readsQuestion question:x ."
    ),
    "reading-without-holder": "reading:x a hds:Reading .",
    "reading-without-question": "reading:x a hds:Reading .",
    "reading-without-source": "reading:x a hds:Reading .",
    "reading-without-standing": "reading:x a hds:Reading .",
    "relation-that-no-case-states": "hds:x a owl:ObjectProperty . [] owl:onProperty hds:x .",
    "target-that-nobody-saw": "hds:X skos:exactMatch <https://example.org/unseen> .",
    "term-without-definition": "hds:X a owl:Class .",
    "source-that-leads-nowhere": "hds:X dcterms:source csp:nowhere .",
    "term-without-label-en": "hds:X a owl:Class .",
    "term-without-label-fr": "hds:X a owl:Class .",
    "term-without-module": "hds:X a owl:Class .",
    "term-without-source": "hds:X a owl:Class .",
    "versions-that-leave-a-gap": OVERLAP.format(until="2020-06-01"),
    "versions-that-overlap": OVERLAP.format(until="2021-06-01"),
}


def graph_of(turtle: str) -> Graph:
    graph = Graph()
    head = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    graph.read_turtle((head + turtle).encode())
    return graph


def test_the_ontology_has_no_defect(workspace: Workspace) -> None:
    assert check(workspace, reference=False).faults == ()


def test_every_kind_of_defect_has_an_example() -> None:
    kinds = read_violations(FOLDER)

    assert {kind.id for kind in kinds} == set(DEFECTS)
    assert [kind.id for kind in kinds] == [path.stem for path in sorted(FOLDER.glob("*.rq"))]


@pytest.mark.parametrize("kind", DEFECTS)
def test_a_defect_is_found_with_its_problem_and_solution(kind: str) -> None:
    (wanted,) = (each for each in read_violations(FOLDER) if each.id == kind)

    faults = violation_faults(graph_of(DEFECTS[kind]), FOLDER, TARGETS)

    found = [fault for fault in faults if wanted.problem.en in fault.en]
    assert found
    assert all(wanted.solution.en in fault.en and fault.key in fault.en for fault in found)
    assert all(wanted.solution.fr in fault.say("fr") for fault in found)


def test_a_class_that_a_question_speaks_of_is_used() -> None:
    graph = graph_of("hds:Host a owl:Class . hds:Service a owl:Class .")
    questions = read_questions(FOLDER.parent)

    asked = violation_faults(graph, FOLDER, TARGETS, questions)
    alone = violation_faults(graph, FOLDER, TARGETS)

    unused = "nothing uses this class"
    assert {f.key for f in alone if unused in f.en} == {"hds:Host", "hds:Service"}
    assert {f.key for f in asked if unused in f.en} == {"hds:Service"}


def test_two_versions_that_follow_each_other_are_healthy() -> None:
    faults = violation_faults(graph_of(OVERLAP.format(until="2021-01-01")), FOLDER, TARGETS)

    assert not [fault for fault in faults if "version ends" in fault.en or "same day" in fault.en]


def test_a_query_without_its_header_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.rq").write_text("SELECT ?focus WHERE { ?focus ?p ?o }", encoding="utf-8")

    with pytest.raises(OntologyError, match=r"x\.rq:1: .*problem"):
        read_violations(tmp_path)
