"""The two reasoners must agree, on every notion of everybody: on each case, and on drawn ones.

Run by `make agree`; `python -m tests.agree 1000 7` compares every case of `tests/cases`, then a
thousand drawn at random from the seed 7.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from random import SystemRandom

from kg.domain.cases import Case
from kg.reasoning.hermit.agreement import Agreement, check_agreement, reading_choices
from kg.reasoning.hermit.axioms import Axioms
from kg.reasoning.inquiry import Inquiry
from kg.services.cases import load_case
from kg.services.edit import check_case, write_case
from kg.services.workspace import Workspace, open_workspace
from kg.settings import read_settings
from tests.conftest import LAW
from tests.drawn_cases import draw_cases

AT_ONCE = 40


def inquire(workspace: Workspace, case: Case) -> Inquiry:
    """Return an inquiry into a case on its own day."""
    assert case.day is not None
    day = case.day
    cite = lambda iri: workspace.cite(iri, day)  # noqa: E731 - bound to this day
    return Inquiry(workspace.theory, workspace.form, case, day=day, cite=cite)


def in_turn(inquiry: Inquiry, rank: int) -> frozenset[str]:
    """Return a choice of readings, the next one for the next rank: each has its turn."""
    choices = list(reading_choices(inquiry))
    return choices[rank % len(choices)]


def compare(
    workspace: Workspace, axioms: Axioms, cases: Iterable[tuple[int, Case]]
) -> list[Agreement]:
    """Return what HermiT says of each case, under the readings whose turn it is."""
    asked = []
    for rank, case in cases:
        inquiry = inquire(workspace, case)
        asked.append((inquiry, in_turn(inquiry, rank)))
    return check_agreement(axioms, asked)


def drawn(workspace: Workspace, seed: int, count: int) -> Iterator[tuple[int, Case]]:
    """Yield cases drawn at random, as their files read, with their ranks."""
    for rank, case in enumerate(draw_cases(workspace.form, seed, count)):
        yield rank, check_case(workspace, case)


def explain(case: Case, agreement: Agreement, workspace: Workspace) -> str:
    """Return what is wrong with a comparison, and the file that shows it again."""
    if not agreement.checked:
        problem = "HermiT did not answer: not cross-checked"
    elif not agreement.consistent:
        problem = "HermiT finds that the case contradicts itself; the engine does not"
    elif not agreement.entailed:
        problem = "HermiT does not entail some yes or some no of the engine"
    else:
        problem = "HermiT settles something that the engine leaves open"
    readings = ", ".join(sorted(agreement.readings))
    return f"# {problem}\n# under {readings}\n{write_case(workspace, case)}"


def main(arguments: Sequence[str]) -> int:
    """Compare as many cases as asked for; return 1 where the reasoners differ."""
    count = int(arguments[0]) if arguments else 100
    seed = int(arguments[1]) if arguments[1:] else SystemRandom().randrange(10**6)
    print(f"{len(LAW)} cases of the law, {count} drawn from the seed {seed}", flush=True)  # noqa: T201 - a command prints
    workspace = open_workspace(read_settings())
    axioms = Axioms(workspace.graph, workspace.theory)
    cases = [(n, load_case(workspace, path)) for n, path in enumerate(LAW)]
    cases += drawn(workspace, seed, count)
    answers = differing = 0
    for start in range(0, len(cases), AT_ONCE):
        part = cases[start : start + AT_ONCE]
        for (_, case), found in zip(part, compare(workspace, axioms, part), strict=True):
            answers += found.compared
            if not found.holds:
                differing += 1
                print(explain(case, found, workspace))  # noqa: T201
        done = start + len(part)
        print(f"{done} cases, {answers} answers compared, {differing} cases differ", flush=True)  # noqa: T201
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
