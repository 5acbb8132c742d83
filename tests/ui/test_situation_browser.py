"""Qualify my situation, in a real browser that can reach nothing but the app."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.ui.browsing import Visit, is_as_wide_as_the_screen


@pytest.mark.browser
def test_somebody_with_nothing_has_an_answer_and_a_question_after_one_click(visit: Visit) -> None:
    page = visit.open("")
    visit.picture("start")

    page.get_by_role("button", name="Voir la réponse").click()

    expect(page.locator(".hero h2")).to_contain_text("Pas encore déterminé")
    expect(page.locator(".st-key-question")).to_contain_text("Pourquoi cette question")
    visit.picture("begun")
    assert page.evaluate("document.documentElement.lang") == "fr"
    assert is_as_wide_as_the_screen(page)


@pytest.mark.browser
def test_the_reasons_lead_to_the_text_and_to_the_official_one(visit: Visit) -> None:
    page = visit.open("?case=source-memo-completed&who=publisher")
    reasons = page.locator(".brief").first

    expect(reasons.locator("ol.proof").first).to_be_visible()
    expect(reasons.locator("a[href^='texts?art=']").first).to_be_visible()
    expect(reasons.locator("a[href^='https://www.legifrance']").first).to_be_visible()
    visit.picture("reasons")


@pytest.mark.browser
def test_a_reply_changes_the_answer_in_place_and_can_be_taken_back(visit: Visit) -> None:
    page = visit.open("?case=source-memo&who=publisher")
    question = page.locator(".st-key-question")
    question.locator("[data-testid=stButtonGroup] button").first.click()

    question.get_by_role("button", name="Répondre").click()

    expect(page.locator(".change")).to_be_visible()
    visit.picture("changed")
    page.get_by_role("button", name="Annuler").click()
    expect(page.locator(".change")).not_to_be_visible()


@pytest.mark.browser
def test_a_situation_is_in_its_address_and_the_back_button_undoes(visit: Visit) -> None:
    page = visit.open("?case=source-memo-completed&who=publisher")
    page.get_by_role("tab", name="Les faits").click()
    page.get_by_text("Je ne sais pas (Activités exercées)").click()
    expect(page.locator(".hero h2")).to_contain_text("Pas encore déterminé")
    expect(page).to_have_url(re.compile(r"[?&]s="))

    page.reload()
    expect(page.locator(".hero h2")).to_contain_text("Pas encore déterminé")
    page.go_back()

    expect(page.locator(".hero h2")).to_contain_text("N’a pas à être certifié")


@pytest.mark.browser
def test_the_page_turns_english(visit: Visit) -> None:
    page = visit.open("?lang=en")

    expect(page.locator("h1")).to_have_text("Qualify my situation")
    assert page.evaluate("document.documentElement.lang") == "en"
    visit.picture("english")


@pytest.mark.browser
def test_a_case_is_saved_as_it_reads(visit: Visit) -> None:
    page = visit.open("?case=source-memo")
    page.get_by_role("button", name="Garder, partager").click()

    with page.expect_download() as download:
        page.get_by_role("button", name="Télécharger le dossier (YAML)").click()

    assert download.value.suggested_filename == "source-memo.yaml"
    assert "format: hds-case/1" in Path(download.value.path()).read_text(encoding="utf-8")
