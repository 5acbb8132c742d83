"""Exporting the ontology and cases, stated or with what follows."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.domain.cases import Case
from kg.errors import ExportError, UsageError
from kg.services.cases import example_cases, load_case, parse_case
from kg.services.export import export
from kg.services.qualify import qualify
from kg.services.workspace import Workspace
from kg.vocabulary import HDS, OWL, RDF, RDFS, SKOS

CASE = "https://w3id.org/hds-fr/case/"
TYPE = RDF.term("type")


@pytest.fixture(scope="module")
def case(workspace: Workspace) -> Case:
    return load_case(workspace, example_cases(workspace)["source-memo-completed"])


@pytest.fixture(scope="module")
def open_case(workspace: Workspace) -> Case:
    return load_case(workspace, example_cases(workspace)["source-memo"])


def triples(written: bytes) -> set[tuple[str, str, str]]:
    found = ox.parse(written, format=ox.RdfFormat.N_TRIPLES)
    return {(q.subject.value, q.predicate.value, str(q.object.value)) for q in found}


def test_a_case_states_its_individuals_under_its_own_name(workspace: Workspace, case: Case) -> None:
    stated = triples(export(workspace, "ntriples", case=case))

    publisher, saas = (f"{CASE}{case.id}/{path}" for path in ("actors/publisher", "services/saas"))
    assert (publisher, TYPE, HDS.term("Actor")) in stated
    assert (publisher, HDS.term("provides"), saas) in stated
    assert (publisher, SKOS.term("prefLabel"), "publisher") in stated
    assert all(s.startswith(f"{CASE}{case.id}") for s, _, _ in stated)


def test_a_case_stated_concludes_nothing(workspace: Workspace, case: Case) -> None:
    stated = triples(export(workspace, "ntriples", case=case))

    assert not [p for _, p, _ in stated if p == HDS.term("isBoundBy")]
    assert not [o for _, p, o in stated if p == TYPE and o == HDS.term("Host")]


def test_a_case_tells_its_title_its_day_and_the_ontology_it_is_read_with(
    workspace: Workspace, case: Case
) -> None:
    said = {
        (p, o)
        for s, p, o in triples(export(workspace, "ntriples", case=case))
        if s == CASE + case.id
    }

    assert (TYPE, OWL.term("Ontology")) in said
    assert (OWL.term("imports"), "https://w3id.org/hds-fr/ontology") in said
    assert ("http://purl.org/dc/terms/date", str(case.day)) in said
    assert case.title.fr in {o for _, o in said}


def test_the_norms_concluded_are_those_of_the_answer(
    workspace: Workspace, case: Case, open_case: Case
) -> None:
    for described in (case, open_case):
        assert described.day is not None
        concluded = triples(export(workspace, "ntriples", case=described, inferred=True))
        norms = {norm.iri: norm.id for norm in workspace.catalogue.norms}

        for actor in qualify(workspace, described, on=described.day).actors:
            subject = f"{CASE}{described.id}/actors/{actor.id}"
            bound = {
                norms[o] for s, p, o in concluded if (s, p) == (subject, HDS.term("isBoundBy"))
            }
            assert bound == {norm.id for norm in actor.norms}


def test_the_roles_concluded_are_those_of_the_answer(workspace: Workspace, case: Case) -> None:
    assert case.day is not None
    concluded = triples(export(workspace, "ntriples", case=case, inferred=True))

    for actor in qualify(workspace, case, on=case.day).actors:
        subject = f"{CASE}{case.id}/actors/{actor.id}"
        types = {o for s, p, o in concluded if (s, p) == (subject, TYPE)}
        roles = {role.id for role in workspace.catalogue.roles if role.iri in types}
        assert roles == {role.id for role in actor.roles}


def test_what_is_only_possible_is_not_exported(workspace: Workspace, open_case: Case) -> None:
    concluded = triples(export(workspace, "ntriples", case=open_case, inferred=True))

    publisher = f"{CASE}{open_case.id}/actors/publisher"
    assert (publisher, TYPE, HDS.term("Host")) not in concluded
    assert not [s for s, _, _ in concluded if "?" in s]


def test_the_law_of_another_day_concludes_otherwise(workspace: Workspace, case: Case) -> None:
    assert case.day is not None
    early = case.day.replace(year=2018, month=4, day=1)

    then, now = (
        triples(export(workspace, "ntriples", case=case, on=day, inferred=True))
        for day in (early, case.day)
    )

    assert then != now


def test_a_case_without_a_day_asks_for_one(workspace: Workspace) -> None:
    text = "format: hds-case/1\nid: x\ntitle: {fr: x, en: x}\ncomplete: true\nactors: {a: {}}\n"
    dateless = parse_case(workspace, text, "x.yaml")

    with pytest.raises(UsageError, match="--date"):
        export(workspace, "ntriples", case=dateless)


def test_the_ontology_with_what_follows_names_every_super_class(workspace: Workspace) -> None:
    stated, inferred = (
        triples(export(workspace, "ntriples", inferred=follows)) for follows in (False, True)
    )
    below = RDFS.term("subClassOf")

    host, actor, certified = (HDS.term(name) for name in ("Host", "Actor", "CertifiedHost"))
    assert (certified, below, actor) not in stated
    assert {(host, below, actor), (certified, below, host), (certified, below, actor)} <= inferred


def test_a_ground_lies_below_its_notion_and_all_that_the_notion_lies_below(
    workspace: Workspace,
) -> None:
    inferred = triples(export(workspace, "ntriples", inferred=True))
    below = RDFS.term("subClassOf")

    ground = "https://w3id.org/hds-fr/id/ground/digital-hosting"
    uppers = {o for s, p, o in inferred if (s, p) == (ground, below)}

    assert {HDS.term("HostingService"), HDS.term("Service")} <= uppers
    assert ground not in uppers


def test_an_unknown_format_is_refused_before_any_work(workspace: Workspace) -> None:
    with pytest.raises(ExportError, match="Did you mean “jsonld”"):
        export(workspace, "json-ld")
