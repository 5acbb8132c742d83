"""A visit to the app in a browser, and what is looked at on each page."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page, expect

__all__ = ["Visit", "faults_of_access", "heading_levels", "is_as_wide_as_the_screen"]

ROOT = Path(__file__).resolve().parents[2]
ARTIFACTS = ROOT / "test-results"
AXE = ROOT / "ui" / "components" / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]


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


def is_as_wide_as_the_screen(page: Page) -> bool:
    fits: bool = page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    return fits


def heading_levels(page: Page) -> list[int]:
    levels: list[int] = page.evaluate(
        "[...document.querySelectorAll('h1,h2,h3,h4')].map(h => Number(h.tagName[1]))"
    )
    return levels


def faults_of_access(page: Page) -> list[str]:
    """Return what axe finds against WCAG 2.1, levels A and AA."""
    page.add_script_tag(path=AXE)
    found: list[str] = page.evaluate(
        """async (standard) => (await axe.run({ runOnly: standard })).violations.map(
            ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`
        )""",
        STANDARD,
    )
    return found
