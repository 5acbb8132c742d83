from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import TypeAlias
from zipfile import ZipFile

from streamlit.testing.v1 import AppTest

from kg.services.export import (
    export_archive,
    export_parts,
    formats_of_cases,
    formats_of_the_law,
)
from kg.services.workspace import Workspace

Open: TypeAlias = Callable[..., AppTest]


def test_every_format_of_the_graph_is_offered_with_what_it_is_good_for(open_page: Open) -> None:
    app = open_page("export")

    offered = app.selectbox(key="export/graph/format").options
    assert not app.exception
    assert len(offered) == len(formats_of_the_law())
    assert not set(offered) & set(formats_of_the_law())


def test_the_situation_is_offered_once_there_is_one(open_page: Open) -> None:
    without = open_page("export")
    begun = open_page(case="source-memo")
    begun.switch_page("app_pages/export.py").run()

    assert len(without.selectbox) == 1
    assert len(begun.selectbox(key="export/case/format").options) == len(formats_of_cases())
    assert not begun.exception


def test_a_format_of_several_files_is_given_as_one_archive(workspace: Workspace) -> None:
    with ZipFile(BytesIO(export_archive(workspace, "akn"))) as archive:
        names = archive.namelist()

    assert names == sorted(export_parts(workspace, "akn"))
