"""The app in a real browser that can reach nothing but the app."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect, sync_playwright

ARTIFACTS = Path(__file__).resolve().parents[2] / "test-results"
WIDE, NARROW = (1280, 900), (390, 844)
PATIENCE = 30_000


@dataclass(kw_only=True)
class Visit:
    """A page of the app, and whatever went wrong while it was looked at."""

    page: Page
    address: str
    trouble: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        """Go there, and wait for the title."""
        self.page.goto(f"{self.address}/{path}")
        expect(self.page.locator("h1")).to_be_visible()
        return self.page

    def picture(self, name: str) -> None:
        """Keep a picture to be looked at."""
        ARTIFACTS.mkdir(exist_ok=True)
        width = self.page.evaluate("window.innerWidth")
        self.page.screenshot(path=ARTIFACTS / f"{name}-{width}.png")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if (path := shutil.which(name))), None)
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(
            executable_path=found,
            args=["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
        )


@pytest.fixture(params=[WIDE, NARROW], ids=["wide", "narrow"], scope="module")
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    width, height = request.param
    expect.set_options(timeout=PATIENCE)
    context = browser.new_context(viewport={"width": width, "height": height}, locale="fr-FR")
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


@pytest.fixture
def visit(context: BrowserContext, address: str) -> Iterator[Visit]:
    page = context.new_page()
    visit = Visit(page=page, address=address)

    def only_the_app(route: Route) -> None:
        if route.request.url.startswith((address, "data:", "blob:")):
            route.continue_()
        else:
            visit.trouble.append(route.request.url)
            route.abort()

    page.route("**/*", only_the_app)
    page.on("pageerror", lambda error: visit.trouble.append(str(error)))
    yield visit
    page.close()
    assert not visit.trouble, "the page asked for something outside, or broke"


def is_as_wide_as_the_screen(page: Page) -> bool:
    fits: bool = page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    return fits


def heading_levels(page: Page) -> list[int]:
    levels: list[int] = page.evaluate(
        "[...document.querySelectorAll('h1,h2,h3,h4')].map(h => Number(h.tagName[1]))"
    )
    return levels


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
    for path in ("", "browse?term=hds:Host", "browse?article=", "sparql", "about"):
        page = visit.open(path)
        page.wait_for_timeout(500)

        levels = heading_levels(page)

        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))
        assert is_as_wide_as_the_screen(page), path


@pytest.mark.browser
def test_a_term_is_opened_by_its_address_and_leads_to_others(visit: Visit) -> None:
    page = visit.open("browse?term=hds:Host")
    title = page.locator("article.actor h2")
    expect(title).to_be_visible()
    first = title.inner_text()

    page.locator("[data-testid=stButtonGroup] button").last.click()

    expect(title).not_to_have_text(first)
    assert "hds%3AHost&" not in f"{page.url}&"
    visit.picture("term")


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
