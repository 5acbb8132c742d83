"""The server: its routes, for `kg serve` alone or beside the app in one process."""

from __future__ import annotations

from collections.abc import Iterable

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from kg.server.guard import Guard
from kg.server.rest import rest_routes
from kg.server.sparql import SparqlEndpoint
from kg.server.terms import PATHS, TermAddresses
from kg.services.service import Service

__all__ = ["build_app", "routes"]

_METHODS = ["GET", "POST"]


def routes(service: Service, *, hosts: Iterable[str] = ()) -> list[BaseRoute]:
    """Return the routes of the server, which answer to loopback and to `hosts` only.

    They lie below /api and at the addresses of terms: a web app may have the rest.
    """
    guard = [Middleware(Guard, hosts=tuple(hosts))]
    sparql = SparqlEndpoint(service.endpoint).answer
    terms = TermAddresses(service.endpoint).answer
    return [
        *(Route(f"/api/sparql{end}", sparql, methods=_METHODS, middleware=guard) for end in _ENDS),
        *rest_routes(service, guard),
        *(Route(f"/{path}", terms, methods=["GET"], middleware=guard) for path in PATHS),
    ]


def build_app(service: Service, *, hosts: Iterable[str] = ()) -> Starlette:
    """Return the server by itself: the same routes, and the endpoint at /sparql as well."""
    sparql = SparqlEndpoint(service.endpoint).answer
    alone = [Route(f"/sparql{end}", sparql, methods=_METHODS) for end in _ENDS]
    return Starlette(
        routes=[Route("/", _home), *alone, *routes(service, hosts=hosts)],
        middleware=[Middleware(Guard, hosts=tuple(hosts))],
    )


_ENDS = ("", "/")


async def _home(request: Request) -> Response:
    del request
    return RedirectResponse("/ontology")
