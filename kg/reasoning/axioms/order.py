"""Definitions lean on one another without ever coming back to themselves."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter

from kg.reasoning.axioms.expressions import Expression, HasValue, named_in, roles_in
from kg.reasoning.axioms.refusals import refuse
from kg.reasoning.axioms.theory import Theory

__all__ = ["check_order"]


def check_order(theory: Theory) -> None:
    """Check that no definition rests on itself, through whatever chain.

    Raises:
        OntologyError: a circle, with the terms that make it.
    """
    leans: dict[str, set[str]] = {}
    for name, expression in theory.definitions.items():
        leans.setdefault(name, set()).update(_leans_on(theory, expression))
    for (notion, value), grounds in theory.grounds.items():
        on = leans.setdefault(f"{notion} {value}".strip(), set())
        for ground in grounds:
            on.update(_leans_on(theory, ground.condition))
    try:
        TopologicalSorter(leans).prepare()
    except CycleError as error:
        raise refuse("a definition in a circle", " < ".join(error.args[1])) from error


def _leans_on(theory: Theory, expression: Expression) -> set[str]:
    concluded = {role.iri for role in roles_in(expression) if role.iri in theory.concluded}
    if concluded and not isinstance(expression, HasValue):
        raise refuse("a condition on a concluded property", ", ".join(sorted(concluded)))
    return set(named_in(expression))
