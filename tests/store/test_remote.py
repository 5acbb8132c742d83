"""A SPARQL server elsewhere gives the same results as the embedded graph."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pyoxigraph as ox
import pytest

from kg.errors import QueryError
from kg.services.ask import ask
from kg.services.workspace import Workspace

NORMS = "SELECT ?norm ?label { ?norm a hds:Norm ; skos:prefLabel ?label } ORDER BY ?norm ?label"
BLOCK = "CONSTRUCT { ?s ?p ?o } WHERE { VALUES ?s { hds:Host } ?s ?p ?o FILTER(!isBlank(?o)) }"


@pytest.fixture(scope="module")
def endpoint(workspace: Workspace) -> Iterator[str]:
    """The address of a SPARQL 1.1 server on the same graph."""
    store = workspace.graph.store

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            form = parse_qs(self.rfile.read(length).decode())
            results = store.query(form["query"][0])
            if isinstance(results, ox.QueryTriples):
                body, kind = results.serialize(format=ox.RdfFormat.TURTLE), "text/turtle"
            else:
                body = results.serialize(format=ox.QueryResultsFormat.JSON)
                kind = "application/sparql-results+json"
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its base's name
            del format, args

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/sparql"
    server.shutdown()
    server.server_close()


def test_a_server_gives_the_same_rows_as_the_embedded_graph(
    workspace: Workspace, endpoint: str
) -> None:
    """A table is the same, cell by cell."""
    near, far = ask(workspace, NORMS), ask(workspace, NORMS, endpoint=endpoint)

    assert far.columns == near.columns
    assert [[cell.text for cell in row] for row in far.rows] == [
        [cell.text for cell in row] for row in near.rows
    ]
    assert len(far.rows) == 64


def test_a_server_answers_yes_or_no(workspace: Workspace, endpoint: str) -> None:
    """A truth value is the same."""
    assert ask(workspace, "ASK { hds:Host a owl:Class }", endpoint=endpoint).truth


def test_a_server_gives_the_same_triples(workspace: Workspace, endpoint: str) -> None:
    """A graph is the same, line by line."""
    near, far = ask(workspace, BLOCK), ask(workspace, BLOCK, endpoint=endpoint)

    assert sorted(far.ntriples.splitlines()) == sorted(near.ntriples.splitlines())


def test_an_update_is_not_sent_to_a_server(workspace: Workspace, endpoint: str) -> None:
    """Reading is all that the command does."""
    with pytest.raises(QueryError, match="read-only"):
        ask(workspace, "INSERT DATA { hds:a hds:b hds:c }", endpoint=endpoint)


def test_a_server_that_is_not_there_is_a_clear_error(workspace: Workspace) -> None:
    """The address is named, in both languages."""
    with pytest.raises(QueryError) as raised:
        ask(workspace, NORMS, endpoint="http://127.0.0.1:1/sparql")

    assert "http://127.0.0.1:1/sparql" in raised.value.say("fr")
    assert "leave --endpoint out" in raised.value.say("en")


def test_more_rows_than_asked_for_is_an_error(workspace: Workspace, endpoint: str) -> None:
    """Nothing is cut silently."""
    with pytest.raises(QueryError, match="> 3"):
        ask(workspace, NORMS, rows=3, endpoint=endpoint)
