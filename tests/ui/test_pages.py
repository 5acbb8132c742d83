from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest
from streamlit.testing.v1 import AppTest

Open: TypeAlias = Callable[..., AppTest]


def text_of(app: AppTest) -> str:
    """What the page says, in its HTML and in its Markdown."""
    return "\n".join(
        [
            *(element.proto.body for element in app.get("html")),
            *(element.value for element in app.title),
            *(element.value for element in app.caption),
        ]
    )


@pytest.mark.parametrize(
    ("page", "french", "english"),
    [
        ("situation", "Qualifier ma situation", "Qualify my situation"),
        ("explore", "Explorer le graphe", "Explore the graph"),
        ("texts", "Lire les textes", "Read the texts"),
        ("obligations", "Acteurs et obligations", "Actors and obligations"),
        ("sparql", "Interroger le graphe", "Query the graph"),
        ("audit", "Contrôler un écrit", "Audit a text"),
        ("export", "Exporter", "Export"),
        ("about", "À propos", "About"),
    ],
)
def test_every_page_speaks_both_languages(
    open_page: Open, page: str, french: str, english: str
) -> None:
    for lang, title in (("fr", french), ("en", english)):
        app = open_page(page, lang=lang)

        assert not app.exception
        assert not app.error
        assert [element.value for element in app.title] == [title]
