"""Build: a release of the working files, with the example cases and what follows from all."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from kg.domain.releases import Manifest
from kg.services.case_triples import case_graph
from kg.services.cases import example_cases, load_case
from kg.services.workspace import Workspace
from kg.store.closure import with_superclasses
from kg.store.datasets import read_working_files
from kg.store.graph import Graph
from kg.store.releases import write_release

__all__ = ["build"]

_PROGRAMS = ("hds-knowledge-graph", "pyoxigraph", "rdflib")


def build(workspace: Workspace, folder: Path, *, at: datetime) -> Manifest:
    """Write a release of the working files into `folder`, and return what it says of itself.

    Each file is a graph of its own, and so are the texts, each example case, and what is inferred
    from the ontology and from each case.

    Raises:
        CaseError: an example is no case.
        OntologyError: a file cannot be read.
        ReleaseError: nothing can be written there.
    """
    settings = workspace.settings
    dataset = read_working_files(settings.ontology, settings.data / "texts")
    for name, graph in _beside(workspace):
        dataset.add(name, graph)
    versions = {name: version(name) for name in _PROGRAMS} | {"python": platform.python_version()}
    return write_release(folder, dataset, versions=versions, built=at.isoformat(timespec="seconds"))


def _beside(workspace: Workspace) -> Iterator[tuple[str, Graph]]:
    """Yield the graphs that are not stated of the law, each with its name."""
    yield "inferred", with_superclasses(workspace.graph).minus(workspace.graph)
    for path in example_cases(workspace).values():
        case = load_case(workspace, path)
        if case.day is None:  # without a day, nothing follows
            continue
        stated = case_graph(workspace, case, on=case.day)
        yield f"cases/{case.id}", stated
        concluded = case_graph(workspace, case, on=case.day, inferred=True)
        yield f"cases/{case.id}/inferred", concluded.minus(stated)
