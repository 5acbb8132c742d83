"""The app and the server are one process: one address for people and for their tools."""

from __future__ import annotations

import json
import urllib.request
from urllib.parse import urlencode

import pytest


def fetch(url: str, **headers: str) -> tuple[str, dict[str, str]]:
    request = urllib.request.Request(  # noqa: S310 - the app's own address
        url, headers={name.replace("_", "-"): value for name, value in headers.items()}
    )
    with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310 - as above
        return answer.read().decode("utf-8", "replace"), dict(answer.headers)


@pytest.mark.parametrize(
    ("path", "accepts", "language"),
    [("", "fr-FR,fr;q=0.9", "fr"), ("", "en-GB", "en"), ("?lang=fr", "en", "fr"), ("", "de", "fr")],
)
def test_a_page_says_its_language_from_the_first_byte(
    address: str, path: str, accepts: str, language: str
) -> None:
    page, _ = fetch(f"{address}/{path}", Accept_Language=accepts)

    assert f'<html lang="{language}"' in page


def test_the_app_answers_queries_beside_its_pages(address: str) -> None:
    query = urlencode({"query": "ASK { hds:Host a owl:Class }"})

    answer, _ = fetch(f"{address}/api/sparql?{query}")

    assert json.loads(answer)["boolean"] is True


def test_the_app_answers_for_the_terms_of_the_graph(address: str) -> None:
    turtle, headers = fetch(f"{address}/id/norm/hold-certificate", Accept="text/turtle")

    assert headers["content-type"].startswith("text/turtle")
    assert "norm:hold-certificate" in turtle


def test_what_the_app_sends_is_compressed(address: str) -> None:
    _, headers = fetch(f"{address}/ontology", Accept="text/turtle", Accept_Encoding="gzip")

    assert headers["content-encoding"] == "gzip"
