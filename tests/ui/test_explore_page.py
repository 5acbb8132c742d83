"""The page of the graph, without a browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest
from streamlit.testing.v1 import AppTest

Open: TypeAlias = Callable[..., AppTest]


def text_of(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


def test_a_term_is_opened_by_its_address(open_page: Open) -> None:
    app = open_page("explore", node="hds:Host")

    assert not app.exception
    assert "<h2>Hébergeur de données de santé</h2>" in text_of(app)


def test_the_card_lists_what_the_picture_shows(open_page: Open) -> None:
    app = open_page("explore", node="norm:hold-certificate", lang="en")

    titles = [pills.label for pills in app.button_group]

    assert any(title.startswith("Is bound by") for title in titles)
    assert any(title.startswith("Penalty") for title in titles)


def test_choosing_a_neighbour_opens_its_card(open_page: Open) -> None:
    app = open_page("explore", node="norm:hold-certificate")
    penalty = next(pills for pills in app.button_group if pills.label.startswith("Peine"))

    penalty.set_value(penalty.options[0]).run()

    assert app.query_params["node"] == "csp:L1115-1"
    assert not app.exception


def test_more_of_the_neighbourhood_can_be_drawn(open_page: Open) -> None:
    app = open_page("explore", node="hds:Service")

    next(button for button in app.button if button.label == "10 de plus").click().run()

    assert "26 de ses" in text_of(app)


def test_an_unknown_term_is_told_with_the_nearest(open_page: Open) -> None:
    app = open_page("explore", node="hds:Hots")

    said = text_of(app)
    assert "hds:Host" in said
    assert 'role="alert"' in said
    assert not app.exception


@pytest.mark.parametrize("node", ["<script>", "_:b0", "hds:", " "])
def test_an_address_that_names_no_term_breaks_nothing(open_page: Open, node: str) -> None:
    app = open_page("explore", node=node)

    assert not app.exception
    assert text_of(app).count("<script>") == 1, "only the one of the page itself"
