from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeAlias

from streamlit.testing.v1 import AppTest

Open: TypeAlias = Callable[..., AppTest]


def text_of(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


def test_a_pasted_text_is_audited(open_page: Open) -> None:
    app = open_page("audit")
    app.date_input[0].set_value(date(2026, 11, 23))
    app.text_area[0].set_value("LEGIARTI000049571347. Notre infogérant étant dument certifié.")
    app.button[0].click().run()

    said = text_of(app)
    assert not app.exception
    assert "Dépassée" in said
    assert "01/07/2025" in said
    assert "Ne s’ensuit pas" in said


def test_an_uploaded_file_is_audited(open_page: Open) -> None:
    app = open_page("audit", lang="en")
    app.date_input[0].set_value(date(2026, 11, 23))
    app.file_uploader[0].set_value(("memo.txt", b"See L. 1111-8 <img src=x>.", "text/plain"))
    app.button[0].click().run()

    said = text_of(app)
    assert not app.exception
    assert "In force" in said
    assert "<img" not in said


def test_a_file_that_cannot_be_read_says_why(open_page: Open) -> None:
    app = open_page("audit", lang="en")
    app.file_uploader[0].set_value(("memo.pdf", b"%PDF- broken", "application/pdf"))
    app.button[0].click().run()

    assert not app.exception
    assert "Save it again" in text_of(app)


def test_nothing_to_audit_says_what_to_do(open_page: Open) -> None:
    app = open_page("audit")

    app.button[0].click().run()

    assert not app.exception
    assert "Collez d’abord un texte" in text_of(app)


def test_a_text_without_a_citation_says_what_to_do(open_page: Open) -> None:
    app = open_page("audit")
    app.text_area[0].set_value("Bonjour.")

    app.button[0].click().run()

    assert not app.exception
    assert "Donnez les références en entier" in text_of(app)
