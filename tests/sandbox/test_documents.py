from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from pypdf import PdfWriter

from kg.errors import UsageError
from kg.sandbox.documents import MOST_BYTES, read_document, read_document_file

WORDS = "L’article L. 1111-8 du code de la santé publique"


def a_docx() -> bytes:
    document = docx.Document()
    document.add_paragraph(WORDS)
    document.add_table(rows=1, cols=1).cell(0, 0).text = "dans un tableau"
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def a_pdf(text: str = "Article L. 1111-8") -> bytes:
    """A page with one line of text, written by hand."""
    drawn = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode("ascii")
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        (
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
            b"/Resources<</Font<</F1 5 0 R>>>>>>"
        ),
        b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for rank, part in enumerate(parts, start=1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (rank, part)
    table = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n"
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % table)


def what_is_wrong(name: str, content: bytes) -> str:
    with pytest.raises(UsageError) as caught:
        read_document(name, content)
    assert caught.value.say("fr") != caught.value.say("en")
    return caught.value.say("en")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_plain_text_is_read_in_the_usual_encodings(encoding: str) -> None:
    assert read_document("memo.txt", WORDS.encode(encoding)) == WORDS


def test_a_word_document_is_read_with_its_tables() -> None:
    text = read_document("memo.DOCX", a_docx())

    assert WORDS in text
    assert "dans un tableau" in text


def test_a_pdf_is_read() -> None:
    assert "Article L. 1111-8" in read_document("memo.pdf", a_pdf())


def test_a_pdf_without_text_is_said_to_have_none() -> None:
    writer, stream = PdfWriter(), BytesIO()
    writer.add_blank_page(100, 100)
    writer.write(stream)

    assert "no text" in what_is_wrong("scan.pdf", stream.getvalue())


def test_a_locked_pdf_is_said_to_be_locked() -> None:
    writer, stream = PdfWriter(), BytesIO()
    writer.add_blank_page(100, 100)
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(stream)

    assert "password" in what_is_wrong("locked.pdf", stream.getvalue())


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("memo.exe", b"MZ", "cannot be read; allowed"),
        ("memo", b"text", "cannot be read; allowed"),
        ("memo.txt", b"\x00\x01\x02", "is no text"),
        ("memo.md", b"  \n ", "holds no text"),
        ("memo.docx", b"not a document", "is no .docx document"),
        ("memo.docx", b"PK\x03\x04 broken", "is no .docx document"),
        ("memo.pdf", b"%PDF-1.7 broken", "is no .pdf document"),
        ("memo.txt", b"a" * (MOST_BYTES + 1), "exceeds 10 MiB"),
        ("memo.txt", b"a" * 300_001, "exceeds 300000 characters"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(name: str, content: bytes, said: str) -> None:
    assert said in what_is_wrong(name, content)


def test_a_document_that_unpacks_beyond_measure_is_refused() -> None:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b"0" * (201 * 2**20))

    assert "more memory" in what_is_wrong("bomb.docx", stream.getvalue())


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        read_document_file(tmp_path / "none.txt")
