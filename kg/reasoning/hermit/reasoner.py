"""What HermiT says of one ontology: whether it has a model, and which of its classes have none."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from kg.errors import Fault, OntologyError
from kg.reasoning.hermit.module import Module
from kg.reasoning.hermit.process import failed, hermit_command, java_path, lines_of

__all__ = ["empty_classes", "is_consistent"]


def is_consistent(module: Module, *, seconds: float = 120.0) -> bool:
    """Return whether HermiT finds a model of the ontology.

    Raises:
        ReasonerError: Java or HermiT failed, or said nothing for `seconds`.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = _write(module, folder)
        output = "\n".join(
            lines_of(hermit_command("-k", path.as_uri()), folder=folder, seconds=seconds)
        )
    if "is not satisfiable" in output or "Inconsistent ontology" in output:
        return False
    if "is satisfiable" in output:
        return True
    raise failed(output.strip()[-300:] or f"{seconds:g} s")


def empty_classes(module: Module, *, seconds: float = 300.0) -> tuple[str, ...]:
    """Return the classes that can have no member, by a classification through owlready2.

    Raises:
        OntologyError: the ontology has no model at all.
        ReasonerError: HermiT failed or was too slow.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = _write(module, folder)
        command = [sys.executable, "-m", "kg.reasoning.hermit.worker", java_path(), str(path)]
        lines = list(lines_of(command, folder=folder, seconds=seconds))
    try:
        found = json.loads(lines[-1])
        consistent, unsatisfiable = found["consistent"], found["unsatisfiable"]
    except (IndexError, ValueError, TypeError, KeyError) as error:
        raise failed(lines[-1] if lines else f"{seconds:g} s") from error
    if not consistent:
        raise OntologyError(_NO_MODEL)
    return tuple(unsatisfiable)


def _write(module: Module, folder: str) -> Path:
    path = Path(folder) / "module.nt"
    path.write_text(module.text(), encoding="utf-8")
    return path


_NO_MODEL = Fault(
    fr="l’ontologie se contredit : HermiT ne lui trouve aucun modèle. Défaites la dernière "
    "modification de ses axiomes, puis ajoutez-les un à un.",
    en="the ontology contradicts itself: HermiT finds no model of it. Undo the last change of "
    "its axioms, then add them one by one.",
)
