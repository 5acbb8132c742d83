"""A release answers as the working files do."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kg.services.ask import ask
from kg.services.build import build
from kg.services.cases import example_cases, load_case
from kg.services.qualify import qualify
from kg.services.render import to_json
from kg.services.sources import served_dataset
from kg.services.workspace import Workspace, open_workspace

NORMS = "SELECT ?norm ?label { ?norm a hds:Norm ; skos:prefLabel ?label } ORDER BY ?norm ?label"
INFERRED = "ASK { GRAPH <https://w3id.org/hds-fr/graph/inferred> { hds:Host rdfs:subClassOf ?c } }"


@pytest.fixture(scope="module")
def released(workspace: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A workspace on a release of the working files."""
    folder = tmp_path_factory.mktemp("releases")
    build(workspace, folder, at=datetime(2026, 11, 23, tzinfo=UTC))
    return open_workspace(replace(workspace.settings, release=folder))


def test_a_release_holds_what_the_working_files_state(
    workspace: Workspace, released: Workspace
) -> None:
    assert len(released.graph) == len(workspace.graph)
    assert ask(released, NORMS).rows == ask(workspace, NORMS).rows


def test_a_case_is_answered_alike_from_a_release(workspace: Workspace, released: Workspace) -> None:
    for path in example_cases(workspace).values():
        case = load_case(workspace, path)
        assert case.day is not None

        ours, theirs = (qualify(place, case, on=case.day) for place in (workspace, released))

        assert to_json(ours) == to_json(theirs)


def test_what_is_inferred_is_asked_by_the_name_of_its_graph_and_is_not_stated(
    released: Workspace,
) -> None:
    assert ask(released, INFERRED).truth
    assert not ask(released, "ASK { ?thing a hds:Host }").truth
    assert ask(released, "ASK { GRAPH ?case { ?thing a hds:Host } }").truth


def test_a_release_is_served_with_each_of_its_graphs(released: Workspace) -> None:
    quads, name = served_dataset(released.settings)

    assert b"<https://w3id.org/hds-fr/graph/cases/source-memo/inferred> ." in quads
    assert name.startswith("hds-")
    assert quads.count(b"\n") > len(released.graph) * 2
