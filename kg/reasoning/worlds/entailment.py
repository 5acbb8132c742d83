"""Entailment by refutation: what follows is what no world can deny (OWL 2 Direct Sem., §2.5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from kg.reasoning.axioms.expressions import (
    THING,
    And,
    Expression,
    HasValue,
    Not,
    OneOf,
    Role,
    complement,
)
from kg.reasoning.axioms.literals import VALUE
from kg.reasoning.axioms.refusals import refuse
from kg.reasoning.axioms.statements import Axiom, Chain, Disjoint, Inclusion, Key, Statement
from kg.reasoning.worlds.anonymous import rolled_up
from kg.reasoning.worlds.expansion import has_model

__all__ = ["entails"]


def entails(axioms: Iterable[Axiom], conclusions: Iterable[Axiom]) -> bool:
    """Tell whether every world that meets the axioms meets the conclusions.

    An individual without a name in the conclusions is somebody, whoever it is.

    Raises:
        RefusedAxiomError: a denial that the engine cannot decide.
    """
    known = tuple(axioms)
    return all(
        not has_model((*known, *(Axiom("denial", c.about, s) for s in _denial(c.says))))
        for c in rolled_up(conclusions)
    )


def _denial(statement: Statement) -> Iterator[Statement]:
    """Yield what is true of some new individuals exactly where the statement is not."""
    match statement:
        case Inclusion(OneOf((individual,)), upper):
            yield Inclusion(OneOf((individual,)), complement(upper))
        case Inclusion(lower, upper):
            yield Inclusion(OneOf((_new(0),)), And((lower, complement(upper))))
        case Chain(lower, upper):
            names = [_new(rank) for rank in range(len(lower))]
            names.append(_end(lower[-1], len(lower)))
            for role, (source, target) in zip(lower, pairwise(names), strict=True):
                yield _related(source, role, target)
            unrelated: Expression = Not(HasValue(upper, names[-1]))
            yield Inclusion(OneOf((names[0],)), unrelated)
        case Disjoint(first, second):
            yield _related(_new(0), first, _end(first, 1))
            yield _related(_new(0), second, _end(second, 1))
        case Key():
            raise refuse("owl:hasKey as a conclusion", THING.iri)


def _related(source: str, role: Role, target: str) -> Statement:
    return Inclusion(OneOf((source,)), HasValue(role, target))


def _end(role: Role, rank: int) -> str:
    return f"{VALUE}?new{rank}" if role.is_data else _new(rank)


def _new(rank: int) -> str:
    return f"_:new{rank}"
