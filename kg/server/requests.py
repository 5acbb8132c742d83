"""SPARQL 1.1 Protocol, §2: from an HTTP request to a query, or to the reason why it is none."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.requests import Request

from kg.services.endpoint import Dataset

__all__ = ["ProtocolError", "QueryRequest", "read_body", "read_query"]

MOST_BODY_BYTES = 400_000
"""The most bytes of a body: those of the longest query, each written with three signs."""
_SECONDS_TO_SEND = 10.0
_FORM = "application/x-www-form-urlencoded"
_QUERY = "application/sparql-query"
_UPDATE = "application/sparql-update"
_UTF_8 = {"", "utf-8", "utf8"}


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryRequest:
    """A query, "" for none, and the graphs that the request says it is about."""

    query: str
    dataset: Dataset | None = None


class ProtocolError(Exception):
    """A request that is no query: the status to answer with, and the name of what is wrong."""

    def __init__(self, status: int, what: str) -> None:
        """Keep the status and the name."""
        super().__init__(what)
        self.status, self.what = status, what


async def read_query(request: Request) -> QueryRequest:
    """Return the query of a request, "" for a GET without any.

    Raises:
        ProtocolError: the request breaks the protocol, is an update, or is too big.
    """
    fields = _fields(request.url.query)
    if request.method == "POST":
        kind, text = await _posted(request)
        if kind == _FORM:
            fields += _fields(text)
        elif kind == _UPDATE:
            raise ProtocolError(403, "update")
        else:
            fields.append(("query", text))
    return _query(request.method, fields)


def _query(method: str, fields: Sequence[tuple[str, str]]) -> QueryRequest:
    queries = [value for name, value in fields if name == "query"]
    updates = [value for name, value in fields if name == "update"]
    if updates:
        raise ProtocolError(*((403, "update") if len(updates) == 1 else (400, "many")))
    if len(queries) > 1:
        raise ProtocolError(400, "many")
    if not queries and method == "POST":
        raise ProtocolError(400, "none")
    default, named = (_named(fields, f"{kind}-graph-uri") for kind in ("default", "named"))
    dataset = (default, named) if default or named else None
    return QueryRequest(query=queries[0] if queries else "", dataset=dataset)


def _named(fields: Sequence[tuple[str, str]], wanted: str) -> tuple[str, ...]:
    return tuple(value for name, value in fields if name == wanted)


def _fields(text: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=100)
    except UnicodeDecodeError as error:
        raise ProtocolError(400, "encoding") from error
    except ValueError as error:
        raise ProtocolError(400, "many") from error


async def _posted(request: Request) -> tuple[str, str]:
    """Return the type and the text of a body."""
    kind, _, parameters = request.headers.get("content-type", "").partition(";")
    charset = parameters.lower().partition("charset=")[2].strip().strip('"')
    kind = kind.strip().lower()
    if kind not in {_FORM, _QUERY, _UPDATE}:
        raise ProtocolError(415, "type")
    if charset not in _UTF_8:
        raise ProtocolError(415, "charset")
    body = await read_body(request, MOST_BODY_BYTES)
    try:
        return kind, body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ProtocolError(400, "encoding") from error


async def read_body(request: Request, most: int) -> bytes:
    """Return the body of a request.

    Raises:
        ProtocolError: it has more than `most` bytes, or does not come in time.
    """
    if int(request.headers.get("content-length", "0")) > most:
        raise ProtocolError(413, "body")
    body = bytearray()
    try:
        async with asyncio.timeout(_SECONDS_TO_SEND):
            async for part in request.stream():
                body += part
                if len(body) > most:
                    raise ProtocolError(413, "body")
    except TimeoutError as error:
        raise ProtocolError(408, "late") from error
    return bytes(body)
