"""The page of the obligations, without a browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest
from streamlit.testing.v1 import AppTest

Open: TypeAlias = Callable[..., AppTest]


def text_of(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


def test_the_matrix_is_a_table_with_headers_that_leads_to_the_provisions(open_page: Open) -> None:
    app = open_page("obligations", day="2026-11-25")

    said = text_of(app)
    assert not app.exception
    assert '<th scope="col">Hébergeur de données de santé</th>' in said
    assert '<th scope="row">' in said
    assert "texts?art=csp%3AL1111-8" in said
    assert "explore?node=norm%3Ahold-certificate" in said


@pytest.mark.parametrize(
    ("address", "kept", "left_out"),
    [
        ({"role": "intermediary"}, "norm%3Areproduce-host-clauses", "norm%3Ainform-person"),
        ({"activity": "backup"}, "norm%3Ahold-certificate&", "norm%3Areproduce-host-clauses"),
        ({"art": "gdpr:regulation"}, "norm%3Aprocessor-records", "norm%3Ainform-person"),
        ({"day": "2025-06-30"}, "norm%3Ahold-certificate&", "norm%3Ahold-certificate-archiving"),
    ],
)
def test_a_filter_in_the_address_leaves_what_it_names(
    open_page: Open, address: dict[str, str], kept: str, left_out: str
) -> None:
    app = open_page("obligations", **address)

    said = text_of(app)
    assert not app.exception
    assert kept in said
    assert left_out not in said


def test_a_filter_that_names_nothing_known_is_left_out(open_page: Open) -> None:
    app = open_page("obligations", role="emperor", day="never")

    assert not app.exception
    assert "<table" in text_of(app)
