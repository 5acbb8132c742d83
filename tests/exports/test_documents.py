"""The memo, the register and the coverage of a case, as a person opens them."""

from __future__ import annotations

import csv
from dataclasses import replace
from io import BytesIO, StringIO
from pathlib import Path

import docx
import openpyxl
import pytest
from pypdf import PdfReader

from kg.domain.answers import Answer
from kg.domain.cases import Case
from kg.domain.texts import Language
from kg.exports.case.document import Document, Heading, Items, Paragraph, Table
from kg.exports.case.formats import FORMATS
from kg.exports.case.markdown import to_markdown
from kg.exports.case.memo_words import MEMO_WORDS
from kg.exports.case.sheets import to_csv, to_xlsx
from kg.services.cases import example_cases, load_case
from kg.services.export import export_case
from kg.services.qualify import qualify
from kg.services.workspace import Workspace

BOTH: tuple[Language, ...] = ("fr", "en")
DOCUMENTS = ("docx", "pdf", "markdown")
HOSTILE = '=HYPERLINK("http://127.0.0.1:9","x")'


@pytest.fixture(scope="module")
def case(workspace: Workspace) -> Case:
    return load_case(workspace, example_cases(workspace)["source-memo-completed"])


@pytest.fixture(scope="module")
def answer(workspace: Workspace, case: Case) -> Answer:
    assert case.day is not None
    return qualify(workspace, case, on=case.day)


def text_of(written: bytes, name: str) -> str:
    """Return all the words of a document, as another program reads them."""
    match name:
        case "docx":
            document = docx.Document(BytesIO(written))
            cells = (c.text for t in document.tables for r in t.rows for c in r.cells)
            found = "\n".join((*(p.text for p in document.paragraphs), *cells))
        case "pdf":
            found = "\n".join(page.extract_text() for page in PdfReader(BytesIO(written)).pages)
        case _:
            found = written.decode().replace("\\", "")
    return squeezed(found)


def squeezed(text: str) -> str:
    """Return a text without its spaces: where a line ends is the setter's affair."""
    return "".join(text.split())


@pytest.mark.parametrize("lang", BOTH)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_memo_holds_the_answer_the_reasons_and_the_sources(
    workspace: Workspace, case: Case, answer: Answer, name: str, lang: Language
) -> None:
    text = text_of(export_case(workspace, name, case, lang=lang), name)

    publisher = answer.actor("publisher")
    assert publisher is not None
    assert publisher.certification.because is not None
    facts = [s for s in publisher.certification.because.walk() if s.fact]
    said = [
        answer.title.say(lang),
        *(step.sentence.say(lang)[1:] for step in facts),
        *(change.label.say(lang) for f in publisher.certification.flips for change in f.changes),
        *(p.reading_label.say(lang) for p in publisher.certification.positions),
        *(norm.label.say(lang) for actor in answer.actors for norm in actor.norms),
        *(c.label.say(lang) for s in facts for c in s.citations),
        MEMO_WORDS["no_personal_data"].say(lang),
    ]
    missing = [words for words in said if squeezed(words) not in text]
    assert not missing


@pytest.mark.parametrize("lang", BOTH)
def test_every_word_around_the_answer_is_in_both_languages(lang: Language) -> None:
    assert [key for key, words in MEMO_WORDS.items() if not getattr(words, lang)] == []


@pytest.mark.parametrize("name", ["pdf", "markdown", "csv"])
def test_the_same_case_gives_the_same_bytes(workspace: Workspace, case: Case, name: str) -> None:
    assert export_case(workspace, name, case) == export_case(workspace, name, case)


def test_the_pdf_is_tagged_and_says_its_language_and_title(
    workspace: Workspace, case: Case
) -> None:
    reader = PdfReader(BytesIO(export_case(workspace, "pdf", case, lang="fr")))

    assert str(reader.root_object["/Lang"]) == "fr"
    assert "/StructTreeRoot" in reader.root_object
    assert reader.metadata is not None
    assert reader.metadata.title == case.title.fr


def test_the_docx_has_real_headings_and_tables_whose_head_is_repeated(
    workspace: Workspace, case: Case
) -> None:
    document = docx.Document(BytesIO(export_case(workspace, "docx", case, lang="fr")))

    styles = {p.style.name for p in document.paragraphs if p.style is not None}
    assert {"Title", "Heading 1", "Heading 2", "Heading 3"} <= styles
    assert all("w:tblHeader" in table.rows[0]._tr.xml for table in document.tables)


def test_no_word_of_a_document_is_read_as_a_mark() -> None:
    words = "*a* _b_ [c](javascript:1) <img src=x> | `d` # e"
    blocks = (
        Heading(1, words),
        Paragraph(words),
        Items((words,)),
        Table((words,), ((words,),)),
    )
    written = to_markdown(Document(title=words, subtitle=words, lang="en", blocks=blocks)).decode()

    assert r"\*a\* \_b\_ \[c\](javascript:1) \<img src=x\> \| \`d\` \# e" in written
    assert "<img" not in written.replace(r"\<img", "")


def hostile(answer: Answer) -> Answer:
    actors = (replace(answer.actors[0], name=HOSTILE), *answer.actors[1:])
    return replace(answer, actors=actors)


def test_no_cell_of_the_workbook_is_a_formula(case: Case, answer: Answer) -> None:
    book = openpyxl.load_workbook(BytesIO(to_xlsx(case, hostile(answer), "fr")))

    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert HOSTILE in {cell.value for cell in cells}
    assert "f" not in {cell.data_type for cell in cells}


def test_no_cell_of_the_csv_begins_like_a_formula(case: Case, answer: Answer) -> None:
    written = to_csv(case, hostile(answer), "fr").decode("utf-8-sig")

    cells = [cell for row in csv.reader(StringIO(written)) for cell in row]
    assert f"'{HOSTILE}" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_the_register_has_a_row_for_each_norm_of_each_actor(case: Case, answer: Answer) -> None:
    rows = list(csv.reader(StringIO(to_csv(case, answer, "en").decode("utf-8-sig"))))

    assert [(row[0], row[2]) for row in rows[1:]] == [
        (actor.id, norm.id)
        for actor in answer.actors
        for norm in (*actor.norms, *actor.possible_norms)
    ]


def test_the_coverage_shows_what_no_certificate_covers(workspace: Workspace, root: Path) -> None:
    cases = root / "tests" / "cases"
    case = load_case(workspace, next(cases.glob("a-certificate-without-backup-*.yaml")))
    assert case.day is not None
    answer = qualify(workspace, case, on=case.day)
    owing = next(actor for actor in answer.actors if actor.certification.missing)

    book = openpyxl.load_workbook(BytesIO(to_xlsx(case, answer, "en")))
    sheet = book[MEMO_WORDS["coverage"].en]

    head = [cell.value for cell in sheet[1]]
    states = {row[0].value: row[head.index(owing.name)].value for row in sheet.iter_rows(min_row=2)}
    for activity in owing.certification.activities:
        covered = activity in owing.certification.covered
        word = MEMO_WORDS["held" if covered else "lacking"].en
        assert states[answer.label(activity).en] == word


def test_every_format_of_a_case_is_written(workspace: Workspace, case: Case) -> None:
    assert all(export_case(workspace, name, case) for name in FORMATS)
