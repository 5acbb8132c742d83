"""Every IRI of the graph at its own address, by content negotiation."""

from __future__ import annotations

from anyio.to_thread import run_sync
from starlette.requests import Request
from starlette.responses import Response

from kg.domain.media import GRAPH_TYPES
from kg.errors import HdsError
from kg.server.replies import language_of, say, say_error
from kg.services.addresses import describe_address
from kg.services.endpoint import Endpoint

__all__ = ["PATHS", "TermAddresses"]

PATHS = (
    "ontology",
    "ontology/{rest:path}",
    *(f"{kind}/{{rest:path}}" for kind in ("id", "law", "case", "shape", "graph")),
)
"""Where terms have their addresses, as routes name them."""

_TYPES = {format_: kind for kind, format_ in reversed(list(GRAPH_TYPES.items()))} | {
    "html": "text/html"
}


class TermAddresses:
    """Answers the addresses of terms with what an endpoint says of them."""

    def __init__(self, endpoint: Endpoint) -> None:
        """Serve the terms of one endpoint."""
        self.endpoint = endpoint

    async def answer(self, request: Request) -> Response:
        """Answer one request; `?format=turtle` stands for a header `Accept`."""
        try:
            return await run_sync(self._answer, request)
        except HdsError as error:
            return say_error(error, request)

    def _answer(self, request: Request) -> Response:
        asked = request.query_params.get("format", "")
        accept = _TYPES.get(asked, asked) or request.headers.get("accept", "")
        path = request.url.path.lstrip("/")
        served = describe_address(self.endpoint, path, accept=accept, lang=language_of(request))
        if served is None:
            return say("unknown", 404, request)
        headers = {"Vary": "Accept, Accept-Language"}
        return Response(served.body, media_type=served.media_type, headers=headers)
