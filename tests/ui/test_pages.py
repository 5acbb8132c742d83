from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeAlias

import pytest
from streamlit.testing.v1 import AppTest

Open: TypeAlias = Callable[..., AppTest]

CONTRADICTORY = b"""format: hds-case/1
id: wrong
actors:
  host: {kind: archivist}
services:
  hosting: {provider: nobody}
"""


def text_of(app: AppTest) -> str:
    """What the page says, in its HTML and in its Markdown."""
    return "\n".join(
        [
            *(element.proto.body for element in app.get("html")),
            *(element.value for element in app.title),
            *(element.value for element in app.caption),
        ]
    )


def test_the_app_opens_on_the_case_of_the_memo_already_answered(open_page: Open) -> None:
    app = open_page()

    said = text_of(app)
    assert not app.exception
    assert "La note d’analyse" in app.selectbox[0].options[0]
    assert "Il manque des faits" in said
    assert "N’a pas à être certifié" in said
    assert "La question la plus décisive" in said


def test_an_answer_names_its_day_its_texts_and_its_reasons(open_page: Open) -> None:
    app = open_page()
    app.selectbox[0].select("source-memo-completed").run()

    said = text_of(app)
    assert "Droit en vigueur le 23/11/2026" in said
    assert 'href="https://www.legifrance.gouv.fr/' in said
    assert "Pourquoi" in said
    assert '<ol class="proof">' in said


def test_a_changed_fact_changes_the_answer_at_once(open_page: Open) -> None:
    app = open_page()
    app.selectbox[0].select("source-memo-completed").run()
    field = next(m for m in app.multiselect if str(m.key).endswith("services.saas/activities"))

    field.set_value(["backup"]).run()

    said = text_of(app)
    assert "Ce qui change" in said
    assert "Doit être certifié, et ne l’est pas" in said


def test_i_do_not_know_is_no_no(open_page: Open) -> None:
    app = open_page()
    app.selectbox[0].select("source-memo-completed").run()
    box = next(c for c in app.checkbox if str(c.key).endswith("services.saas/activities/?"))

    box.check().run()

    assert "Certificat\u00a0: il manque des faits" in text_of(app)


def test_the_law_of_another_day_is_applied(open_page: Open) -> None:
    app = open_page()
    app.selectbox[0].select("source-memo-completed").run()

    app.date_input[0].set_value(date(2017, 11, 23)).run()

    assert "Droit en vigueur le 23/11/2017" in text_of(app)
    assert not app.exception


def test_a_floor_leaves_the_weaker_sources_out(open_page: Open) -> None:
    app = open_page()
    app.selectbox[0].select("source-memo-completed").run()

    app.selectbox(key="floor").select("law").run()

    assert "Ce qui change" in text_of(app)
    assert not app.exception


def asked(app: AppTest) -> list[str]:
    """The keys of the widgets that take the reply to the question asked first."""
    keys = [str(w.key) for w in (*app.button_group, *app.radio)]
    return [key for key in keys if key.startswith("reply/")]


def put_off(app: AppTest) -> None:
    next(button for button in app.button if "question suivante" in button.label).click().run()


def test_a_reply_to_a_decisive_question_is_put_into_the_case(open_page: Open) -> None:
    app = open_page()
    while not any(button.label == "Répondre" for button in app.button):
        put_off(app)
    reply = next(b for b in app.button_group if str(b.key) in asked(app))

    reply.set_value([reply.options[0]]).run()
    next(b for b in app.button if b.label == "Répondre").click().run()

    assert "Ce qui change" in text_of(app)
    assert not app.exception


def test_a_question_can_be_put_off(open_page: Open) -> None:
    app = open_page()
    before = asked(app)

    put_off(app)

    assert before
    assert asked(app) != before
    assert not app.exception


def test_a_wrong_file_is_told_with_its_lines_and_changes_nothing(open_page: Open) -> None:
    app = open_page()

    app.file_uploader[0].set_value(("wrong.yaml", CONTRADICTORY, "text/yaml")).run()

    said = text_of(app)
    assert "À corriger" in said
    assert "ligne 4" in said
    assert "ligne 6" in said
    assert app.selectbox[0].value == "source-memo"
    assert not app.exception


def test_a_label_of_an_uploaded_case_is_shown_as_text(open_page: Open) -> None:
    app = open_page()
    name = "<img src=x> ![x](https://evil.example/x.png)"
    case = f"""format: hds-case/1
id: own
actors:
  host: {{name: "{name}"}}
""".encode()

    app.file_uploader[0].set_value(("own.yaml", case, "text/yaml")).run()

    said = text_of(app)
    assert "&lt;img src=x&gt;" in said
    assert "<img" not in said


@pytest.mark.parametrize(
    ("page", "french", "english"),
    [
        ("situation", "Qualifier ma situation", "Qualify my situation"),
        ("explore", "Explorer le graphe", "Explore the graph"),
        ("texts", "Lire les textes", "Read the texts"),
        ("sparql", "Interroger le graphe", "Query the graph"),
        ("audit", "Contrôler un écrit", "Audit a text"),
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


def test_an_article_is_read_paragraph_by_paragraph(open_page: Open) -> None:
    app = open_page("texts")

    said = text_of(app)
    assert not app.exception
    assert 'class="law"' in said
    assert "Texte officiel" in said or "Résumé" in said


def test_a_query_answers_in_a_table(open_page: Open) -> None:
    app = open_page("sparql")

    app.button[0].click().run()

    assert "<table" in text_of(app)


def test_a_wrong_query_is_told_in_words(open_page: Open) -> None:
    app = open_page("sparql")

    app.text_area[0].set_value("SELECT nothing").run()
    app.button[0].click().run()

    assert 'role="alert"' in text_of(app)
    assert not app.exception
