"""The page of the texts, without a browser."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeAlias

import pytest
from streamlit.testing.v1 import AppTest

Open: TypeAlias = Callable[..., AppTest]


def text_of(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


def test_an_article_is_read_alinea_by_alinea_with_the_norms_of_each(open_page: Open) -> None:
    app = open_page("texts", art="csp:L1111-8", day="2025-09-01", par="II-4")

    said = text_of(app)
    assert not app.exception
    assert 'class="alinea aimed" id="par-II-4"' in said
    assert "explore?node=norm%3Ahold-certificate-archiving" in said
    assert "Texte officiel" in said


def test_a_wording_that_is_superseded_says_so_and_leads_to_today_s(open_page: Open) -> None:
    app = open_page("texts", art="csp:L1111-8", day="2024-06-01", lang="en")
    assert "has not been in force since 2025-07-01" in text_of(app)

    next(b for b in app.button if b.label == "Read today’s version").click().run()

    assert "has not been in force" not in text_of(app)
    assert "II, al. 4" in text_of(app)


def test_another_day_is_put_into_the_address(open_page: Open) -> None:
    app = open_page("texts", art="csp:L1111-8")

    app.date_input[0].set_value(date(2018, 6, 1)).run()

    assert app.query_params["day"] == "2018-06-01"
    assert "Dépassée" in text_of(app)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ({"day": "yesterday"}, "yesterday"),
        ({"art": "csp:L9999"}, "csp/L9999"),
        ({"art": "csp:L1111-8", "par": "XX-1"}, "XX-1"),
        ({"art": "csp:L1111-8", "day": "1980-01-01"}, "05/03/2002"),
        ({"art": "csp:L1111-8", "day": "2003-01-01"}, "n’est pas ici"),
    ],
)
def test_a_link_that_leads_nowhere_says_why(
    open_page: Open, address: dict[str, str], said: str
) -> None:
    app = open_page("texts", **address)

    assert said in text_of(app)
    assert not app.exception


def test_what_an_alinea_refers_to_is_named_as_a_summary_where_it_is_one(open_page: Open) -> None:
    app = open_page("texts", art="csp:L1111-8", day="2025-09-01")

    assert "Renvoie à" in text_of(app)
