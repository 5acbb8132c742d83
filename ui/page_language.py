"""The language that a page says it is in, from its first byte: Streamlit says English always."""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["PageLanguage"]

_SAID = b'<html lang="en"'
_HTML = "text/html"


class PageLanguage:
    """Puts the visitor's language, his choice or his browser's, into the pages of Streamlit."""

    def __init__(self, app: ASGIApp, *, default: str = "fr") -> None:
        """Stand before `app`; `default` is the language of whoever names none."""
        self.app, self.default = app, default

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, and change the answer where it is a page."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        answer = _Answer(send, self._language(Request(scope)))
        await self.app(scope, receive, answer.send)

    def _language(self, request: Request) -> str:
        asked = request.query_params.get("lang") or request.headers.get("accept-language", "")
        language = asked[:2].lower()
        return language if language in {"fr", "en"} else self.default


class _Answer:
    """An answer on its way: a page is held until it is whole, anything else is passed on."""

    def __init__(self, send: Send, language: str) -> None:
        self.onward, self.language = send, language
        self.start: Message | None = None
        self.body = bytearray()

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_page(message):
            self.start = message
        elif self.start is None or message["type"] != "http.response.body":
            await self.onward(message)
        else:
            self.body += message.get("body", b"")
            if not message.get("more_body", False):
                await self._finish(self.start)

    async def _finish(self, start: Message) -> None:
        said = f'<html lang="{self.language}"'.encode()
        body = bytes(self.body).replace(_SAID, said, 1)
        headers = MutableHeaders(scope=start)
        if "content-length" in headers and self.body:
            headers["Content-Length"] = str(len(body))
        await self.onward(start)
        await self.onward({"type": "http.response.body", "body": body})


def _is_page(start: Message) -> bool:
    headers = Headers(scope=start)
    return headers.get("content-type", "").startswith(_HTML) and "content-encoding" not in headers
