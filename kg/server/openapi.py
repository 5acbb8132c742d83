"""The description of the REST interface (OpenAPI 3.1)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

__all__ = ["document"]

Json: TypeAlias = "Mapping[str, object]"

_TEXT: Json = {"type": "string"}
_OBJECT: Json = {"type": "object"}


def document(server: str) -> Json:
    """Return the description of the server at an address."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "HDS knowledge graph",
            "version": "1",
            "description": "Who must be certified to host health data in France, and why. "
            "Cases are YAML 1.2 or JSON (hds-case/1). No personal data is needed.",
        },
        "servers": [{"url": server}],
        "paths": {**_about_cases(), **_about_the_graph()},
    }


def _about_cases() -> dict[str, Json]:
    return {
        "/api/health": {"get": _operation("health", "Whether the graph answers", _json())},
        "/api/qualify": {
            "post": _operation(
                "qualify",
                "Who owes what in a case, on a day, and why (hds-answer/1)",
                _json(),
                _query("date", "The day whose law is applied; by default the case's own"),
                _query("authority", "Conclude from sources of this rank and above only"),
                body=True,
            )
        },
        "/api/explain/{actor}": {
            "post": _operation(
                "explain",
                "The proof of everything concluded about an actor, as numbered steps",
                {"text/plain": {"schema": _TEXT}},
                _path("actor", "The id of an actor of the case"),
                _query("date", "The day whose law is applied; by default the case's own"),
                _query("authority", "Conclude from sources of this rank and above only"),
                _query("lang", "fr or en"),
                body=True,
            )
        },
    }


def _about_the_graph() -> dict[str, Json]:
    return {
        "/api/questions": {
            "get": _operation("questions", "The questions of the catalogue", _json())
        },
        "/api/questions/{name}": {
            "get": _operation("ask", "The answer to a question about the law", *_ASKED),
            "post": _operation(
                "askAboutCase", "The answer to a question about a case", *_ASKED, body=True
            ),
        },
        "/api/sparql": {
            "get": _operation(
                "sparql",
                "SPARQL 1.1 Protocol; without a query, the description of the service",
                {"application/sparql-results+json": {"schema": _OBJECT}},
                _query("query", "A SPARQL query"),
            )
        },
    }


def _operation(
    name: str, summary: str, content: Json, *parameters: Json, body: bool = False
) -> Json:
    operation: dict[str, object] = {
        "operationId": name,
        "summary": summary,
        "parameters": list(parameters),
        "responses": {
            "200": {"description": "The answer", "content": content},
            "default": {
                "description": "What is wrong, and what to do (RFC 9457)",
                "content": {"application/problem+json": {"schema": _OBJECT}},
            },
        },
    }
    if body:
        kinds = ("application/yaml", "application/json")
        schema = {kind: {"schema": _OBJECT} for kind in kinds}
        operation["requestBody"] = {"required": True, "content": schema}
    return operation


def _json() -> Json:
    return {"application/json": {"schema": _OBJECT}}


def _query(name: str, words: str) -> Json:
    return {"name": name, "in": "query", "required": False, "description": words, "schema": _TEXT}


def _path(name: str, words: str) -> Json:
    return {"name": name, "in": "path", "required": True, "description": words, "schema": _TEXT}


_ASKED = (
    {"application/sparql-results+json": {"schema": _OBJECT}},
    _path("name", "The id or the name of the question"),
    {
        "name": "parameters",
        "in": "query",
        "required": False,
        "description": "The parameters of the question, each by its name",
        "schema": {"type": "object", "additionalProperties": _TEXT},
        "style": "form",
        "explode": True,
    },
)
