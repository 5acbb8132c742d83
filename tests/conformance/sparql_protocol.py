"""The W3C tests of the SPARQL 1.1 Protocol, put to the server.

`python -m tests.conformance.sparql_protocol DIR` reads `DIR/manifest.ttl`. Every query test must
pass; every update must be refused, since the server serves a graph that nobody changes.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import rdflib
from rdflib.collection import Collection
from starlette.testclient import TestClient

from kg.server.app import build_app
from kg.services.endpoint import Endpoint
from kg.services.service import Service
from kg.settings import read_settings

__all__ = ["Outcome", "run_suite"]

MF = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
HT = rdflib.Namespace("http://www.w3.org/2011/http#")
CNT = rdflib.Namespace("http://www.w3.org/2011/content#")
UT = rdflib.Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
REFUSED = {400, 403, 405, 415}
"""Malformed, forbidden, by a wrong method, of a wrong type: what an update must come to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one test came to: its name, whether it is an update, the reason it failed or ""."""

    name: str
    is_update: bool
    failure: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Request:
    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes
    statuses: frozenset[str]
    boolean: bool | None
    form: str


def run_suite(folder: Path) -> Iterator[Outcome]:
    """Yield the outcome of each test of a folder that holds `manifest.ttl`."""
    manifest = rdflib.Graph().parse(folder / "manifest.ttl")
    service = Service(Endpoint(_quads(manifest)), read_settings())
    client = TestClient(build_app(service), base_url="http://127.0.0.1")
    for entries in manifest.objects(None, MF.entries):
        for test in Collection(manifest, entries):
            name = str(test).rpartition("#")[2]
            yield _outcome(client, name, list(_requests(manifest, test)))
    service.close()


def _quads(manifest: rdflib.Graph) -> bytes:
    """Return the graphs that the tests are about, as N-Quads."""
    graphs = rdflib.Dataset()
    for data in set(manifest.objects(None, UT.graphData)):
        name = rdflib.URIRef(str(manifest.value(data, rdflib.RDFS.label)))
        graphs.graph(name).parse(str(manifest.value(data, UT.graph)), format="nt")
    return graphs.serialize(format="nquads", encoding="utf-8")


def _outcome(client: TestClient, name: str, requests: list[_Request]) -> Outcome:
    is_update = "update" in name
    # An update test ends with a query that would see the change: there is none to see.
    wanted = [request for request in requests if not is_update or request.boolean is None]
    failures = (_failure(client, request, is_update=is_update) for request in wanted)
    return Outcome(name=name, is_update=is_update, failure="; ".join(filter(None, failures)))


def _failure(client: TestClient, request: _Request, *, is_update: bool) -> str:
    answer = client.request(
        request.method, request.path, content=request.body, headers=dict(request.headers)
    )
    if is_update:
        return "" if answer.status_code in REFUSED else f"{answer.status_code}, not refused"
    if f"{answer.status_code // 100}xx" not in request.statuses:
        return f"status {answer.status_code}, not {' or '.join(sorted(request.statuses))}"
    if request.boolean is not None and json.loads(answer.text).get("boolean") != request.boolean:
        return f"not {request.boolean}: {answer.text[:80]}"
    kind = answer.headers["content-type"].partition(";")[0]
    if request.form and kind not in _KINDS[request.form]:
        return f"{kind} is no format of a {request.form} result"
    return ""


_KINDS = {
    "boolean": {"application/sparql-results+json"},
    "tabular": {"application/sparql-results+json"},
    "RDF": {"text/turtle"},
}


def _requests(manifest: rdflib.Graph, test: rdflib.term.Node) -> Iterator[_Request]:
    connection = manifest.value(test, MF.action)
    listed = manifest.value(connection, HT.requests)
    assert listed is not None
    for node in Collection(manifest, listed):
        response = manifest.value(node, HT.resp)
        boolean = manifest.value(response, MF.expectedBoolean)
        statuses = manifest.objects(response, MF.expectedStatus)
        yield _Request(
            method=str(manifest.value(node, HT.methodName)),
            path=str(manifest.value(node, HT.absolutePath)),
            headers=dict(_headers(manifest, node)),
            body=_body(manifest, node),
            statuses=frozenset(str(status).rpartition("StatusCode")[2] for status in statuses),
            boolean=None if boolean is None else str(boolean) == "true",
            form=str(manifest.value(response, MF.expectedFormat) or ""),
        )


def _headers(manifest: rdflib.Graph, request: rdflib.term.Node) -> Iterator[tuple[str, str]]:
    for listed in manifest.objects(request, HT.headers):
        for header in Collection(manifest, listed):
            name, value = (manifest.value(header, p) for p in (HT.fieldName, HT.fieldValue))
            yield str(name), str(value)


def _body(manifest: rdflib.Graph, request: rdflib.term.Node) -> bytes:
    body = manifest.value(request, HT.body)
    if body is None:
        return b""
    encoding = str(manifest.value(body, CNT.characterEncoding))
    return str(manifest.value(body, CNT.chars)).encode(encoding)


_NO_SUITE = (
    "FR : pas de manifest.ttl dans « {folder} ». Donnez le dossier qui contient "
    "sparql11-protocol : make conformance SUITES=DOSSIER.\n"
    "EN: no manifest.ttl in “{folder}”. Give the folder that holds sparql11-protocol: "
    "make conformance SUITES=DIR."
)


def main() -> None:
    """Run the suite of the folder given, and print what each test came to."""
    folder = Path(sys.argv[1])
    if not (folder / "manifest.ttl").is_file():
        sys.exit(_NO_SUITE.format(folder=folder))
    outcomes = list(run_suite(folder))
    for outcome in outcomes:
        print(f"{'FAIL' if outcome.failure else 'ok  '} {outcome.name} {outcome.failure}")  # noqa: T201 - its output
    failed = [outcome for outcome in outcomes if outcome.failure]
    queries = [outcome for outcome in outcomes if not outcome.is_update]
    print(  # noqa: T201 - as above
        f"SPARQL 1.1 Protocol: {len(queries)} query tests and {len(outcomes) - len(queries)} "
        f"updates to refuse; {len(failed)} failed"
    )
    sys.exit(1 if failed or not outcomes else 0)


if __name__ == "__main__":
    main()
