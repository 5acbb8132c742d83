"""The app in a real browser that can reach nothing but the app."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.ui.browsing import Visit, heading_levels, is_as_wide_as_the_screen


@pytest.mark.browser
def test_a_jurist_sees_the_answer_to_the_memo_without_asking(visit: Visit) -> None:
    page = visit.open("")

    expect(page.locator("table.summary")).to_contain_text("Il manque des faits")
    expect(page.locator("table.summary")).to_contain_text("N’a pas à être certifié")
    expect(page.get_by_text("La question la plus décisive")).to_be_visible()
    visit.picture("situation")
    assert page.evaluate("document.documentElement.lang") == "fr"
    assert is_as_wide_as_the_screen(page)


@pytest.mark.browser
def test_the_reasons_unfold_and_lead_to_the_official_text(visit: Visit) -> None:
    page = visit.open("")
    card = page.locator("article.actor").last

    card.locator("details.why > summary").first.click()

    expect(card.locator("ol.proof").first).to_be_visible()
    expect(card.locator("a[href^='https://www.legifrance']").first).to_be_visible()
    visit.picture("reasons")


@pytest.mark.browser
def test_a_reply_changes_the_answer_in_place(visit: Visit) -> None:
    page = visit.open("")

    question = page.locator(".st-key-question")
    question.locator("[role=radiogroup] p, [data-testid=stButtonGroup] button").first.click()
    if page.get_by_role("button", name="Répondre").is_visible():
        page.get_by_role("button", name="Répondre").click()

    expect(page.locator(".change")).to_be_visible()
    visit.picture("changed")


@pytest.mark.browser
def test_a_fact_is_changed_in_the_form(visit: Visit) -> None:
    page = visit.open("")
    keeps_copy = page.get_by_role("radiogroup", name="Garde une copie")

    keeps_copy.get_by_text("Oui", exact=True).click()

    expect(page.locator(".change")).to_be_visible()


@pytest.mark.browser
def test_headings_go_down_one_level_at_a_time(visit: Visit) -> None:
    for path in ("", "sparql", "about"):
        page = visit.open(path)
        page.wait_for_timeout(500)

        levels = heading_levels(page)

        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))
        assert is_as_wide_as_the_screen(page), path


@pytest.mark.browser
def test_a_query_is_run_from_the_keyboard(visit: Visit) -> None:
    page = visit.open("sparql")
    page.locator("textarea").click()

    page.keyboard.press("Control+Enter")

    expect(page.locator("table.plain")).to_be_visible()
    visit.picture("sparql")


@pytest.mark.browser
def test_the_page_turns_english(visit: Visit) -> None:
    page = visit.open("?lang=en")

    expect(page.locator("h1")).to_have_text("Qualify my situation")
    assert page.evaluate("document.documentElement.lang") == "en"
    visit.picture("english")


@pytest.mark.browser
def test_a_case_is_saved_as_it_reads(visit: Visit) -> None:
    page = visit.open("")

    with page.expect_download() as download:
        page.get_by_role("button", name="Télécharger le dossier (YAML)").click()

    assert download.value.suggested_filename == "source-memo.yaml"
    assert "format: hds-case/1" in Path(download.value.path()).read_text(encoding="utf-8")
