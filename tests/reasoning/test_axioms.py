"""Axioms: those that the engine takes are taken rightly, all others are refused by name."""

from __future__ import annotations

from datetime import date

import pytest

from kg.domain.texts import Text
from kg.errors import OntologyError
from kg.reasoning.axioms.compiler import compile_theory
from kg.reasoning.axioms.theory import Theory
from kg.reasoning.engine.evaluation import Evaluation
from kg.reasoning.facts.derivation import derive
from kg.reasoning.facts.situation import Situation
from kg.reasoning.functions import FALSE, TRUE
from kg.reasoning.worlds.limits import breaks
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
        ("ex:age a owl:DatatypeProperty .", "owl:DatatypeProperty"),
        ("ex:keeps owl:equivalentProperty ex:has .", "owl:equivalentProperty"),
        ("ex:keeps owl:propertyDisjointWith ex:has .", "owl:propertyDisjointWith"),
        ("ex:keeps rdfs:subPropertyOf ex:has .", "rdfs:subPropertyOf"),
        ("ex:keeps owl:inverseOf ex:isKeptBy .", "owl:inverseOf"),
        ("ex:Person owl:disjointUnionOf (ex:Happy ex:Sad) .", "owl:disjointUnionOf"),
        ("ex:Happy rdfs:subClassOf [ owl:complementOf ex:Sad ] .", "rdfs:subClassOf"),
        ("ex:Person owl:hasKey (ex:keeps) .", "owl:hasKey"),
        ("ex:rex owl:sameAs ex:medor .", "owl:sameAs"),
        ("ex:rex ex:keeps ex:medor . ex:keeps a owl:IrreflexiveProperty .", "asserted"),
        ("ex:rex a ex:C . ex:C owl:equivalentClass ex:Dog .", "asserted in a defined class"),
        (CLASS + "owl:cardinality 'many' ] .", "cardinality"),
        (CLASS + "owl:someValuesFrom ex:Dog ; owl:allValuesFrom ex:Dog ] .", "someValuesFrom"),
        (CLASS + "owl:someValuesFrom xsd:integer ] .", "a datatype"),
        (CLASS + "owl:hasValue 3 ] .", "a literal"),
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
    error = refusal("ex:age a owl:DatatypeProperty . ex:rex owl:sameAs ex:medor .")

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


def members(
    theory: Theory, name: str = "C", described: Situation | None = None
) -> dict[str, bool | None]:
    """Return who is in a class: yes, no, or it depends (None)."""
    evaluation = Evaluation(theory, described or situation())
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
        ("[ a owl:Restriction ; owl:onProperty ex:keeps ; owl:minCardinality 1 ]",
         (True, None, False)),
        ("[ a owl:Restriction ; owl:onProperty ex:keeps ; owl:minCardinality 2 ]",
         (False, False, False)),
        ("[ a owl:Restriction ; owl:onProperty ex:keeps ; owl:maxCardinality 0 ]",
         (False, None, True)),
        (("[ a owl:Restriction ; owl:onProperty ex:keeps ; owl:qualifiedCardinality 1 ; "
         "owl:onClass ex:Tired ]"), (True, None, False)),
        ("[ a owl:Restriction ; owl:onProperty ex:keeps ; owl:hasSelf true ]",
         (False, False, False)),
        ("owl:Thing", (True, True, True)),
        ("owl:Nothing", (False, False, False)),
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


LOVES = "ex:loves a owl:ObjectProperty ; rdfs:domain ex:Person ; rdfs:range ex:Person . "


@pytest.mark.parametrize(
    ("axiom", "who"),
    [
        ("ex:keeps rdfs:subPropertyOf ex:loves .", (True, None, False)),
        ("ex:loves owl:equivalentProperty ex:keeps .", (True, None, False)),
        ("ex:loves owl:propertyChainAxiom (ex:keeps [ owl:inverseOf ex:keeps ]) .",
         (True, None, False)),
    ],
)  # fmt: skip
def test_a_property_holds_where_the_axioms_bring_it_and_nowhere_else(
    axiom: str, who: tuple[bool | None, ...]
) -> None:
    theory = compiled(
        f"{LOVES} {axiom} ex:C a owl:Class ; owl:equivalentClass [ a owl:Restriction ; "
        "owl:onProperty ex:loves ; owl:someValuesFrom owl:Thing ] ."
    )
    described = situation()

    derive(described, theory)

    assert tuple(members(theory, described=described).values()) == who


def test_a_transitive_property_reaches_as_far_as_it_leads() -> None:
    theory = compiled(LOVES + "ex:loves a owl:TransitiveProperty .")
    described = situation()
    described.relate(EX + "loves", EX + "ann", EX + "bob", TRUE)
    described.relate(EX + "loves", EX + "bob", EX + "cy", TRUE)

    derive(described, theory)

    assert described.edge(EX + "loves", EX + "ann", EX + "cy") == TRUE
    assert described.edge(EX + "loves", EX + "cy", EX + "ann") == FALSE


def test_a_member_of_a_class_is_one_of_all_the_classes_it_is_under() -> None:
    theory = compiled(
        "ex:Wise a owl:Class ; rdfs:subClassOf ex:Good . ex:Good a owl:Class ; rdfs:subClassOf "
        "ex:Person . ex:C a owl:Class ; owl:equivalentClass ex:Good ."
    )
    described = situation()
    described.state(EX + "Wise", EX + "cy", TRUE)

    derive(described, theory)

    assert members(theory, described=described) == {"ann": False, "bob": False, "cy": True}


@pytest.mark.parametrize(
    ("axiom", "clashes"),
    [
        ("ex:Happy owl:disjointWith ex:Wise .", True),
        ("[] a owl:AllDisjointClasses ; owl:members (ex:Wise ex:Happy) .", True),
        ("ex:Person owl:disjointUnionOf (ex:Happy ex:Wise) .", True),
        ("ex:Happy rdfs:subClassOf [ a owl:Class ; owl:complementOf ex:Wise ] .", True),
        ("ex:Happy rdfs:subClassOf owl:Nothing .", True),
        ("ex:C a owl:Class ; owl:equivalentClass ex:Happy ; owl:disjointWith ex:Wise .", True),
        ("ex:keeps a owl:InverseFunctionalProperty .", False),
        ("ex:loves a owl:InverseFunctionalProperty .", True),
        ("ex:loves a owl:FunctionalProperty .", True),
        ("ex:loves a owl:AsymmetricProperty .", True),
        ("ex:keeps a owl:AsymmetricProperty .", False),
        ("ex:loves a owl:IrreflexiveProperty .", True),
        ("ex:loves a owl:ReflexiveProperty .", True),
        ("ex:loves owl:propertyDisjointWith ex:likes .", True),
        ("ex:loves owl:propertyDisjointWith ex:keeps .", False),
        ("[] a owl:AllDisjointProperties ; owl:members (ex:loves ex:likes) .", True),
        (("[] a owl:NegativePropertyAssertion ; owl:sourceIndividual ex:ann ; "
         "owl:assertionProperty ex:loves ; owl:targetIndividual ex:bob ."), True),
        (("ex:Wise rdfs:subClassOf [ a owl:Restriction ; owl:onProperty ex:keeps ; "
         "owl:someValuesFrom ex:Person ] ."), True),
        (("ex:Wise rdfs:subClassOf [ a owl:Restriction ; owl:onProperty ex:keeps ; "
         "owl:hasValue ex:rex ] ."), False),
        (("ex:Wise rdfs:subClassOf [ a owl:Restriction ; owl:onProperty ex:loves ; "
         "owl:maxCardinality 1 ] ."), True),
    ],
)  # fmt: skip
def test_facts_that_an_axiom_forbids_leave_nothing_possible(axiom: str, *, clashes: bool) -> None:
    """Ann is happy and wise, keeps rex, loves bob, likes him, and loves herself."""
    likes = LOVES.replace("loves", "likes")
    wise = "ex:Wise a owl:Class ; rdfs:subClassOf ex:Person . "
    theory = compiled(LOVES + likes + wise + axiom)
    described = situation()
    described.state(EX + "Wise", EX + "ann", TRUE)
    for loved in ("ann", "bob"):
        described.relate(EX + "loves", EX + "ann", EX + loved, TRUE)
    described.relate(EX + "loves", EX + "cy", EX + "bob", TRUE)
    described.relate(EX + "likes", EX + "ann", EX + "bob", TRUE)

    assert breaks(Evaluation(theory, described), theory.constraints) is clashes


def test_an_individual_of_the_ontology_that_its_axioms_forbid_is_named_with_them() -> None:
    error = refusal("ex:rex a ex:Happy . ex:Happy owl:disjointWith ex:Dog .")

    for lang in ("fr", "en"):
        assert EX + "rex" in error.say(lang)
        assert "owl:disjointWith" in error.say(lang)


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
