"""Cases: read from files, found among the examples."""

from __future__ import annotations

from pathlib import Path

from kg.domain.cases import Case
from kg.imports.case_reader import read_case, read_case_file
from kg.services.workspace import Workspace

__all__ = ["example_cases", "load_case", "parse_case"]


def load_case(workspace: Workspace, path: Path) -> Case:
    """Return the case that a file describes.

    Raises:
        CaseError: the file is no case, with every fault that it has.
    """
    return read_case_file(path, form=workspace.form)


def parse_case(workspace: Workspace, text: str | bytes, source: str) -> Case:
    """Return the case that a text describes; `source` names it in messages.

    Raises:
        CaseError: the text is no case, with every fault that it has.
    """
    return read_case(text, source=source, form=workspace.form)


def example_cases(workspace: Workspace) -> dict[str, Path]:
    """Return the example cases, by their file's name."""
    folder = workspace.settings.data / "cases"
    return {path.stem: path for path in sorted(folder.glob("*.yaml"))}
