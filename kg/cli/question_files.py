"""The files that the values of a question name: a case, a folder of cases, a memo, a graph."""

from __future__ import annotations

from pathlib import Path

from kg.domain.cases import Case
from kg.domain.questions import Kind, Question, Value
from kg.errors import Fault, UsageError
from kg.services.audit import read_file
from kg.services.cases import example_cases, load_case
from kg.services.workspace import Workspace

__all__ = ["read_value"]


def read_value(workspace: Workspace, question: Question, key: str, value: Value) -> Value:
    """Return what a value names, where it names a file; else the value itself.

    Raises:
        UsageError: the file is missing or cannot be read.
        CaseError: it is no case.
    """
    parameter = question.parameter(key)
    if parameter is None or not isinstance(value, str):
        return value
    match parameter.kind:
        case Kind.CASE if value not in example_cases(workspace):
            return load_case(workspace, Path(value))
        case Kind.CASES:
            return _cases(workspace, Path(value))
        case Kind.GRAPH:
            return _text(Path(value))
        case Kind.DOCUMENT:
            return read_file(Path(value))
        case _:
            return value


def _cases(workspace: Workspace, folder: Path) -> tuple[Case, ...]:
    paths = sorted(folder.glob("*.yaml"))
    if not paths:
        raise UsageError(_no_cases(folder))
    return tuple(load_case(workspace, path) for path in paths)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(_unreadable(path, error)) from error


def _no_cases(folder: Path) -> Fault:
    return Fault(
        fr="ce dossier ne contient aucun cas. Donnez un dossier qui contient des fichiers .yaml.",
        en="this folder holds no case. Give a folder that holds .yaml files.",
        file=str(folder),
        key="cases",
    )


def _unreadable(path: Path, error: Exception) -> Fault:
    return Fault(
        fr=f"ce fichier ne se lit pas ({error}). Vérifiez le chemin ; le fichier doit être en "
        "UTF-8.",
        en=f"this file cannot be read ({error}). Check the path; the file must be in UTF-8.",
        file=str(path),
    )
