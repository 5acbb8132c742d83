"""A situation in a link: whole, old, damaged, or made to break."""

from __future__ import annotations

import base64
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.domain.texts import Text
from kg.services.cases import load_case
from kg.services.edit import check_case, write_case
from kg.services.links import LINK_VERSION, pack_case, unpack_case
from kg.services.start import Beginning, Names, begin
from kg.services.workspace import Workspace, open_workspace
from kg.settings import read_settings

ROOT = Path(__file__).resolve().parents[2]
CASES = sorted((ROOT / "data" / "cases").glob("*.yaml"))
WORKSPACE = open_workspace(read_settings())
NAMES = Names(
    title=Text("Ma situation", "My situation"),
    us="Éditeur",
    client="Hôpital",
    data="data",
    service="service",
    host="Prestataire",
    hosting="hosting",
)


def packed(text: str) -> str:
    return base64.urlsafe_b64encode(zlib.compress(text.encode())).decode().rstrip("=")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_comes_back_from_its_link(workspace: Workspace, path: Path) -> None:
    case = load_case(workspace, path)
    link = pack_case(workspace, case)

    found = unpack_case(workspace, link, version=LINK_VERSION)

    assert found.case is not None
    assert write_case(workspace, found.case) == write_case(workspace, case)
    assert not found.dropped
    assert len(link) < 2000


def test_what_a_link_says_and_the_format_no_longer_knows_is_told_and_left_unknown(
    workspace: Workspace,
) -> None:
    old = """format: hds-case/1
id: old
complete: true
actors:
  us: {kind: wizard, country: FR}
services:
  saas: {provider: nobody, access: [in_application]}
certificates:
  - {holder: us, colour: blue}
"""

    found = unpack_case(workspace, packed(old))

    assert found.case is not None
    assert len(found.dropped) == 3
    assert not found.case.complete
    saas = found.case.find("services", "saas")
    assert saas is not None
    assert [fact.value for fact in saas.facts] == [None, ("in_application",)]


@pytest.mark.parametrize(
    "link", ["", "x", "é", "=" * 9, packed("[1]"), packed(""), packed("a: b: c"), "A" * 70_000]
)
def test_a_damaged_link_is_told_in_words(workspace: Workspace, link: str) -> None:
    found = unpack_case(workspace, link)

    assert found.case is None
    assert found.dropped


def test_a_link_that_would_unpack_to_gigabytes_is_refused(workspace: Workspace) -> None:
    found = unpack_case(workspace, packed("#" * 20_000_000))

    assert found.case is None


@given(st.text(max_size=200))
def test_no_text_in_a_link_breaks_anything(text: str) -> None:
    assert unpack_case(WORKSPACE, text).case is None


@given(st.binary(max_size=200))
def test_no_bytes_in_a_link_break_anything(data: bytes) -> None:
    link = base64.urlsafe_b64encode(zlib.compress(data)).decode()

    found = unpack_case(WORKSPACE, link)

    assert found.case is not None or found.dropped


@pytest.mark.parametrize("relies", [True, False, None])
@pytest.mark.parametrize("kind", ["software_publisher", ""])
def test_a_beginning_is_a_case_that_says_no_more_than_was_said(
    workspace: Workspace, kind: str, *, relies: bool | None
) -> None:
    said = Beginning(kind=kind, client_kind="", health=None, relies=relies, names=NAMES)

    case = check_case(workspace, begin(workspace, said))

    service = case.find("services", "service")
    assert service is not None
    relied = service.fact("relies_on")
    assert (relied.value if relied else None) == (
        None if relies is None else ("hosting",) if relies else ()
    )
    assert (case.find("actors", "host") is not None) is bool(relies)
    assert not case.complete
