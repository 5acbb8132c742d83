"""What is sent back when something is wrong: a status, and what to do about it, in words."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from kg.domain.texts import Language
from kg.errors import HdsError, QueryError, QueryReason

__all__ = ["STATUS", "headers_of", "language_of", "say", "say_error"]

SECONDS_TO_RETRY = 5
STATUS: Mapping[QueryReason, int] = {
    "wrong": 400,
    "refused": 403,
    "unacceptable": 406,
    "too-big": 413,
    "too-slow": 503,
    "busy": 503,
}


def language_of(request: Request) -> Language:
    """Return the language of the one who asks: `fr` where it is the first that he names."""
    return "fr" if request.headers.get("accept-language", "").lower().startswith("fr") else "en"


def say_error(error: HdsError, request: Request) -> Response:
    """Return the answer to a query that has no result, or to a request that cannot be met."""
    status = STATUS[error.reason] if isinstance(error, QueryError) else 400
    return _plain(error.say(language_of(request)), status, request)


def say(what: str, status: int, request: Request) -> Response:
    """Return the answer to a request that is wrong in the way that `what` names."""
    fr, en = _WORDS[what]
    return _plain(fr if language_of(request) == "fr" else en, status, request)


def _plain(words: str, status: int, request: Request) -> Response:
    headers = {"Content-Language": language_of(request), **headers_of(status, request)}
    return PlainTextResponse(words + "\n", status, headers)


def headers_of(status: int, request: Request) -> dict[str, str]:
    """Return what a client must know beside the words: when to come again, that it is cut off."""
    if status == STATUS["busy"]:
        return {"Retry-After": str(SECONDS_TO_RETRY)}
    if status in {408, 413} and request.method == "POST":
        return {"Connection": "close"}
    return {}


_WORDS = {
    "body": (
        "le corps de la requête est trop long. Raccourcissez-le.",
        "the body of the request is too long. Shorten it.",
    ),
    "charset": (
        "seul UTF-8 est admis. Envoyez le texte en UTF-8.",
        "UTF-8 alone is taken. Send the text in UTF-8.",
    ),
    "encoding": (
        "ce texte n’est pas de l’UTF-8. Envoyez-le en UTF-8.",
        "this text is not UTF-8. Send it in UTF-8.",
    ),
    "host": (
        (
            "ce serveur ne répond pas sous ce nom. Demandez-le par son adresse, ou lancez "
            "« kg serve --allow-host NOM »."
        ),
        (
            "this server does not answer by that name. Ask it by its address, or start "
            "“kg serve --allow-host NAME”."
        ),
    ),
    "late": (
        "le corps de la requête n’est pas arrivé à temps. Réessayez.",
        "the body of the request did not come in time. Try again.",
    ),
    "many": (
        "donnez « query » une fois, et une seule.",
        "give “query” once, and once only.",
    ),
    "none": (
        "donnez la requête SPARQL dans « query ».",
        "give the SPARQL query in “query”.",
    ),
    "type": (
        (
            "un POST se fait en application/sparql-query (la requête elle-même) ou en "
            "application/x-www-form-urlencoded (query=…)."
        ),
        (
            "POST as application/sparql-query (the query itself) or as "
            "application/x-www-form-urlencoded (query=…)."
        ),
    ),
    "unacceptable": (
        (
            "aucun des formats demandés n’est servi ici. Demandez du HTML, du Turtle, du JSON-LD, "
            "du RDF/XML ou du N-Triples."
        ),
        (
            "none of the formats asked for is served here. Ask for HTML, Turtle, JSON-LD, RDF/XML "
            "or N-Triples."
        ),
    ),
    "unknown": (
        "le graphe ne dit rien de cette adresse. Partez de /ontology.",
        "the graph says nothing of this address. Start from /ontology.",
    ),
    "update": (
        "les mises à jour sont refusées : le graphe se lit et ne se modifie pas ici.",
        "updates are refused: the graph is read here and not changed.",
    ),
}
