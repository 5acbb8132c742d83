"""The obligations in a real browser: by role, and in the case with the proof."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.ui.browsing import Visit, faults_of_access, is_as_wide_as_the_screen


@pytest.mark.browser
def test_a_cell_of_the_case_unfolds_to_its_proof(visit: Visit) -> None:
    page = visit.open("obligations?day=2026-11-25")
    expect(page.locator("table.matrix")).to_be_visible()
    visit.picture("obligations")
    assert not faults_of_access(page)

    page.get_by_role("tab", name="Dans ma situation").click()
    page.locator("table.matrix details.why > summary").first.click()

    expect(page.locator("table.matrix ol.proof").first).to_be_visible()
    visit.picture("obligations-case")
    assert not faults_of_access(page)
    assert is_as_wide_as_the_screen(page)
