"""The static site: a page a term, a page a provision, every link within it leading somewhere."""

from __future__ import annotations

from posixpath import dirname, join, normpath

import pytest
from lxml import html

from kg.services.export import export_parts
from kg.services.workspace import Workspace
from kg.store.prefixes import BASE

Pages = dict[str, html.HtmlElement]


@pytest.fixture(scope="module")
def files(workspace: Workspace) -> dict[str, bytes]:
    return dict(export_parts(workspace, "html"))


@pytest.fixture(scope="module")
def pages(files: dict[str, bytes]) -> Pages:
    found = ((path, text.decode()) for path, text in files.items() if path.endswith(".html"))
    return {path: html.fromstring(text) for path, text in found}


def test_every_link_within_the_site_leads_to_a_file_of_it(
    files: dict[str, bytes], pages: Pages
) -> None:
    for path, page in pages.items():
        for address in page.xpath("//a/@href | //link/@href"):
            if not address.startswith(("http://", "https://")):
                assert normpath(join(dirname(path), address)) in files, (path, address)


def test_the_site_opens_offline(pages: Pages) -> None:
    for path, page in pages.items():
        assert not page.xpath("//script | //img | //iframe | //object"), path
        assert not [a for a in page.xpath("//link/@href") if "://" in a], path


def test_every_norm_and_every_class_of_the_ontology_has_a_page(
    workspace: Workspace, pages: Pages
) -> None:
    wanted = {norm.iri for norm in workspace.catalogue.norms} | set(workspace.theory.definitions)

    missing = {
        iri for iri in wanted if f"{iri.removeprefix(BASE).replace('#', '/')}.html" not in pages
    }

    assert not missing


def test_an_article_shows_each_of_its_wordings_word_for_word(pages: Pages) -> None:
    text = " ".join(pages["law/csp/L1111-8.html"].text_content().split())

    assert "LEGIARTI000049577902" in text
    assert "LEGIARTI000049571347" in text
    assert (
        "Si l’hébergeur de données mentionnées au premier alinéa du I conserve des données dans "
        "le cadre d’un service d’archivage électronique"
    ) in text


def test_every_page_has_one_heading_and_says_its_languages(pages: Pages) -> None:
    for path, page in pages.items():
        assert len(page.xpath("//h1")) == 1, path
        assert page.get("lang") == "fr", path
        assert page.xpath("//title/text()"), path
