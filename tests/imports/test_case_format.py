"""The case format is what the shapes say, and the shapes say what the contract of cases says."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.domain.case_format import CaseFormat, KeyFormat, ValueKind
from kg.errors import OntologyError
from kg.store.formats import case_format
from kg.store.graph import Graph
from kg.vocabulary import OWL, RDF

TINY = """
PREFIX hds: <https://w3id.org/hds-fr/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX sh: <http://www.w3.org/ns/shacl#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX x: <https://example.org/>
x:things a sh:NodeShape ; hds:caseSection "things" ; hds:keyedById true ;
    sh:targetClass x:Thing ; skos:prefLabel "choses"@fr , "things"@en ;
    sh:property x:colour , x:size .
x:colour sh:order 2 ; hds:caseKey "colour" ; hds:caseSection "things" ; hds:valueKind "choice" ;
    hds:scheme x:Colour ; sh:name "couleur"@fr , "colour"@en ; hds:closedWhenComplete false .
x:size sh:order 1 ; sh:minCount 1 ; hds:caseKey "size" ; hds:caseSection "things" ;
    hds:valueKind "text" .
x:Warm rdfs:subClassOf x:Colour .
x:red a x:Warm ; skos:notation "red" ; skos:prefLabel "rouge"@fr , "red"@en ; hds:order 2 .
x:blue a x:Colour ; skos:notation "blue" ; hds:order 1 ; hds:standsForUnknown true .
"""


def graph_of(text: str, folder: Path) -> Graph:
    """Return the graph of a Turtle text."""
    path = folder / "tiny.ttl"
    path.write_text(text, encoding="utf-8")
    return Graph().load([path])


def keys(form: CaseFormat) -> list[KeyFormat]:
    return [key for section in form.sections for key in section.keys]


def key(form: CaseFormat, name: str) -> KeyFormat:
    """Return the format of `section.key`."""
    section, _, rest = name.partition(".")
    found = form.section(section)
    assert found is not None
    entry = found.key(rest)
    assert entry is not None, name
    return entry


def test_a_format_is_read_from_its_shapes(tmp_path: Path) -> None:
    (section,) = case_format(graph_of(TINY, tmp_path)).sections

    assert (section.name, section.keyed, section.label.fr) == ("things", True, "choses")
    assert [(entry.key, entry.required) for entry in section.keys] == [
        ("size", True),
        ("colour", False),
    ]


def test_the_options_of_a_key_are_the_individuals_of_its_scheme(tmp_path: Path) -> None:
    colour = key(case_format(graph_of(TINY, tmp_path)), "things.colour")

    assert [(option.value, option.label.fr) for option in colour.options] == [
        ("blue", "blue"),
        ("red", "rouge"),
    ]
    assert colour.stands == ("blue",)


def test_a_graph_without_shapes_gives_no_format() -> None:
    with pytest.raises(OntologyError, match="no shape describes the cases"):
        case_format(Graph())


def test_a_kind_of_value_that_nobody_knows_is_refused(tmp_path: Path) -> None:
    graph = graph_of(TINY.replace('"text"', '"number"'), tmp_path)

    with pytest.raises(OntologyError, match="“number” is no kind of value"):
        case_format(graph)


def test_each_key_is_asked_for_by_a_question_in_french_and_in_english(form: CaseFormat) -> None:
    for entry in keys(form):
        assert entry.question.fr.endswith("\u00a0?"), entry.key
        assert entry.question.en.endswith("?"), entry.key
        assert entry.label.fr, entry.key
        assert entry.label.en, entry.key


def test_each_choice_has_options_with_labels_in_french_and_in_english(form: CaseFormat) -> None:
    for entry in keys(form):
        assert bool(entry.options) == (entry.kind in {ValueKind.CHOICE, ValueKind.CHOICES})
        for option in entry.options:
            assert option.value, option.iri
            assert option.label.fr, option.iri
            assert option.label.en, option.iri


def test_each_term_that_a_key_states_is_a_term_of_the_ontology(
    ontology: Graph, form: CaseFormat
) -> None:
    for entry in keys(form):
        if entry.term:
            boolean = entry.kind is ValueKind.BOOLEAN
            sort = OWL.term("Class") if boolean else OWL.term("ObjectProperty")
            assert sort in ontology.iris(entry.term, RDF.term("type")), entry.term


def test_each_section_has_a_class_of_the_ontology(ontology: Graph, form: CaseFormat) -> None:
    for section in form.sections:
        assert OWL.term("Class") in ontology.iris(section.sort, RDF.term("type")), section.name


def test_a_complete_case_never_closes_what_shows_compliance(form: CaseFormat) -> None:
    open_for_ever = {
        "data_returned",
        "persons_informed",
        "transfer_basis",
        "contract.exists",
        "contract.reproduces_host_clauses",
        "contract.clauses",
        "contract.informs_of",
        "met",
    }

    closed = {entry.key for entry in keys(form) if entry.closes}

    assert not closed & open_for_ever


def test_a_complete_case_closes_what_qualifies(form: CaseFormat) -> None:
    closed = {entry.key for entry in keys(form) if entry.closes}

    assert closed >= {
        "access",
        "activities",
        "client",
        "contract.names_provider_as_host",
        "electronic_archiving",
        "relies_on",
        "short_term_processing",
        "storage",
        "transit_only",
    }


def test_a_complete_case_closes_no_single_value(form: CaseFormat) -> None:
    single = [entry for entry in keys(form) if not entry.is_list]

    closed = [entry.key for entry in single if entry.closes]

    assert all(key.kind is ValueKind.BOOLEAN for key in single if key.key in closed)


def test_a_silent_key_has_the_default_of_the_contract(form: CaseFormat) -> None:
    defaults = {f"{entry.section}.{entry.key}": entry.default for entry in keys(form)}

    assert {name: value for name, value in defaults.items() if value} == {
        "data.linked_to_france": "true",
        "services.medium": "digital",
        "services.resources_of": "own",
        "services.on_behalf_of": "controllers",
        "approvals.kind": "culture",
    }


def test_the_six_activities_come_in_the_order_of_the_decree(form: CaseFormat) -> None:
    options = key(form, "services.activities").options

    assert [option.value for option in options] == [
        "physical_sites",
        "hardware_infrastructure",
        "virtual_infrastructure",
        "application_platform",
        "administration_operation",
        "backup",
    ]


def test_the_fourteen_clauses_are_numbers_in_their_order(form: CaseFormat) -> None:
    options = key(form, "services.contract.clauses").options

    assert [option.value for option in options] == [str(n) for n in range(1, 15)]
