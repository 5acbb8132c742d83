"""A case that contradicts itself is told which facts clash, under which axioms, and no others."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kg.domain.answers import Outcome
from kg.domain.cases import Case, Entity, Fact, Value
from kg.errors import CaseError, OntologyError
from kg.reasoning.inquiry import Inquiry
from kg.services.cases import load_case
from kg.services.check import check
from kg.services.workspace import Workspace, open_workspace
from kg.settings import read_settings

HEAD = """
PREFIX hds: <https://w3id.org/hds-fr/ontology#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
"""
DAY = date(2026, 11, 23)
Edit = Callable[[str], Workspace]


@pytest.fixture
def edited(tmp_path: Path) -> Edit:
    """Open the ontology of the checkout with some Turtle added to it."""

    def edit(text: str) -> Workspace:
        settings = read_settings()
        shutil.copytree(settings.ontology, tmp_path / "ontology")
        (tmp_path / "ontology" / "edited.ttl").write_text(HEAD + text, encoding="utf-8")
        (tmp_path / "data").symlink_to(settings.data)
        return open_workspace(replace(settings, root=tmp_path))

    return edit


@pytest.fixture
def memo(workspace: Workspace, root: Path) -> Case:
    return load_case(workspace, root / "data" / "cases" / "source-memo-completed.yaml")


def stating(case: Case, path: str, **facts: Value | None) -> Case:
    """Return the case where one entity is said otherwise."""

    def state(entity: Entity) -> Entity:
        if entity.path != path:
            return entity
        kept = tuple(fact for fact in entity.facts if fact.key not in facts)
        return replace(entity, facts=kept + tuple(Fact(key=k, value=v) for k, v in facts.items()))

    return replace(case, entities=tuple(map(state, case.entities)))


def inquire(workspace: Workspace, case: Case) -> Inquiry:
    cite = lambda iri: workspace.cite(iri, DAY)  # noqa: E731 - bound to this day
    return Inquiry(workspace.theory, workspace.form, case, day=DAY, cite=cite)


def refusal(workspace: Workspace, case: Case) -> CaseError:
    with pytest.raises(CaseError) as caught:
        inquire(workspace, case)
    return caught.value


APART = "hds:EndedService owl:disjointWith hds:TransitService ."


def test_the_facts_that_clash_are_named_with_the_axiom_and_no_others(
    edited: Edit, memo: Case
) -> None:
    error = refusal(edited(APART), stating(memo, "services.hosting", ended=True, transit_only=True))

    assert error.exit_code == 2
    for lang in ("fr", "en"):
        message = error.say(lang)
        assert "services.hosting.ended" in message
        assert "services.hosting.transit_only" in message
        assert "owl:disjointWith" in message
        assert message.count("services.") == 2
        assert "publisher" not in message


def test_a_case_that_meets_the_axiom_is_answered_as_before(edited: Edit, memo: Case) -> None:
    inquire(edited(APART), memo)


def test_a_property_that_leads_to_one_value_cannot_lead_to_two(edited: Edit, memo: Case) -> None:
    workspace = edited("hds:isSubjectToLawOf a owl:FunctionalProperty .")

    error = refusal(workspace, stating(memo, "actors.publisher", subject_to_law_of=("FR", "US")))

    assert "actors.publisher.subject_to_law_of" in error.say("en")
    assert "owl:FunctionalProperty" in error.say("en")


def test_facts_clash_through_a_definition_as_well(edited: Edit, memo: Case) -> None:
    workspace = edited(
        "hds:Idle a owl:Class ; owl:equivalentClass [ a owl:Class ; owl:intersectionOf "
        "(hds:EndedService hds:TransitService) ] ; rdfs:subClassOf owl:Nothing ."
    )

    error = refusal(workspace, stating(memo, "services.saas", ended=True, transit_only=True))

    assert "services.saas.ended" in error.say("fr")
    assert "rdfs:subClassOf" in error.say("fr")


def test_what_an_axiom_excludes_of_an_unknown_fact_is_a_no(edited: Edit, memo: Case) -> None:
    workspace = edited(APART)
    inquiry = inquire(workspace, stating(memo, "services.hosting", ended=True, transit_only=None))
    transit = inquiry.situation.members[
        "https://w3id.org/hds-fr/ontology#TransitService",
        "https://w3id.org/hds-fr/case/services/hosting",
    ]

    assert inquiry._regions(transit).outcome is Outcome.NO


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("<urn:x> a owl:NamedIndividual, hds:Actor, hds:Service .", "owl:AllDisjointClasses"),
        (("<urn:x> a owl:NamedIndividual, hds:EndedService . hds:EndedService rdfs:subClassOf "
         "owl:Nothing ."), "rdfs:subClassOf"),
    ],
)  # fmt: skip
def test_an_ontology_edited_into_inconsistency_does_not_load(
    edited: Edit, text: str, named: str
) -> None:
    with pytest.raises(OntologyError) as caught:
        edited(text)

    assert "urn:x" in caught.value.say("fr")
    assert named in caught.value.say("en")


def test_an_ontology_without_a_model_is_told_as_such_by_the_reference(edited: Edit) -> None:
    workspace = edited("owl:Thing rdfs:subClassOf owl:Nothing .")

    with pytest.raises(OntologyError, match="no model"):
        check(workspace, reference=True)
