from __future__ import annotations

import re

import pytest

from kg.domain.law import Citation
from kg.domain.tables import Cell, QueryResult
from kg.domain.texts import Text
from ui.components.markup import Html, element, link, plain
from ui.components.results import as_csv
from ui.words import LOCALES, words_of

FIELD = re.compile(r"\{(\w+)\}")


def words_in(lang: str) -> dict[str, str]:
    """The words of a language, each of which stands in one file only."""
    found: dict[str, str] = {}
    for file in sorted((LOCALES / lang).glob("*.toml")):
        said = {key: str(words) for key, words in words_of(file).items()}
        assert not found.keys() & said.keys(), f"{file.name} says again what another file says"
        found |= said
    return found


def test_the_interface_says_the_same_things_in_both_languages() -> None:
    french, english = words_in("fr"), words_in("en")

    assert french.keys() == english.keys()
    assert all(said.strip() for said in (*french.values(), *english.values()))
    for key, said in french.items():
        assert set(FIELD.findall(said)) == set(FIELD.findall(english[key])), key


def test_french_words_keep_to_french_typography() -> None:
    wrong = re.compile(r" [;:?!»]|« |\w'\w")

    assert not {key: said for key, said in words_in("fr").items() if wrong.search(said)}


@pytest.mark.parametrize(
    "label",
    [
        "![x](https://evil.example/x.png)",
        "[here](https://evil.example)",
        "https://evil.example",
        "www.evil.example",
        "<img src=x>",
        "$x$ :red[y] **z** `c` # h",
    ],
)
def test_a_label_in_markdown_is_no_link_and_no_image(label: str) -> None:
    shown = plain(label)

    assert not re.search(r"(?<!\\)[\[\]!<>$`*#:]", shown)
    assert not re.search(r"(?i)://\w|www\.\w", shown)


def test_a_label_in_html_is_text() -> None:
    assert element("p", "<img src=x onerror=alert(1)>") == Html(
        "<p>&lt;img src=x onerror=alert(1)&gt;</p>"
    )


def test_a_citation_leads_only_to_an_address_of_the_web() -> None:
    citation = Citation(iri="x", label=Text("art.", "art."), url="javascript:alert(1)")

    assert "href" not in link(citation, "fr")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_that_a_spreadsheet_would_run_is_defused(start: str) -> None:
    cell = Cell(text=f"{start}1+1", kind="literal")
    result = QueryResult(form="select", columns=("x",), rows=((cell,),))

    assert f"'{start}1+1" in as_csv(result)
