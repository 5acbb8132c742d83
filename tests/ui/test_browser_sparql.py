"""The editor of queries in a real browser: completion, faults on their line, results, files."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.ui.browsing import Visit, faults_of_access, is_as_wide_as_the_screen


@pytest.mark.browser
def test_a_query_is_completed_mended_and_run_from_the_keyboard(visit: Visit) -> None:
    page = visit.open("sparql?q=SELECT%20nothing")
    expect(page.locator(".sparql-editor .fault")).to_contain_text("SPARQL")
    visit.picture("sparql-wrong")
    assert not faults_of_access(page)
    page.locator(".CodeMirror").click()
    page.keyboard.press("Control+a")
    page.keyboard.type("SELECT ?norm WHERE { heberg")
    expect(page.locator("li.CodeMirror-hint").first).to_contain_text("hds:Host")
    visit.picture("sparql-completed")
    page.keyboard.press("Enter")
    page.keyboard.type(" hds:roleNotation ?norm }")

    page.keyboard.press("Control+Enter")

    expect(page.locator("table.plain")).to_contain_text("host")
    assert "q=SELECT" in page.url
    assert is_as_wide_as_the_screen(page)


@pytest.mark.browser
def test_a_question_is_answered_and_taken_away(visit: Visit) -> None:
    page = visit.open("sparql?question=wording-on-a-day&on=2024-06-01")
    expect(page.locator("table.plain")).to_be_visible()
    visit.picture("sparql-question")
    assert not faults_of_access(page)

    with page.expect_download() as download:
        page.get_by_role("button", name="Télécharger (CSV)").click()

    assert download.value.suggested_filename == "hds_wording-on-a-day_2024-06-01.csv"
    assert Path(download.value.path()).read_text(encoding="utf-8").startswith("version,")
    assert is_as_wide_as_the_screen(page)
