"""The law as it is kept between two commands: the same, and never another day's."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.services.law import Law, compile_law, law_of
from kg.services.plain import from_plain, to_plain
from kg.services.workspace import Workspace, open_workspace
from kg.settings import Settings
from kg.store.graph import Graph


def never() -> Graph:
    raise AssertionError("the graph is read again")


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache of the user's."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "hds-knowledge-graph"


@pytest.fixture
def elsewhere(root: Path, tmp_path: Path) -> Settings:
    """The settings of a copy of the law, that a test may change."""
    for part in ("ontology", "data"):
        shutil.copytree(root / part, tmp_path / "copy" / part)
    return Settings(root=tmp_path / "copy")


def test_the_law_written_as_plain_data_reads_back_as_the_same_law(workspace: Workspace) -> None:
    law = compile_law(workspace.graph)

    again = from_plain(Law, json.loads(json.dumps(to_plain(law))))

    assert again == law


def test_what_is_kept_is_read_instead_of_the_graph(cache: Path, workspace: Workspace) -> None:
    first = law_of(workspace.settings, lambda: workspace.graph)

    assert len(list(cache.iterdir())) == 1
    assert law_of(workspace.settings, never) == first


@pytest.mark.parametrize("content", [b"", b"{", b"[[],1]", b'[["kg.domain.texts:Text"],[0,1]]'])
def test_a_damaged_file_is_compiled_again(
    cache: Path, workspace: Workspace, content: bytes
) -> None:
    first = law_of(workspace.settings, lambda: workspace.graph)
    (file,) = cache.iterdir()
    file.write_bytes(content)

    assert law_of(workspace.settings, lambda: workspace.graph) == first
    assert law_of(workspace.settings, never) == first


def test_a_class_that_is_not_of_the_domain_is_never_built() -> None:
    for name in ("subprocess:Popen", "kg.domain.texts:dataclass", "pathlib:Path"):
        with pytest.raises((TypeError, AttributeError)):
            from_plain(Law, [[name], [0, "x"]])


@pytest.mark.usefixtures("cache")
def test_a_law_edited_by_one_sign_is_another_law(elsewhere: Settings) -> None:
    before = open_workspace(elsewhere)
    grounds = elsewhere.ontology / "grounds.ttl"
    text = grounds.read_text(encoding="utf-8")
    first = '"2018-04-01"^^xsd:date'
    assert first in text
    grounds.write_text(text.replace(first, '"2018-04-02"^^xsd:date'), encoding="utf-8")

    after = open_workspace(elsewhere)

    assert after.theory.grounds != before.theory.grounds


@pytest.mark.usefixtures("cache")
def test_a_law_that_can_no_longer_be_read_is_refused_and_not_remembered(
    elsewhere: Settings,
) -> None:
    open_workspace(elsewhere)
    (elsewhere.ontology / "norms.ttl").write_text("this is no Turtle", encoding="utf-8")

    with pytest.raises(OntologyError):
        open_workspace(elsewhere)


def test_without_a_place_to_keep_it_the_law_is_compiled(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null")

    law = law_of(workspace.settings, lambda: workspace.graph)

    assert law.theory == workspace.theory
