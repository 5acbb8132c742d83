"""Where the graph comes from: an endpoint or a release if one is named, else the working files."""

from __future__ import annotations

from kg.settings import Settings
from kg.store.datasets import read_working_files
from kg.store.graph import Graph
from kg.store.releases import Release, open_release
from kg.store.texts import load_texts

__all__ = ["read_graph", "release_of", "served_dataset"]


def release_of(settings: Settings) -> Release | None:
    """Return the release that `settings` name, checked; None where they name none.

    Raises:
        ReleaseError: it is missing or damaged.
    """
    return open_release(settings.release) if settings.release is not None else None


def read_graph(settings: Settings) -> Graph:
    """Return what is stated of the law, with its texts.

    Raises:
        OntologyError: a file cannot be read.
        QueryError: the endpoint does not answer.
        ReleaseError: the release is missing or damaged.
    """
    if settings.endpoint:
        from kg.store.remote_release import fetch_release  # noqa: PLC0415 - HTTP is for who asks for it

        return fetch_release(settings.endpoint)[0].graph()
    if (release := release_of(settings)) is not None:
        return release.graph()
    graph = Graph().load(sorted(settings.ontology.rglob("*.ttl")))
    load_texts(graph, settings.data / "texts")
    return graph


def served_dataset(settings: Settings) -> tuple[bytes, str]:
    """Return the dataset to serve, as N-Quads, and the name of its release, "" for working files.

    Each graph is there by its name, and those that are stated are merged in the default graph.

    Raises:
        OntologyError: a file cannot be read.
        QueryError: the endpoint does not answer.
        ReleaseError: the release is missing or damaged.
    """
    if settings.endpoint:
        from kg.store.remote_release import fetch_release  # noqa: PLC0415 - HTTP is for who asks for it

        dataset, manifest = fetch_release(settings.endpoint)
        return dataset.to_serve(), manifest.name
    if (release := release_of(settings)) is not None:
        return release.quads + release.stated(), release.manifest.name
    return read_working_files(settings.ontology, settings.data / "texts").to_serve(), ""
