"""The graph in a real browser: drawn, clicked, walked with the keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.ui.browsing import Visit, faults_of_access, is_as_wide_as_the_screen


def open_graph(visit: Visit, node: str) -> Page:
    page = visit.open(f"explore?node={node}")
    expect(page.locator(".graph canvas").first).to_be_attached()
    expect(page.locator("article.term h2")).to_be_visible()
    return page


def click_on_a_neighbour(page: Page) -> None:
    """Click where the picture has its first column on the right of the middle."""
    page.locator(".graph .canvas").scroll_into_view_if_needed()
    page.locator(".graph .canvas").press("ArrowRight")
    page.locator(".graph .canvas").press("Enter")


@pytest.mark.browser
def test_the_graph_is_walked_by_keyboard_and_back(visit: Visit) -> None:
    page = open_graph(visit, "hds:Host")
    title = page.locator("article.term h2")
    first = title.inner_text()
    visit.picture("explore")

    click_on_a_neighbour(page)
    expect(title).not_to_have_text(first)
    page.go_back()

    expect(title).to_have_text(first)
    assert is_as_wide_as_the_screen(page)


@pytest.mark.browser
def test_a_click_on_a_term_shows_its_card(visit: Visit) -> None:
    page = open_graph(visit, "norm:hold-certificate")
    title = page.locator("article.term h2")
    first = title.inner_text()
    canvas = page.locator(".graph .canvas")
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    assert box is not None

    tries = ((x, y) for x in (0.85, 0.95, 0.1) for y in (0.3, 0.5, 0.4, 0.6))
    for x, y in tries:
        canvas.click(position={"x": box["width"] * x, "y": box["height"] * y})
        page.wait_for_timeout(400)
        if title.inner_text() != first:
            break

    expect(title).not_to_have_text(first)
    visit.picture("explore-clicked")


@pytest.mark.browser
def test_the_tree_of_notions_is_one_stop_of_the_tab_key(visit: Visit) -> None:
    page = open_graph(visit, "hds:Host")
    page.get_by_role("tab", name="L’arbre des notions").click()
    tree = page.get_by_role("tree")
    expect(tree).to_be_visible()

    assert page.locator("[role=treeitem][tabindex='0']").count() == 1
    page.locator("[role=treeitem][tabindex='0']").press("ArrowRight")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    expect(page.locator("article.term h2")).not_to_have_text("Hébergeur de données de santé")
    visit.picture("explore-tree")
    assert not faults_of_access(page)


@pytest.mark.browser
def test_everybody_can_use_the_graph(visit: Visit) -> None:
    page = open_graph(visit, "hds:Service")
    assert not faults_of_access(page)
    page.get_by_role("button", name="10 de plus").click()
    expect(page.get_by_text("26 de ses")).to_be_visible()
    visit.picture("explore-more")

    page.get_by_role("combobox").first.fill("hebergeurs")
    page.keyboard.press("Enter")

    expect(page.get_by_text("Termes proches")).to_be_visible()
