"""The ontology's own health: what every term of it says of itself, and leads to."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from kg.reasoning.hermit.axioms import Axioms
from kg.reasoning.hermit.module import Module
from kg.reasoning.hermit.reasoner import empty_classes, is_consistent
from kg.services.workspace import Workspace
from kg.store.graph import Graph, Words
from kg.store.prefixes import BASE
from kg.vocabulary import DCTERMS, HDS, OWL, RDF, RDFS, SKOS

KINDS = ("Class", "ObjectProperty", "AnnotationProperty", "NamedIndividual")
OURS = f"{BASE}ontology#"
TODAY = date(2026, 11, 23)
NORMS = [
    "inform-person", "respect-objection", "hosting-contract", "hold-certificate",
    "hold-certificate-archiving", "hold-approval", "access-per-contract", "no-other-use",
    "return-data", "keep-no-copy", "professional-secrecy", "submit-to-inspection", "no-sale",
    "check-host-certificate", "contract-clauses", "reproduce-host-clauses", "store-in-eea",
    "frame-third-country-access", "disclose-foreign-law", "publish-transfer-map",
    "give-certificate-copies", "choose-sufficient-processor", "flow-down",
    "security-of-processing", "notify-breach-to-controller", "notify-breach-to-authority",
    "processor-records", "impact-assessment", "third-country-transfer",
    "joint-controller-arrangement", "act-on-instructions", "lawful-special-category",
]  # fmt: skip
ACTIVITIES = [
    "physical_sites", "hardware_infrastructure", "virtual_infrastructure",
    "application_platform", "administration_operation", "backup",
]  # fmt: skip


@pytest.fixture(scope="module")
def graph(workspace: Workspace) -> Graph:
    """The ontology without the texts."""
    return Graph().load(sorted(workspace.settings.ontology.rglob("*.ttl")))


def terms(graph: Graph) -> list[str]:
    """Return the classes, properties and individuals of the ontology."""
    found = {s for kind in KINDS for s in graph.subjects(RDF.term("type"), OWL.term(kind))}
    return sorted(s for s in found if s.startswith(BASE))


def of_sort(graph: Graph, *names: str) -> list[str]:
    """Return the individuals of some classes."""
    return sorted({s for n in names for s in graph.subjects(RDF.term("type"), HDS.term(n))})


def grounds(graph: Graph) -> list[str]:
    """Return the classes that hold a condition for a time."""
    own = {s for s, _, _ in graph.triples(None, HDS.term("inForceFrom"))}
    return sorted(own & set(graph.subjects(RDF.term("type"), OWL.term("Class"))))


def lacking(graph: Graph, subjects: list[str], *predicates: str) -> list[tuple[str, str]]:
    """Return which subjects lack which predicates."""
    return [(s, p) for s in subjects for p in predicates if not graph.objects(s, p)]


def languages(graph: Graph, subject: str, predicate: str) -> list[str]:
    return sorted(o.lang for o in graph.objects(subject, predicate) if isinstance(o, Words))


def test_every_term_has_one_label_in_french_and_one_in_english(graph: Graph) -> None:
    label = SKOS.term("prefLabel")

    wrong = [term for term in terms(graph) if languages(graph, term, label) != ["en", "fr"]]

    assert not wrong


def test_every_term_has_a_definition_in_french(graph: Graph) -> None:
    countries = set(of_sort(graph, "Country"))

    wrong = [
        term
        for term in terms(graph)
        if term not in countries and "fr" not in languages(graph, term, SKOS.term("definition"))
    ]

    assert not wrong


def test_every_term_has_a_source_and_a_module(graph: Graph) -> None:
    assert not lacking(graph, terms(graph), DCTERMS.term("source"), RDFS.term("isDefinedBy"))


def test_every_source_of_ours_is_in_the_graph(graph: Graph) -> None:
    lost = {
        (s, o)
        for s, _, o in graph.triples(None, DCTERMS.term("source"))
        if isinstance(o, str) and o.startswith(BASE) and not any(graph.triples(o))
    }

    assert not lost


def test_every_module_of_a_term_is_an_ontology(graph: Graph) -> None:
    modules = {o for _, _, o in graph.triples(None, RDFS.term("isDefinedBy"))}

    assert modules <= set(graph.subjects(RDF.term("type"), OWL.term("Ontology")))


def test_no_name_stands_for_two_kinds_of_things(graph: Graph) -> None:
    kinds = {OWL.term(kind) for kind in KINDS}

    punned = [
        term for term in terms(graph) if len(kinds & set(graph.iris(term, RDF.term("type")))) > 1
    ]

    assert not punned


def test_every_norm_has_its_modality_its_provision_its_rank_and_its_first_day(
    graph: Graph,
) -> None:
    norms = of_sort(graph, "Norm")
    needed = ("hasModality", "provisionNotation", "authority", "confidence", "inForceFrom")

    assert norms
    assert not lacking(graph, norms, DCTERMS.term("source"), *map(HDS.term, needed))


def test_every_norm_binds_somebody(workspace: Workspace) -> None:
    bearers = {
        norm
        for (name, norm), found in workspace.theory.grounds.items()
        if name == HDS.term("isBoundBy") and found
    }

    assert {norm.iri for norm in workspace.catalogue.norms} == bearers


def test_the_norms_that_others_name_all_exist(workspace: Workspace) -> None:
    assert {norm.id for norm in workspace.catalogue.norms} >= set(NORMS)


def test_the_six_activities_are_in_the_order_of_the_regulation(workspace: Workspace) -> None:
    assert [activity.id for activity in workspace.catalogue.activities] == ACTIVITIES


def test_every_ground_has_its_source_its_rank_its_confidence_and_its_first_day(
    graph: Graph,
) -> None:
    needed = ("authority", "confidence", "inForceFrom", "affirmation", "denial")

    assert grounds(graph)
    assert not lacking(graph, grounds(graph), DCTERMS.term("source"), *map(HDS.term, needed))


def test_every_reading_has_its_question_its_holder_its_rank_and_its_standing(
    graph: Graph,
) -> None:
    readings = of_sort(graph, "Reading")
    needed = ("readsQuestion", "holder", "authority", "hasStanding")

    assert readings
    assert not lacking(graph, readings, DCTERMS.term("source"), *map(HDS.term, needed))


def test_every_question_has_two_readings_of_which_one_at_least_is_admissible(
    workspace: Workspace, graph: Graph
) -> None:
    for question in of_sort(graph, "Question"):
        readings = [r for r in workspace.theory.readings if r.question == question]
        assert len(readings) >= 2, question
        assert any(reading.is_admissible for reading in readings), question


def test_whatever_a_ground_supposes_is_a_reading(graph: Graph) -> None:
    supposed = {o for _, _, o in graph.triples(None, HDS.term("underReading"))}

    assert supposed <= set(of_sort(graph, "Reading"))


def day_of(graph: Graph, subject: str, name: str) -> date | None:
    text = graph.literal(subject, HDS.term(name))
    return date.fromisoformat(text) if text else None


def test_a_period_ends_after_it_begins(graph: Graph) -> None:
    for subject, _, _ in graph.triples(None, HDS.term("inForceUntil")):
        start, end = (day_of(graph, subject, n) for n in ("inForceFrom", "inForceUntil"))
        assert end is not None
        assert start is None or start < end, subject


def test_the_versions_of_a_provision_neither_overlap_nor_leave_a_gap(graph: Graph) -> None:
    versions = of_sort(graph, "ProvisionVersion")
    timelines: dict[str, list[tuple[date, date | None]]] = {}
    for version in versions:
        start = day_of(graph, version, "inForceFrom")
        assert start is not None, version
        provision = graph.iri(version, HDS.term("isVersionOf"))
        period = (start, day_of(graph, version, "inForceUntil"))
        timelines.setdefault(provision, []).append(period)

    for provision, periods in timelines.items():
        for (_, end), (start, _) in pairwise(sorted(periods, key=lambda period: period[0])):
            assert end == start, provision


def test_what_conditions_speak_of_is_stated_by_a_case_or_compared(workspace: Workspace) -> None:
    theory = workspace.theory
    used = theory.classes | {role.iri for role in theory.roles}
    known = {key.term for section in workspace.form.sections for key in section.keys}
    known |= {section.sort for section in workspace.form.sections}
    known |= theory.definitions.keys() | theory.concluded | theory.members.keys()
    compared = [s for s, _, _ in workspace.graph.triples(None, HDS.term("comparedAs"))]
    known |= {*compared, *ends_of(workspace.graph, compared)}

    assert not used - known


def ends_of(graph: Graph, properties: list[str]) -> set[str]:
    """Return the classes that some properties join."""
    ends = (RDFS.term("domain"), RDFS.term("range"))
    return {found for name in properties for end in ends for found in graph.iris(name, end)}


def module(workspace: Workspace, day: date) -> Module:
    """Return the axioms of a day, under every reading."""
    theory = workspace.theory.on(day)
    return Module(
        Axioms(workspace.graph, theory), theory, frozenset(r.iri for r in theory.readings)
    )


def test_the_ontology_is_consistent(workspace: Workspace) -> None:
    for day in (workspace.theory.first_day, TODAY):
        assert is_consistent(module(workspace, day))


def test_no_class_of_the_law_of_today_must_be_empty(workspace: Workspace) -> None:
    grounds_of_today = workspace.theory.on(TODAY).grounds
    superseded = {name for (name, value), found in grounds_of_today.items() if not (value or found)}

    empty = {name for name in empty_classes(module(workspace, TODAY)) if name.startswith(OURS)}

    assert empty == superseded


def test_every_decision_of_a_court_bears_on_a_norm_or_a_reading(graph: Graph) -> None:
    courts = "https://w3id.org/hds-fr/law/case-law/"
    bears = {
        o for _, p, o in graph.triples() if p in {DCTERMS.term("source"), HDS.term("appliedBy")}
    }

    decisions = {s for s, _, _ in graph.triples() if s.startswith(courts)}
    assert decisions - bears <= {courts + "conseil-etat-2021-03-12"}, "that one is unverified"
