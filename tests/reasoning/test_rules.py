"""Axioms: those that the engine takes are taken rightly, all others are refused by name."""

from __future__ import annotations

from datetime import date

import pytest

from kg.domain.texts import Text
from kg.errors import OntologyError
from kg.reasoning.axioms.compiler import compile_theory
from kg.reasoning.axioms.theory import Theory
from kg.reasoning.engine.evaluation import Evaluation
from kg.reasoning.facts.situation import Situation
from kg.reasoning.functions import FALSE, TRUE
from kg.store.graph import Graph

EX = "https://example.org/"
HEAD = """
PREFIX ex: <https://example.org/>
PREFIX hds: <https://w3id.org/hds-fr/ontology#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
ex:Person a owl:Class . ex:Dog a owl:Class . ex:Happy a owl:Class ; rdfs:subClassOf ex:Person .
ex:Tired a owl:Class ; rdfs:subClassOf ex:Dog .
ex:keeps a owl:ObjectProperty ; rdfs:domain ex:Person ; rdfs:range ex:Dog .
ex:rex a owl:NamedIndividual, ex:Dog .
"""


def compiled(text: str) -> Theory:
    """Return the theory of a tiny ontology: persons, who may be happy and keep dogs."""
    graph = Graph()
    graph.read_turtle((HEAD + text).encode())
    return compile_theory(graph)


def refusal(text: str) -> OntologyError:
    with pytest.raises(OntologyError) as caught:
        compiled(text)
    return caught.value


CLASS = "ex:C a owl:Class ; owl:equivalentClass [ a owl:Restriction ; owl:onProperty ex:keeps ; "


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ex:keeps a owl:TransitiveProperty .", "owl:TransitiveProperty"),
        ("ex:keeps a owl:SymmetricProperty .", "owl:SymmetricProperty"),
        ("ex:keeps a owl:AsymmetricProperty .", "owl:AsymmetricProperty"),
        ("ex:keeps a owl:ReflexiveProperty .", "owl:ReflexiveProperty"),
        ("ex:keeps a owl:IrreflexiveProperty .", "owl:IrreflexiveProperty"),
        ("ex:keeps a owl:InverseFunctionalProperty .", "owl:InverseFunctionalProperty"),
        ("ex:age a owl:DatatypeProperty .", "owl:DatatypeProperty"),
        ("ex:keeps owl:propertyChainAxiom (ex:keeps ex:keeps) .", "owl:propertyChainAxiom"),
        ("ex:keeps owl:equivalentProperty ex:has .", "owl:equivalentProperty"),
        ("ex:keeps owl:propertyDisjointWith ex:has .", "owl:propertyDisjointWith"),
        ("ex:keeps rdfs:subPropertyOf ex:has .", "rdfs:subPropertyOf"),
        ("ex:keeps owl:inverseOf ex:isKeptBy .", "owl:inverseOf"),
        ("ex:Person owl:disjointUnionOf (ex:Happy ex:Sad) .", "owl:disjointUnionOf"),
        ("ex:Person owl:hasKey (ex:keeps) .", "owl:hasKey"),
        ("ex:rex owl:sameAs ex:medor .", "owl:sameAs"),
        (CLASS + "owl:cardinality 1 ] .", "cardinality"),
        (CLASS + "owl:minCardinality 1 ] .", "minCardinality"),
        (CLASS + "owl:maxQualifiedCardinality 1 ; owl:onClass ex:Dog ] .",
         "maxQualifiedCardinality"),
        (CLASS + "owl:hasSelf true ] .", "hasSelf"),
        ("ex:C a owl:Class ; owl:equivalentClass ex:Person, ex:Dog .", "owl:equivalentClass"),
        ("ex:C a owl:Class ; owl:equivalentClass ex:Person . ex:C rdfs:subClassOf ex:Dog .",
         "rdfs:subClassOf"),
        ("ex:C a owl:Class ; owl:equivalentClass ex:Person . ex:C owl:disjointWith ex:Dog .",
         "owl:disjointWith"),
        (("ex:Happy rdfs:subClassOf [ a owl:Restriction ; owl:onProperty ex:keeps ; "
         "owl:someValuesFrom ex:Dog ] ."), "rdfs:subClassOf"),
    ],
)  # fmt: skip
def test_an_axiom_that_the_engine_cannot_take_is_refused_by_its_name(text: str, name: str) -> None:
    error = refusal(text)

    for lang in ("fr", "en"):
        assert name in error.say(lang)


@pytest.mark.parametrize(
    "text",
    [
        "ex:C a owl:Class ; owl:equivalentClass [ a owl:Class ; owl:complementOf ex:C ] .",
        (
            "ex:C a owl:Class ; owl:equivalentClass ex:D . ex:D a owl:Class ; owl:equivalentClass "
            "[ a owl:Restriction ; owl:onProperty ex:keeps ; owl:someValuesFrom ex:C ] ."
        ),
        (
            "ex:N hds:isConcluded true . ex:g a owl:Class ; rdfs:subClassOf ex:N ; "
            "owl:equivalentClass [ a owl:Class ; owl:complementOf ex:N ] ."
        ),
    ],
    ids=["a class by itself", "two classes by one another", "a notion by its own ground"],
)
def test_a_definition_in_a_circle_is_refused(text: str) -> None:
    error = refusal(text)

    assert "a definition in a circle" in error.say("en")
    assert EX in error.say("en")


def test_every_axiom_refused_is_told_at_once() -> None:
    error = refusal("ex:keeps a owl:TransitiveProperty . ex:rex owl:sameAs ex:medor .")

    assert len(error.faults) == 2


def situation() -> Situation:
    """Return three persons: ann is happy and keeps rex, bob perhaps keeps rex, cy nothing."""
    found = Situation()
    for name in ("ann", "bob", "cy"):
        found.add(EX + name, EX + "Person", Text(name, name))
    found.add(EX + "rex", EX + "Dog", Text("rex", "rex"))
    found.state(EX + "Happy", EX + "ann", TRUE)
    found.state(EX + "Tired", EX + "rex", TRUE)
    found.relate(EX + "keeps", EX + "ann", EX + "rex", TRUE)
    found.relate(EX + "keeps", EX + "bob", EX + "rex", found.variable("bob.keeps", "rex"))
    return found


def members(theory: Theory, name: str = "C") -> dict[str, bool | None]:
    """Return who is in a class: yes, no, or it depends (None)."""
    evaluation = Evaluation(theory, situation())
    values = {name_: evaluation.member(EX + name, EX + name_) for name_ in ("ann", "bob", "cy")}
    return {who: {TRUE: True, FALSE: False}.get(value) for who, value in values.items()}


@pytest.mark.parametrize(
    ("expression", "who"),
    [
        ("ex:Happy", (True, False, False)),
        ("[ a owl:Class ; owl:complementOf ex:Happy ]", (False, True, True)),
        ("[ a owl:Class ; owl:intersectionOf (ex:Person ex:Happy) ]", (True, False, False)),
        ("[ a owl:Class ; owl:intersectionOf (ex:Dog ex:Happy) ]", (False, False, False)),
        ("[ a owl:Class ; owl:unionOf (ex:Happy ex:Dog) ]", (True, False, False)),
        ("[ a owl:Class ; owl:oneOf (ex:bob ex:cy) ]", (False, True, True)),
        ("[ a owl:Restriction ; owl:onProperty ex:keeps ; owl:someValuesFrom ex:Dog ]",
         (True, None, False)),
        ("[ a owl:Restriction ; owl:onProperty ex:keeps ; owl:someValuesFrom ex:Person ]",
         (False, False, False)),
        ("[ a owl:Restriction ; owl:onProperty ex:keeps ; owl:hasValue ex:rex ]",
         (True, None, False)),
        ("[ a owl:Restriction ; owl:onProperty ex:keeps ; owl:allValuesFrom ex:Happy ]",
         (False, None, True)),
        ("[ a owl:Restriction ; owl:onProperty ex:keeps ; owl:allValuesFrom ex:Tired ]",
         (True, True, True)),
    ],
)  # fmt: skip
def test_each_construct_is_evaluated_as_owl_has_it(
    expression: str, who: tuple[bool | None, ...]
) -> None:
    theory = compiled(f"ex:C a owl:Class ; owl:equivalentClass {expression} .")

    assert tuple(members(theory).values()) == who


def test_an_inverse_property_is_read_from_its_other_end() -> None:
    theory = compiled(
        "ex:C a owl:Class ; owl:equivalentClass [ a owl:Restriction ; owl:onProperty "
        "[ owl:inverseOf ex:keeps ] ; owl:someValuesFrom ex:Happy ] ."
    )

    evaluation = Evaluation(theory, situation())

    assert evaluation.member(EX + "C", EX + "rex") == TRUE
    assert evaluation.member(EX + "C", EX + "ann") == FALSE


GROUND = "ex:N hds:isConcluded true . ex:g a owl:Class ; rdfs:subClassOf ex:N ; "


def test_a_notion_holds_where_one_of_its_grounds_does_and_nowhere_else() -> None:
    theory = compiled(
        GROUND + "owl:equivalentClass ex:Happy ; hds:inForceFrom '2018-04-01'^^xsd:date . "
        "ex:h a owl:Class ; rdfs:subClassOf ex:N ; owl:equivalentClass [ a owl:Class ; "
        "owl:oneOf (ex:cy) ] ; hds:inForceFrom '2018-04-01'^^xsd:date ."
    )

    assert members(theory, "N") == {"ann": True, "bob": False, "cy": True}


@pytest.mark.parametrize(
    ("day", "holds"),
    [
        (date(2018, 3, 31), False),
        (date(2018, 4, 1), True),
        (date(2024, 5, 22), True),
        (date(2024, 5, 23), False),
    ],
)
def test_a_ground_is_in_force_from_its_first_day_until_the_eve_of_its_end(
    day: date, *, holds: bool
) -> None:
    theory = compiled(
        GROUND + "owl:equivalentClass ex:Happy ; hds:inForceFrom '2018-04-01'^^xsd:date ; "
        "hds:inForceUntil '2024-05-23'^^xsd:date ."
    )

    assert members(theory.on(day), "N")["ann"] is holds


def test_a_ground_under_a_reading_that_nobody_retains_does_not_hold() -> None:
    theory = compiled(
        GROUND + "owl:equivalentClass ex:Happy ; hds:underReading ex:r ; "
        "hds:inForceFrom '2018-04-01'^^xsd:date ."
    )

    assert members(theory, "N")["ann"] is False
