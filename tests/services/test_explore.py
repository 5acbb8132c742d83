"""Finding a term, and seeing all that is said of it."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.domain.terms import TermCard
from kg.errors import UsageError
from kg.services.explore import TERM_KINDS, describe_term, list_terms, search_terms
from kg.services.workspace import Workspace
from kg.vocabulary import HDS


def shorts(workspace: Workspace, text: str) -> list[str]:
    return [name.short for name in search_terms(workspace, text)]


@pytest.fixture(scope="module")
def host(workspace: Workspace) -> TermCard:
    return describe_term(workspace, "hds:Host")


@pytest.mark.parametrize(
    "text", ["hébergeur de données", "HEBERGEUR DE DONNEES", "health data host"]
)
def test_a_term_is_found_in_either_language_without_accents_or_capitals(
    workspace: Workspace, text: str
) -> None:
    assert shorts(workspace, text)[0] == "hds:Host"


def test_a_term_is_found_by_its_short_name(workspace: Workspace) -> None:
    assert shorts(workspace, "hds:Host")[0] == "hds:Host"
    assert shorts(workspace, "CertificateDebtor")[0] == "hds:CertificateDebtor"
    assert shorts(workspace, "norm:hold-certificate")[0] == "norm:hold-certificate"


@pytest.mark.parametrize("text", ["L1111-8", "L. 1111-8", "art. L.1111-8", "csp l1111-8"])
def test_an_article_is_found_however_it_is_cited(workspace: Workspace, text: str) -> None:
    assert "csp:L1111-8" in shorts(workspace, text)[:3]


def test_a_plural_finds_its_singular(workspace: Workspace) -> None:
    assert shorts(workspace, "sous-traitants")[0] == "hds:Processor"


def test_the_exact_name_comes_before_longer_ones(workspace: Workspace) -> None:
    labels = [name.label.fr for name in search_terms(workspace, "acteur")]

    assert labels[0] == "acteur"


def test_no_more_is_found_than_asked_for_and_nothing_for_nothing(workspace: Workspace) -> None:
    assert len(search_terms(workspace, "service", limit=3)) == 3
    assert search_terms(workspace, " ’ ") == ()
    assert search_terms(workspace, "xyzzy") == ()


def test_a_definition_is_told_in_words_in_both_languages(host: TermCard) -> None:
    assert host.axioms[0].fr.startswith("acteur qui fournit un service d’hébergement")
    assert host.axioms[0].en.startswith("actor that provides a health data hosting service")


def test_what_a_definition_entails_is_told_too(host: TermCard) -> None:
    assert any(axiom.fr.startswith("est tenu par") for axiom in host.axioms)


def test_every_definition_of_the_ontology_can_be_told(workspace: Workspace) -> None:
    for kind in ("classes", "grounds"):
        for name in list_terms(workspace, kind):
            for axiom in describe_term(workspace, name.iri).axioms:
                assert axiom.fr
                assert axiom.en
                assert "http" not in axiom.fr + axiom.en
                assert "_:" not in axiom.fr


def test_a_card_shows_where_a_class_is_used_inside_another_s_definition(
    workspace: Workspace, host: TermCard
) -> None:
    service = describe_term(workspace, "hds:HostingService")

    users = {link.other.short for link in service.incoming if link.other}

    assert "hds:Host" in users
    assert "hds:CertifiedHost" in {link.other.short for link in host.incoming if link.other}


def test_a_card_names_the_source_and_leads_to_it(workspace: Workspace, host: TermCard) -> None:
    (source,) = host.sources

    provision = describe_term(workspace, source.iri)

    assert "hds:Host" in {link.other.short for link in provision.incoming if link.other}


def test_a_card_holds_the_term_s_own_turtle(host: TermCard) -> None:
    quads = ox.parse(host.turtle, format=ox.RdfFormat.TURTLE)

    assert {q.subject.value for q in quads if isinstance(q.subject, ox.NamedNode)} == {
        HDS.term("Host")
    }


def test_a_term_may_be_given_by_its_whole_iri(workspace: Workspace, host: TermCard) -> None:
    assert describe_term(workspace, HDS.term("Host")) == host


@pytest.mark.parametrize("iri", ["hds:Hots", "https://w3id.org/hds-fr/ontology#Hots"])
def test_an_unknown_term_is_refused_with_the_nearest(workspace: Workspace, iri: str) -> None:
    with pytest.raises(UsageError) as caught:
        describe_term(workspace, iri)

    assert "hds:Host" in caught.value.say("fr")
    assert iri in caught.value.say("en")


@pytest.mark.parametrize("iri", ["", "no iri at all", "_:b0", "<>", "hds:"])
def test_what_is_no_term_is_refused_and_breaks_nothing(workspace: Workspace, iri: str) -> None:
    with pytest.raises(UsageError):
        describe_term(workspace, iri)


@pytest.mark.parametrize("kind", TERM_KINDS)
def test_terms_can_be_listed_by_kind_each_with_a_label(workspace: Workspace, kind: str) -> None:
    names = list_terms(workspace, kind)

    assert names
    assert all(name.label.fr and name.label.en and name.kind.fr for name in names)


def test_a_ground_is_no_plain_class(workspace: Workspace) -> None:
    classes, grounds = (
        {name.iri for name in list_terms(workspace, kind)} for kind in ("classes", "grounds")
    )

    assert not classes & grounds
    assert all(name.startswith("https://w3id.org/hds-fr/id/ground/") for name in grounds)


def test_an_unknown_list_is_refused_with_those_that_exist(workspace: Workspace) -> None:
    with pytest.raises(UsageError, match="norms"):
        list_terms(workspace, "norm")
