"""The same answers as the command line's, over HTTP: described in /api/openapi.json."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from anyio.to_thread import run_sync
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from kg.errors import HdsError, QueryError
from kg.server.openapi import document
from kg.server.replies import STATUS, headers_of, say
from kg.server.requests import ProtocolError, read_body
from kg.services.service import Service

__all__ = ["rest_routes"]

MOST_CASE_BYTES = 2**20
"""The most bytes of a case."""


def rest_routes(service: Service, middleware: Iterable[Middleware]) -> list[BaseRoute]:
    """Return the routes below /api, but for SPARQL's."""
    rest, guard = _Rest(service), list(middleware)
    return [
        Route("/api/health", rest.health, methods=["GET"], middleware=guard),
        Route("/api/openapi.json", rest.openapi, methods=["GET"], middleware=guard),
        Route("/api/questions", rest.questions, methods=["GET"], middleware=guard),
        Route("/api/questions/{name}", rest.ask, methods=["GET", "POST"], middleware=guard),
        Route("/api/qualify", rest.qualify, methods=["POST"], middleware=guard),
        Route("/api/explain/{actor}", rest.explain, methods=["POST"], middleware=guard),
    ]


class _Rest:
    """The handlers, over one service."""

    def __init__(self, service: Service) -> None:
        self.service = service

    async def health(self, request: Request) -> Response:
        return await _answered(request, lambda: JSONResponse(self.service.health()))

    async def openapi(self, request: Request) -> Response:
        return JSONResponse(document(str(request.base_url).rstrip("/")))

    async def questions(self, request: Request) -> Response:
        return await _answered(request, lambda: JSONResponse(self.service.questions()))

    async def ask(self, request: Request) -> Response:
        name, values = request.path_params["name"], dict(request.query_params)
        asker, today = _asker(request), _today()

        async def answer() -> Response:
            case = await _case(request) if request.method == "POST" else ""
            found = await run_sync(
                lambda: self.service.ask(name, values, case=case, today=today, asker=asker)
            )
            return JSONResponse(found, media_type="application/sparql-results+json")

        return await _guarded(request, answer)

    async def qualify(self, request: Request) -> Response:
        return await self._about(request, {}, lambda text: Response(text, media_type=_JSON))

    async def explain(self, request: Request) -> Response:
        actor = {"actor": request.path_params["actor"]}
        return await self._about(request, actor, PlainTextResponse)

    async def _about(
        self, request: Request, more: Mapping[str, str], reply: Callable[[str], Response]
    ) -> Response:
        """Answer a request whose body is a case."""
        given = {key: request.query_params.get(key, "") for key in ("date", "authority", "lang")}

        async def answer() -> Response:
            asked = {**given, **more, "case": await _case(request), "today": _today()}
            asker = _asker(request)
            return reply(await run_sync(lambda: self.service.qualify(asked, asker=asker)))

        return await _guarded(request, answer)


_JSON = "application/json"


def _today() -> str:
    """Return the day it is here, for the cases that give none: a server may know it."""
    return date.today().isoformat()  # noqa: DTZ011 - the law changes at midnight where it is read


def _asker(request: Request) -> str:
    return request.client.host if request.client else ""


async def _case(request: Request) -> str:
    body = await read_body(request, MOST_CASE_BYTES)
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ProtocolError(400, "encoding") from error


async def _answered(request: Request, answer: Callable[[], Response]) -> Response:
    async def answered() -> Response:
        return await run_sync(answer)

    return await _guarded(request, answered)


async def _guarded(request: Request, answer: Callable[[], object]) -> Response:
    """Return an answer, or what is wrong with the request (RFC 9457)."""
    try:
        return await answer()  # type: ignore[misc, no-any-return]  # an awaitable of a response
    except ProtocolError as error:
        return say(error.what, error.status, request)
    except HdsError as error:
        return _problem(error, request)


def _problem(error: HdsError, request: Request) -> Response:
    status = STATUS[error.reason] if isinstance(error, QueryError) else 422
    faults = [
        {"fr": f.fr, "en": f.en, "line": f.line or None, "key": f.key or None} for f in error.faults
    ]
    body = {"type": "about:blank", "title": type(error).__name__, "status": status}
    return JSONResponse(
        {**body, "detail": error.say("en"), "faults": faults},
        status,
        headers_of(status, request),
        media_type="application/problem+json",
    )
