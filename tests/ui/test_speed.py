"""How fast the first page is, and how much goes over the wire: measured, and kept to be read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from time import monotonic

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.ui.browsing import ARTIFACTS

MOST_BYTES = 2 * 2**20
PATIENCE = 60_000


@pytest.fixture
def newcomer(browser: Browser) -> Iterator[Page]:
    """A page of somebody who was never here: nothing is kept from before."""
    expect.set_options(timeout=PATIENCE)
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="fr-FR")
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


@pytest.mark.browser
def test_the_first_page_is_light_and_its_speed_is_reported(newcomer: Page, address: str) -> None:
    page, sizes = newcomer, list[float]()
    wire = page.context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.on("Network.loadingFinished", lambda done: sizes.append(done["encodedDataLength"]))
    start = monotonic()
    page.goto(address)
    expect(page.locator(".st-key-start h2")).to_be_visible()
    first = monotonic() - start
    expect(page.locator(".preview").last).to_be_visible()
    page.wait_for_load_state("networkidle")
    light = sum(sizes)

    page.get_by_role("button", name="La note d’analyse complétée").click()
    page.get_by_role("tab", name="Les faits").click()
    page.get_by_text("Je ne sais pas (Activités exercées)").wait_for()
    start = monotonic()
    page.get_by_text("Je ne sais pas (Activités exercées)").click()
    expect(page.locator(".change")).to_be_visible()
    changed = monotonic() - start

    ARTIFACTS.mkdir(exist_ok=True)
    report = {"first_content_s": first, "changed_fact_s": changed, "first_page_bytes": light}
    (ARTIFACTS / "speed.json").write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    assert light <= MOST_BYTES
