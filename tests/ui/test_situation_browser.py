"""Qualify my situation, in a real browser that can reach nothing but the app."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.ui.browsing import Visit, faults_of_access, is_as_wide_as_the_screen

TABS = {
    "Ce qui s’impose": "table.norms",
    "Ce qui changerait": ".part .badge",
    "La chaîne": "[data-testid=stGraphVizChart] svg text",
    "Les faits": "[data-testid=stMultiSelect] input",
    "Comparer": "[data-testid=stRadio] input",
}
"""The tabs, and what shows that each is there."""


def look(visit: Visit, name: str) -> None:
    """Keep a picture, and see that everybody can read the page."""
    visit.picture(name)
    assert not faults_of_access(visit.page), name
    assert is_as_wide_as_the_screen(visit.page), name


def settle(page: Page) -> None:
    """Wait until the server has nothing more to say and every widget is there."""
    expect(page.locator("[data-testid=stStatusWidget]")).to_have_count(0)
    expect(page.locator("[data-testid=stSkeleton]")).to_have_count(0)
    expect(page.locator("[data-stale=true]")).to_have_count(0)


@pytest.mark.browser
def test_somebody_with_nothing_has_an_answer_and_a_question_after_one_click(visit: Visit) -> None:
    page = visit.open("")
    expect(page.locator(".preview").last).to_be_visible()
    settle(page)
    look(visit, "start")

    page.get_by_role("button", name="Voir la réponse").click()

    expect(page.locator(".hero h2")).to_contain_text("Pas encore déterminé")
    expect(page.locator(".st-key-question")).to_contain_text("Pourquoi cette question")
    settle(page)
    look(visit, "begun")
    assert page.evaluate("document.documentElement.lang") == "fr"


@pytest.mark.browser
def test_the_reasons_lead_to_the_text_and_to_the_official_one(visit: Visit) -> None:
    page = visit.open("?case=source-memo-completed&who=publisher&lang=en")
    reasons = page.locator(".brief").first

    expect(reasons.locator("ol.proof").first).to_be_visible()
    expect(reasons.locator("a[href^='texts?art=']").first).to_be_visible()
    expect(reasons.locator("a[href^='https://www.legifrance']").first).to_be_visible()
    settle(page)
    look(visit, "reasons")
    assert page.evaluate("document.documentElement.lang") == "en"


@pytest.mark.browser
def test_a_reply_changes_the_answer_in_place_and_can_be_taken_back(visit: Visit) -> None:
    page = visit.open("?case=source-memo&who=publisher")
    question = page.locator(".st-key-question")
    question.locator("[data-testid=stButtonGroup] button").first.click()

    question.get_by_role("button", name="Répondre").click()

    expect(page.locator(".change")).to_be_visible()
    look(visit, "changed")
    page.get_by_role("button", name="Annuler").click()
    expect(page.locator(".change")).not_to_be_visible()


@pytest.mark.browser
def test_every_tab_shows_its_part(visit: Visit) -> None:
    page = visit.open("?case=source-memo-completed&who=managed-host")
    for number, (name, sign) in enumerate(TABS.items()):
        page.get_by_role("tab", name=name).click()
        expect(page.locator(sign).first).to_be_attached()
        settle(page)
        look(visit, f"tab-{number}")


@pytest.mark.browser
def test_a_situation_is_in_its_address_and_the_back_button_undoes(visit: Visit) -> None:
    page = visit.open("?case=source-memo-completed&who=publisher")
    page.get_by_role("tab", name="Les faits").click()
    page.get_by_text("Je ne sais pas (Activités exercées)").click()
    expect(page.locator(".hero h2")).to_contain_text("Pas encore déterminé")
    expect(page).to_have_url(re.compile(r"[?&]s="))
    expect(page.get_by_role("tab", name="Les faits")).to_have_attribute("aria-selected", "true")

    page.reload()
    expect(page.locator(".hero h2")).to_contain_text("Pas encore déterminé")
    page.go_back()

    expect(page.locator(".hero h2")).to_contain_text("N’a pas à être certifié")


@pytest.mark.browser
def test_a_case_is_saved_as_it_reads(visit: Visit) -> None:
    page = visit.open("?case=source-memo")
    page.get_by_role("button", name="Garder, partager").click()

    with page.expect_download() as download:
        page.get_by_role("button", name="Télécharger le dossier (YAML)").click()

    assert download.value.suggested_filename == "source-memo.yaml"
    assert "format: hds-case/1" in Path(download.value.path()).read_text(encoding="utf-8")


@pytest.mark.browser
def test_the_pages_around_it_can_be_read_by_everybody(visit: Visit) -> None:
    for path in ("about", "export", "audit"):
        page = visit.open(path)
        settle(page)

        look(visit, path)


@pytest.mark.browser
def test_a_memo_is_audited_and_its_report_can_be_read_by_everybody(visit: Visit) -> None:
    page = visit.open("audit")
    page.locator("textarea").fill("LEGIARTI000049571347. Notre infogérant étant dument certifié.")

    page.get_by_role("button", name="Contrôler", exact=True).click()

    expect(page.locator("table.plain").first).to_be_visible()
    settle(page)
    look(visit, "audited")
