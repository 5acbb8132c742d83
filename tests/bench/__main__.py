"""Run the benchmarks and print them: `make bench`."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from kg.reasoning.axioms.theory import Theory
from kg.services.cases import load_case
from kg.services.qualify import qualify
from kg.services.workspace import Workspace, open_workspace
from kg.settings import read_settings
from tests.bench.asp import program, solve
from tests.bench.cases import DAY, Closed, Fact, closed, closed_cases, inquire
from tests.bench.clock import best, line, machine
from tests.bench.hermit import find_models, write_ontologies

BATCH = 10
SIZES = (1, 2, 4, 8)


def insert(facts: list[Fact]) -> dict[tuple[str, ...], set[str]]:
    """Return the facts in the indexes that a reasoner in Python cannot do without."""
    index: dict[tuple[str, ...], set[str]] = {}
    for fact in facts:
        index.setdefault(fact[:-1], set()).add(fact[-1])
        index.setdefault((fact[0], fact[-1]), set()).add(fact[1])
    return index


def inference(workspace: Workspace, cases: list[Closed]) -> Iterator[str]:
    """Yield the lines on the inference of a case, dossier by dossier."""
    ours = sum(best(case.conclude) for case in cases) / len(cases)
    facts = [[*case.stated, *case.conclude()] for case in cases]
    indexed = sum(best(lambda f=f: insert(f)) for f in facts) / len(cases)  # type: ignore[misc]  # each its own
    yield line("every conclusion of a case", ours, "CPython indexing the same facts", indexed,
               "aim: x 0.50")  # fmt: skip
    rules = [program(case.theory, case.readings) for case in cases]
    found = [
        solve(rule, case.stated, case.situation.sorts)
        for rule, case in zip(rules, cases, strict=True)
    ]
    same = all({*case.conclude()} <= of for case, of in zip(cases, found, strict=True))
    times = [
        best(lambda r=r, c=c: solve(r, c.stated, c.situation.sorts), 3)  # type: ignore[misc]  # each its own
        for r, c in zip(rules, cases, strict=True)
    ]
    peer = "clingo, rules and facts" if same else "clingo, WHICH CONCLUDES OTHERWISE"
    yield line("every conclusion of a case", ours, peer, sum(times) / len(cases), "aim: x 1")
    with tempfile.TemporaryDirectory() as folder:
        paths = write_ontologies(workspace.graph, cases, Path(folder))
        hermit = best(lambda: find_models(paths), 1) / len(cases)
    yield line("every conclusion of a case", ours, "HermiT, one model each, of ten", hermit,
               "aim: x 1000")  # fmt: skip


def answers(workspace: Workspace) -> Iterator[str]:
    """Yield the lines on whole answers, from a warm process and from a cold start."""
    for name in ("source-memo-completed", "source-memo"):
        case = load_case(workspace, workspace.settings.data / "cases" / f"{name}.yaml")
        whole = best(lambda c=case: qualify(workspace, c, on=DAY))  # type: ignore[misc]  # each its own
        yield line(f"whole answer, warm: {name}", whole, "the aim", 0.020, "aim: x 1")
    path = workspace.settings.data / "cases" / "source-memo-completed.yaml"
    command = [sys.executable, "-c", "from kg.cli.app import main; main()"]
    cold = best(lambda: run([*command, "qualify", str(path), "--format", "json"]), 5)
    empty = best(lambda: run([sys.executable, "-c", "import typer, ruamel.yaml"]), 5)
    yield line("kg qualify, cold", cold, "the aim", 0.5, "aim: x 1")
    yield line("kg qualify, cold", cold, "Python importing Typer and ruamel", empty)


def run(command: list[str]) -> None:
    """Run a command to its end, its output aside."""
    subprocess.run(command, check=True, capture_output=True)


def growth(workspace: Workspace, cases: list[Closed]) -> Iterator[str]:
    """Yield how the cost grows with the number of cases, and with the size of the ontology."""
    one = best(lambda: [c.conclude() for c in cases])
    for size in SIZES:
        many = best(lambda n=size: [c.conclude() for _ in range(n) for c in cases], 3)  # type: ignore[misc]  # each its own
        yield line(f"{size} x ten cases", many, "ten cases, as many times", one * size)
    case = load_case(workspace, workspace.settings.data / "cases" / "source-memo-completed.yaml")
    base = 0.0
    for size in SIZES:
        larger = replace(workspace, theory=times(workspace.theory, size))
        spent = best(lambda w=larger: closed(inquire(w, case)).conclude(), 5)  # type: ignore[misc]  # each its own
        base = base or spent
        yield line(f"{size} x the grounds", spent, "the ontology, as many times", base * size)


def times(theory: Theory, size: int) -> Theory:
    """Return a theory with each ground `size` times over, under as many names."""
    grounds = {
        notion: tuple(
            replace(ground, name=f"{ground.name}/{n}" if n else ground.name)
            for n in range(size)
            for ground in grounds
        )
        for notion, grounds in theory.grounds.items()
    }
    return replace(theory, grounds=grounds)


def main() -> None:
    """Print every line; a ratio above its aim is an aim reached."""
    workspace = open_workspace(read_settings())
    cases = closed_cases(workspace, BATCH)
    sys.stdout.write(f"{machine()}\n")
    for part in (inference(workspace, cases), answers(workspace), growth(workspace, cases)):
        for told in part:
            sys.stdout.write(f"{told}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
