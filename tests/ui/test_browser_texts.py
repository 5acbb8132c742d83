"""The texts in a real browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.ui.browsing import Visit, faults_of_access, is_as_wide_as_the_screen


@pytest.mark.browser
def test_a_link_opens_the_text_at_its_alinea_and_shows_what_changed(visit: Visit) -> None:
    page = visit.open("texts?art=csp:L1111-8&day=2025-09-01&par=II-4")
    aimed = page.locator(".alinea.aimed")
    expect(aimed).to_be_in_viewport()
    visit.picture("texts")
    page.locator("details.refers > summary").first.click()
    expect(page.locator("details.refers[open]").first).to_be_visible()
    assert not faults_of_access(page)

    page.get_by_role("tab", name="Ce qui a changé").click()

    expect(page.locator("table.sides ins").first).to_be_visible()
    visit.picture("texts-changed")
    assert not faults_of_access(page)
    assert is_as_wide_as_the_screen(page)
