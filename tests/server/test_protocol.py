"""SPARQL 1.1 Protocol: what a client may ask, in which ways, and what he gets."""

from __future__ import annotations

import json

import pytest
import rdflib
from starlette.testclient import TestClient

NORMS = "SELECT ?norm WHERE { ?norm a hds:Norm } ORDER BY ?norm"
HOST = "CONSTRUCT { hds:Host a ?kind } WHERE { hds:Host a ?kind }"
SD = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
VOID = rdflib.Namespace("http://rdfs.org/ns/void#")
QUERY = {"content-type": "application/sparql-query"}


def test_a_query_comes_by_get_in_a_form_or_as_itself(client: TestClient) -> None:
    answers = [
        client.get("/sparql", params={"query": NORMS}),
        client.post("/sparql", data={"query": NORMS}),
        client.post("/sparql", content=NORMS, headers=QUERY),
    ]

    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.text for answer in answers}) == 1
    assert len(answers[0].json()["results"]["bindings"]) > 30


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("", "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv"),
        ("text/tab-separated-values", "text/tab-separated-values"),
        ("application/json", "application/json"),
        ("text/html, text/csv;q=0.2, text/*;q=0.1", "text/csv"),
    ],
)
def test_a_table_comes_in_the_format_asked_for(
    client: TestClient, accept: str, media_type: str
) -> None:
    answer = client.get("/sparql", params={"query": NORMS}, headers={"accept": accept})

    assert answer.status_code == 200
    assert answer.headers["content-type"].split(";")[0] == media_type
    assert "hold-certificate" in answer.text


# rdflib warns of its own internals when it reads JSON-LD.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
@pytest.mark.parametrize(
    ("accept", "name"),
    [
        ("text/turtle", "turtle"),
        ("application/n-triples", "nt"),
        ("application/rdf+xml", "xml"),
        ("application/ld+json", "json-ld"),
    ],
)
def test_triples_come_in_the_format_asked_for(client: TestClient, accept: str, name: str) -> None:
    answer = client.get("/sparql", params={"query": HOST}, headers={"accept": accept})

    assert answer.headers["content-type"].startswith(accept)
    assert len(rdflib.Graph().parse(data=answer.text, format=name)) == 1


def test_what_nobody_can_write_is_not_acceptable(client: TestClient) -> None:
    for query, accept in ((NORMS, "image/png"), (NORMS, "text/turtle"), (HOST, "text/csv")):
        answer = client.get("/sparql", params={"query": query}, headers={"accept": accept})

        assert answer.status_code == 406
        assert "JSON" in answer.text


def test_a_bare_get_describes_the_service(client: TestClient) -> None:
    graph = rdflib.Graph().parse(data=client.get("/sparql").text, format="turtle")

    service = graph.value(None, rdflib.RDF.type, SD.Service)
    dataset = graph.value(service, SD.defaultDataset)
    triples = graph.value(graph.value(dataset, SD.defaultGraph), VOID.triples)
    assert str(graph.value(service, SD.endpoint)) == "http://127.0.0.1:8000/sparql"
    assert graph.value(service, SD.supportedLanguage) == SD.SPARQL11Query
    assert int(str(triples)) > 10_000
    assert len(list(graph.objects(dataset, SD.namedGraph))) > 5


def test_the_graphs_that_a_request_names_are_all_that_its_query_sees(client: TestClient) -> None:
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"

    def counted(**graphs: str) -> int:
        found = client.get("/sparql", params={"query": count, **graphs}).json()
        return int(found["results"]["bindings"][0]["n"]["value"])

    norms = counted(**{"default-graph-uri": "https://w3id.org/hds-fr/graph/norms"})

    assert 0 < norms < counted()
    assert counted(**{"named-graph-uri": "https://w3id.org/hds-fr/graph/norms"}) == 0
    assert counted(**{"default-graph-uri": "http://127.0.0.1:9/x"}) == 0


def test_a_refusal_is_told_in_the_language_of_the_one_who_asks(client: TestClient) -> None:
    french = client.get("/sparql?query=ASK {", headers={"accept-language": "fr-FR,fr;q=0.9"})
    english = client.get("/sparql?query=ASK {")

    assert (french.status_code, english.status_code) == (400, 400)
    assert "n’est pas du SPARQL" in french.text
    assert "is not SPARQL" in english.text


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"ASK {}", "text/plain", 415),
        (b"ASK {}", "application/sparql-query; charset=latin-1", 415),
        ("ASK { FILTER('é' = '') }".encode("latin-1"), "application/sparql-query", 400),
        (b"query=%ff", "application/x-www-form-urlencoded", 400),
        (b"query=ASK{}&query=ASK{}", "application/x-www-form-urlencoded", 400),
        (b"", "application/x-www-form-urlencoded", 400),
        (b"CLEAR ALL", "application/sparql-update", 403),
        (b"update=CLEAR+ALL", "application/x-www-form-urlencoded", 403),
        (b"query=CLEAR+ALL", "application/x-www-form-urlencoded", 403),
        (b"ASK { FILTER('" + b"a" * 200_000 + b"' = '') }", "application/sparql-query", 413),
        (b"a" * 500_000, "application/sparql-query", 413),
    ],
)
def test_what_is_no_query_is_refused_with_its_status(
    client: TestClient, body: bytes, kind: str, status: int
) -> None:
    answer = client.post("/sparql", content=body, headers={"content-type": kind})

    assert answer.status_code == status
    assert answer.text.strip()


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_no_other_method_is_served(client: TestClient, method: str) -> None:
    assert client.request(method, "/sparql", params={"query": "ASK {}"}).status_code == 405


def test_the_server_answers_to_its_own_names_only(client: TestClient) -> None:
    for path in ("/sparql", "/api/sparql", "/ontology"):
        answer = client.get(path, headers={"host": "evil.example"})

        assert answer.status_code == 421
        assert "kg serve --allow-host" in answer.text


def test_no_page_of_elsewhere_may_read_an_answer(client: TestClient) -> None:
    answer = client.get("/sparql?query=ASK{}", headers={"origin": "http://evil.example"})

    assert "access-control-allow-origin" not in answer.headers
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_the_json_is_json(client: TestClient) -> None:
    answer = client.get("/api/sparql", params={"query": "ASK {}"})

    assert json.loads(answer.text)["boolean"] is True
