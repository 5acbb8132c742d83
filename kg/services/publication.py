"""What is served: the dataset of the working files."""

from __future__ import annotations

from kg.settings import Settings
from kg.store.datasets import read_working_files

__all__ = ["served_dataset"]


def served_dataset(settings: Settings) -> bytes:
    """Return, as N-Quads, the dataset that `settings` name.

    Raises:
        OntologyError: a file cannot be read.
    """
    return read_working_files(settings.ontology, settings.data / "texts").to_serve()
