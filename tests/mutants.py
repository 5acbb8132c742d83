"""Mutants of the law: change one condition, exception or date, and see whether a case notices.

Run by `make mutants`; `python -m tests.mutants 60` draws sixty mutants instead of all of them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

from kg.reasoning.axioms.expressions import And, Expression, Not
from kg.reasoning.axioms.theory import Ground, Theory
from kg.services.cases import load_case
from kg.services.qualify import qualify
from kg.services.workspace import Workspace, open_workspace
from kg.settings import read_settings
from tests.test_law import differences, expected
from tests.test_timeline import BEGINNINGS, begins_right

CASES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))
ENOUGH = 0.9


def mutants(theory: Theory) -> Iterator[tuple[str, Theory]]:
    """Yield each mutant of a theory, and what was done to it."""
    for name, expression in theory.definitions.items():
        for done, changed in of_expression(expression):
            definitions = {**theory.definitions, name: changed}
            grounds = {
                notion: tuple(
                    replace(g, condition=changed) if g.name == name and g.is_named else g
                    for g in gs
                )
                for notion, gs in theory.grounds.items()
            }
            yield f"{name}: {done}", replace(theory, definitions=definitions, grounds=grounds)
    for notion, grounds_of in theory.grounds.items():
        for ground in grounds_of:
            for done, others in of_ground(ground, grounds_of):
                yield (
                    f"{ground.name}: {done}",
                    replace(theory, grounds={**theory.grounds, notion: others}),
                )


def of_expression(expression: Expression) -> Iterator[tuple[str, Expression]]:
    """Yield an intersection with each part negated, or each exception left out."""
    if not isinstance(expression, And):
        return
    for rank, part in enumerate(expression.parts):
        others = expression.parts[:rank], expression.parts[rank + 1 :]
        if isinstance(part, Not):
            yield f"exception {rank} dropped", And((*others[0], *others[1]))
        elif rank:  # the first part is the sort
            yield f"condition {rank} negated", And((*others[0], Not(part), *others[1]))


def of_ground(ground: Ground, all_: tuple[Ground, ...]) -> Iterator[tuple[str, tuple[Ground, ...]]]:
    """Yield the grounds without one of them, or with one of its days shifted."""
    yield "dropped", tuple(g for g in all_ if g is not ground)
    day = timedelta(days=1)
    source = ground.source
    later = {
        "start": replace(source, start=source.start + day) if source.start else None,
        "until": replace(source, until=source.until + day) if source.until else None,
    }
    for name, shifted in later.items():
        if shifted is not None:
            mutant = replace(ground, source=shifted)
            yield f"{name} a day later", tuple(mutant if g is ground else g for g in all_)


def is_noticed(workspace: Workspace) -> bool:
    """Tell whether some case comes out otherwise than it should."""
    for path in CASES:
        case = load_case(workspace, path)
        assert case.day is not None
        answer = qualify(workspace, case, on=case.day)
        actors = {actor.id: actor for actor in answer.actors}
        for id_, said in expected(path).items():
            if next(differences(actors[id_], said), None):
                return True
    return any(not begins_right(workspace, day) for day in BEGINNINGS)


def main() -> int:
    """Print the mutants that no case notices, and their share; 1 where they are too many."""
    workspace = open_workspace(read_settings())
    drawn = list(mutants(workspace.theory))
    if len(sys.argv) > 1:
        drawn = Random(0).sample(drawn, min(int(sys.argv[1]), len(drawn)))  # noqa: S311 - a fixed draw
    alive = [done for done, theory in drawn if not is_noticed(replace(workspace, theory=theory))]
    share = 1 - len(alive) / len(drawn)
    sys.stdout.write("\n".join([*alive, f"{share:.1%} of {len(drawn)} mutants noticed", ""]))
    return 0 if share >= ENOUGH else 1


if __name__ == "__main__":
    sys.exit(main())
