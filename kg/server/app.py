"""The server: its routes, for `kg serve` alone or beside the app in one process."""

from __future__ import annotations

from collections.abc import Iterable

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Route

from kg.server.guard import Guard
from kg.server.sparql import SparqlEndpoint
from kg.services.endpoint import Endpoint

__all__ = ["build_app", "routes"]

_METHODS = ["GET", "POST"]


def routes(endpoint: Endpoint, *, hosts: Iterable[str] = ()) -> list[BaseRoute]:
    """Return the routes of the server; those of other hosts than `hosts` and loopback refuse.

    They lie under /api, /ontology, /id, /law, /case and /shape: a web app may have the rest.
    """
    guard = [Middleware(Guard, hosts=tuple(hosts))]
    sparql = SparqlEndpoint(endpoint).answer
    return [
        Route(path, sparql, methods=_METHODS, middleware=guard)
        for path in ("/api/sparql", "/api/sparql/")
    ]


def build_app(endpoint: Endpoint, *, hosts: Iterable[str] = ()) -> Starlette:
    """Return the server by itself: the same routes, and the endpoint at /sparql as well."""
    sparql = SparqlEndpoint(endpoint).answer
    alone = [Route(path, sparql, methods=_METHODS) for path in ("/sparql", "/sparql/")]
    return Starlette(
        routes=[*alone, *routes(endpoint, hosts=hosts)],
        middleware=[Middleware(Guard, hosts=tuple(hosts))],
    )
