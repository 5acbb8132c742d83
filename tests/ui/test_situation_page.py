"""Qualify my situation: from the first question to the answer and its reasons."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import TypeAlias

import pytest
from streamlit.testing.v1 import AppTest

from kg.services.cases import parse_case
from kg.services.links import pack_case
from kg.services.workspace import Workspace

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
            *(element.value for element in app.subheader),
        ]
    )


def press(app: AppTest, label: str) -> AppTest:
    """Press the button whose label contains these words."""
    return next(button for button in app.button if label in button.label).click().run()


def tab(app: AppTest, name: str) -> AppTest:
    """Open one of the tabs behind the answer."""
    app.session_state["tabs/fr"] = name
    return app.run()


def test_somebody_with_nothing_is_asked_who_they_are_and_has_an_answer_at_once(
    open_page: Open,
) -> None:
    app = open_page()
    app.selectbox(key="start/us").select("software_publisher")
    app.selectbox(key="start/whom").select("healthcare_establishment")

    press(app, "Voir la réponse")

    said = text_of(app)
    assert not app.exception
    assert "Éditeur de logiciel" in said
    assert "Pas encore déterminé" in said
    assert "Question suivante" in said
    assert "Pourquoi cette question" in said


def test_an_answer_can_be_had_without_saying_anything(open_page: Open) -> None:
    app = press(open_page(), "Voir la réponse")

    assert not app.exception
    assert "Pas encore déterminé" in text_of(app)


def test_an_example_is_opened_already_answered(open_page: Open) -> None:
    app = press(open_page(), "La note d’analyse")

    said = text_of(app)
    assert not app.exception
    assert "Pas encore déterminé" in said
    assert "N’a pas à être certifié" in said


def test_an_answer_names_its_day_its_texts_and_its_reasons(open_page: Open) -> None:
    app = open_page(case="source-memo-completed", who="publisher")

    said = text_of(app)
    assert "Droit en vigueur le 23/11/2026" in said
    assert 'href="https://www.legifrance.gouv.fr/' in said
    assert re.search(r'href="texts\?art=csp%3A[^"]+&amp;day=2026-11-23', said)
    assert '<ol class="proof">' in said


def test_a_changed_fact_changes_the_answer_at_once_and_the_change_can_be_taken_back(
    open_page: Open,
) -> None:
    app = tab(open_page(case="source-memo-completed", who="publisher"), "Les faits")
    field = next(m for m in app.multiselect if str(m.key).endswith("services.saas/activities"))

    field.set_value(["backup"]).run()
    changed = text_of(app)
    press(app, "Annuler")

    assert "Ce qui change" in changed
    assert "Doit être certifié, et ne l’est pas" in changed
    assert "Doit être certifié, et ne l’est pas" not in text_of(app)


def test_i_do_not_know_is_no_no(open_page: Open) -> None:
    app = tab(open_page(case="source-memo-completed", who="publisher"), "Les faits")
    box = next(c for c in app.checkbox if str(c.key).endswith("services.saas/activities/?"))

    box.check().run()

    assert "Pas encore déterminé" in text_of(app)


def test_the_law_of_another_day_is_applied(open_page: Open) -> None:
    app = open_page(case="source-memo-completed")

    app.date_input[0].set_value(date(2017, 11, 23)).run()

    assert "Droit en vigueur le 23/11/2017" in text_of(app)
    assert not app.exception


def test_a_floor_leaves_the_weaker_sources_out(open_page: Open) -> None:
    app = open_page(case="source-memo-completed")
    floor = next(s for s in app.selectbox if str(s.key).startswith("floor/"))

    floor.select("law").run()

    assert "Ce qui change" in text_of(app)
    assert not app.exception


def asked(app: AppTest) -> list[str]:
    """The keys of the widgets that take the reply to the question asked first."""
    keys = [str(w.key) for w in (*app.button_group, *app.radio, *app.multiselect)]
    return [key for key in keys if key.startswith("reply/")]


def test_a_reply_is_put_into_the_case_and_the_next_question_is_another(open_page: Open) -> None:
    app = open_page(case="source-memo")
    before = asked(app)
    while not any(button.label == "Répondre" for button in app.button):
        press(app, "Je ne sais pas")
    reply = next(b for b in app.button_group if str(b.key) in asked(app))

    reply.set_value([reply.options[0]]).run()
    press(app, "Répondre")

    assert "change" in text_of(app)
    assert asked(app) != before
    assert not app.exception


def test_who_does_not_know_is_asked_something_else_and_then_left_in_peace(open_page: Open) -> None:
    app = open_page(case="source-memo")
    seen = [*asked(app)]

    while asked(app):
        press(app, "Je ne sais pas")
        seen += asked(app)

    assert len({key.split("/", 2)[2] for key in seen}) == len(seen)
    assert "Vous avez passé toutes les questions" in text_of(app)
    assert "Pas encore déterminé" in text_of(app)


def test_a_wrong_file_is_told_with_its_lines_and_changes_nothing(open_page: Open) -> None:
    app = open_page(case="source-memo")

    app.file_uploader[0].set_value(("wrong.yaml", CONTRADICTORY, "text/yaml")).run()

    said = text_of(app)
    assert "À corriger" in said
    assert "ligne 4" in said
    assert "ligne 6" in said
    assert app.session_state["situation"].case.id == "source-memo"
    assert not app.exception


def test_a_wrong_file_is_told_before_anything_is_begun(open_page: Open) -> None:
    app = open_page()

    app.file_uploader[0].set_value(("wrong.yaml", CONTRADICTORY, "text/yaml")).run()

    assert "ligne 4" in text_of(app)
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


def test_a_case_in_a_table_is_read_too(open_page: Open) -> None:
    app = open_page()
    table = b"section,id,key,value\ncase,own,id,own\nactors,h,kind,healthcare_establishment\n"

    app.file_uploader[0].set_value(("own.csv", table, "text/csv")).run()

    assert not app.exception
    assert "\u00c9tablissement de sant\u00e9" in text_of(app)


def test_a_case_that_describes_nobody_says_what_to_do(open_page: Open) -> None:
    app = open_page()
    case = b"format: hds-case/1\nid: empty\n"

    app.file_uploader[0].set_value(("empty.yaml", case, "text/yaml")).run()

    assert not app.exception
    assert "Ajoutez un acteur" in text_of(app)


def test_an_actor_is_added_renamed_and_removed(open_page: Open) -> None:
    app = tab(open_page(case="source-memo"), "Les faits")

    next(t for t in app.text_input if str(t.key).startswith("add/id/actors")).set_value("auditor")
    next(b for b in app.button if b.label == "Ajouter").click().run()
    next(t for t in app.text_input if str(t.key).endswith("actors.auditor")).set_value("checker")
    press(app, "Renommer")
    renamed = [entity.id for entity in app.session_state["situation"].case.of("actors")]
    press(app, "Retirer")

    left = [entity.id for entity in app.session_state["situation"].case.of("actors")]
    assert renamed == ["client", "publisher", "managed-host", "checker"]
    assert left == ["client", "publisher", "managed-host"]
    assert not app.exception


def test_an_id_that_cannot_be_one_is_told_and_changes_nothing(open_page: Open) -> None:
    app = tab(open_page(case="source-memo"), "Les faits")
    field = next(t for t in app.text_input if str(t.key).startswith("add/id/actors"))

    field.set_value("l’hôpital")
    next(b for b in app.button if b.label == "Ajouter").click().run()

    assert not app.exception
    assert "ne peut pas servir d’identifiant" in text_of(app)


@pytest.mark.parametrize(
    "name", ["Ce qui s’impose", "Ce qui changerait", "La chaîne", "Les faits", "Comparer"]
)
def test_every_tab_opens(open_page: Open, name: str) -> None:
    app = tab(open_page(case="source-memo-completed", who="publisher"), name)

    assert not app.exception
    assert not app.error


def test_a_situation_comes_back_from_its_link(open_page: Open, workspace: Workspace) -> None:
    case = parse_case(workspace, b"format: hds-case/1\nid: mine\nactors: {us: {name: Nous}}", "")

    app = open_page(v="1", s=pack_case(workspace, case), day="2024-01-01", floor="law")

    now = app.session_state["situation"]
    assert (now.case.id, now.day, now.floor) == ("mine", date(2024, 1, 1), "law")
    assert "laissé de côté" not in text_of(app)


def test_what_a_link_says_and_cannot_be_read_is_told_and_the_rest_is_kept(open_page: Open) -> None:
    app = open_page(v="1", case="source-memo", day="yesterday", floor="rumour", role="host")

    said = text_of(app)
    assert "laissé de côté" in said
    assert all(word in said for word in ("day=yesterday", "floor=rumour", "role=host"))
    assert "Pas encore déterminé" in said


@pytest.mark.parametrize("link", [{"v": "1", "s": "damaged"}, {"v": "0", "s": "x"}, {"case": "no"}])
def test_a_link_of_which_nothing_can_be_read_says_so_and_offers_to_begin(
    open_page: Open, link: dict[str, str]
) -> None:
    app = open_page(**link)

    assert not app.exception
    assert 'role="alert"' in text_of(app)
    assert any(button.label == "Voir la réponse" for button in app.button)


def test_the_whole_answer_can_be_printed(open_page: Open) -> None:
    app = press(open_page(case="source-memo-completed"), "Imprimer")

    said = text_of(app)
    assert not app.exception
    assert "window.print" in said
    assert said.count('<section class="hero') == 3
    assert '<details class="why">' not in said


def test_two_days_are_compared_side_by_side(open_page: Open) -> None:
    app = tab(open_page(case="source-memo-completed"), "Comparer")

    app.date_input(key="compare/day").set_value(date(2017, 11, 23)).run()

    said = text_of(app)
    assert not app.exception
    assert "(23/11/2026)" in said
    assert "(23/11/2017)" in said
    assert "Ce qui change pour" in said


def test_two_situations_are_compared_and_what_parts_them_is_told(open_page: Open) -> None:
    app = tab(open_page(case="source-memo-completed"), "Comparer")
    app.radio(key="compare/way").set_value("case").run()

    app.selectbox(key="compare/case").select("source-memo").run()

    said = text_of(app)
    assert not app.exception
    assert "Ce qui fait la différence" in said
    assert "il manque des faits" in said


def test_a_wrong_file_to_compare_with_is_told(open_page: Open) -> None:
    app = tab(open_page(case="source-memo"), "Comparer")
    app.radio(key="compare/way").set_value("case").run()
    file = next(f for f in app.file_uploader if f.key == "compare/file")

    file.set_value(("wrong.yaml", CONTRADICTORY, "text/yaml")).run()

    assert not app.exception
    assert "ligne 4" in text_of(app)


def test_a_case_from_before_the_regime_says_so_and_can_be_given_another_day(
    open_page: Open,
) -> None:
    app = open_page()
    case = b"format: hds-case/1\nid: old\ndate: 1999-01-01\nactors: {us: {}}\n"
    app.file_uploader[0].set_value(("old.yaml", case, "text/yaml")).run()
    told = text_of(app)

    app.date_input[0].set_value(date(2026, 11, 23)).run()

    assert 'role="alert"' in told
    assert not app.exception
    assert not app.error
    assert '<section class="hero' in text_of(app)
