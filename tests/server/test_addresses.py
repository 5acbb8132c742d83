"""Every IRI of the graph answers at its own address, in the format asked for."""

from __future__ import annotations

import pytest
import rdflib
from starlette.testclient import TestClient

NORM = "https://w3id.org/hds-fr/id/norm/hold-certificate"
FORMATS = [
    ("text/turtle", "turtle"),
    ("application/rdf+xml", "xml"),
    ("application/ld+json", "json-ld"),
    ("application/n-triples", "nt"),
]


# rdflib warns of its own internals when it reads JSON-LD.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
@pytest.mark.parametrize(("accept", "name"), FORMATS)
def test_a_term_answers_at_its_address_in_each_format(
    client: TestClient, accept: str, name: str
) -> None:
    answer = client.get("/id/norm/hold-certificate", headers={"accept": accept})

    graph = rdflib.Graph().parse(data=answer.text, format=name)
    assert answer.headers["content-type"].startswith(accept)
    assert "Accept" in answer.headers["vary"]
    assert (rdflib.URIRef(NORM), rdflib.RDF.type, None) in graph


def test_a_person_gets_a_page_in_his_language(client: TestClient) -> None:
    def page(lang: str) -> str:
        headers = {"accept": "text/html,*/*;q=0.8", "accept-language": lang}
        return client.get("/id/norm/hold-certificate", headers=headers).text

    assert '<html lang="fr">' in page("fr-FR")
    assert '<html lang="en">' in page("en")
    assert 'href="/law/csp/L1111-8' in page("fr-FR")
    assert "<script" not in page("fr-FR")


@pytest.mark.parametrize("path", ["law/csp/L1111-8_2025-07-01_II-4", "id/activity/backup"])
def test_provisions_and_individuals_have_addresses_too(client: TestClient, path: str) -> None:
    answer = client.get(f"/{path}", headers={"accept": "text/turtle"})

    assert (rdflib.URIRef(f"https://w3id.org/hds-fr/{path}"), None, None) in rdflib.Graph().parse(
        data=answer.text, format="turtle"
    )


def test_the_whole_ontology_is_one_document(client: TestClient) -> None:
    turtle = client.get("/ontology", headers={"accept": "text/turtle"})
    page = client.get("/ontology", headers={"accept": "text/html"})

    assert len(rdflib.Graph().parse(data=turtle.text, format="turtle")) > 10_000
    assert '<dt id="Host">' in page.text


def test_a_named_graph_has_an_address(client: TestClient) -> None:
    norms = client.get("/graph/norms?format=turtle")

    assert 100 < len(rdflib.Graph().parse(data=norms.text, format="turtle")) < 10_000
    assert client.get("/graph/nothing").status_code == 404


@pytest.mark.parametrize(
    ("path", "accept", "status"),
    [
        ("/id/norm/no-such-norm", "text/turtle", 404),
        ("/id/norm/no-such-norm", "text/html", 404),
        ("/id/norm/hold-certificate", "image/png", 406),
        ("/id/norm/%3E%20%7D%20DROP", "text/turtle", 400),
    ],
)
def test_what_is_not_there_is_told(client: TestClient, path: str, accept: str, status: int) -> None:
    assert client.get(path, headers={"accept": accept}).status_code == status


def test_the_first_page_leads_to_the_ontology(client: TestClient) -> None:
    assert client.get("/", follow_redirects=False).headers["location"] == "/ontology"
