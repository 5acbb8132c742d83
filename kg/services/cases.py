"""Cases: read from files, found among the examples."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from kg.domain.cases import Case
from kg.imports.case_reader import read_case, read_case_file
from kg.imports.files import read_bytes
from kg.sandbox.documents import MOST_BYTES, read_workbook
from kg.services.workspace import Workspace

__all__ = ["case_bytes", "example_cases", "load_case", "parse_case"]


def load_case(workspace: Workspace, path: Path) -> Case:
    """Return the case that a file describes.

    Raises:
        CaseError: the file is no case, with every fault that it has.
    """
    if path.suffix.lower() != ".xlsx":
        return read_case_file(path, form=workspace.form)
    return parse_case(workspace, case_bytes(path), str(path))


def case_bytes(path: Path) -> bytes:
    """Return the bytes of a case file, within the bounds of its kind.

    Raises:
        CaseError: there is no such file, or it cannot be read.
    """
    return read_bytes(path, most=MOST_BYTES)


def parse_case(workspace: Workspace, text: str | bytes, source: str) -> Case:
    """Return the case that a text describes; `source` names it, and its ending says its kind.

    Raises:
        CaseError: the text is no case, with every fault that it has.
        UsageError: a workbook cannot be read.
    """
    if isinstance(text, bytes) and source.lower().endswith(".xlsx"):
        text = read_workbook(source, text)
    return read_case(text, source=source, form=workspace.form)


def example_cases(workspace: Workspace) -> dict[str, Path]:
    """Return the example cases, by their file's name."""
    return {path.stem: path for path in _files(workspace.settings.data / "cases")}


@lru_cache(maxsize=4)
def _files(folder: Path) -> tuple[Path, ...]:
    return tuple(sorted(folder.glob("*.yaml")))
