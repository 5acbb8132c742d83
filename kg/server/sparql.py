"""The SPARQL endpoint (SPARQL 1.1 Protocol): queries by GET and by POST, and never an update."""

from __future__ import annotations

from anyio import CapacityLimiter
from anyio.to_thread import run_sync
from starlette.requests import Request
from starlette.responses import Response

from kg.errors import HdsError
from kg.server.replies import say, say_error
from kg.server.requests import ProtocolError, QueryRequest, read_query
from kg.services.endpoint import Endpoint

__all__ = ["SparqlEndpoint"]

_MOST_THREADS = 32


class SparqlEndpoint:
    """Answers requests with an endpoint's results, each in a thread that waits for a worker."""

    def __init__(self, endpoint: Endpoint) -> None:
        """Serve one endpoint."""
        self.endpoint = endpoint
        self.threads: CapacityLimiter | None = None

    async def answer(self, request: Request) -> Response:
        """Answer one request."""
        try:
            asked = await read_query(request)
        except ProtocolError as error:
            return say(error.what, error.status, request)
        if self.threads is None:  # it belongs to the loop that serves
            self.threads = CapacityLimiter(_MOST_THREADS)
        try:
            return await run_sync(self._answer, request, asked, limiter=self.threads)
        except HdsError as error:
            return say_error(error, request)

    def _answer(self, request: Request, asked: QueryRequest) -> Response:
        here = str(request.url.replace(query="", fragment=""))
        accept = request.headers.get("accept", "")
        if asked.query:
            served = self.endpoint.answer(
                asked.query,
                accept=accept,
                dataset=asked.dataset,
                base=here,
                asker=request.client.host if request.client else "",
            )
        else:
            served = self.endpoint.describe(here, accept)
        headers = {"Vary": "Accept"}
        return Response(served.body, media_type=served.media_type, headers=headers)
