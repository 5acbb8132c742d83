"""Individuals without a name in a conclusion, rolled up into a class that somebody is in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.reasoning.axioms.expressions import (
    THING,
    And,
    Expression,
    HasValue,
    OneOf,
    Role,
    Some,
)
from kg.reasoning.axioms.refusals import refuse
from kg.reasoning.axioms.statements import Axiom, Inclusion, individuals_in
from kg.vocabulary import OWL

__all__ = ["rolled_up"]

_TOP = OWL.term("topObjectProperty")


def rolled_up(axioms: Iterable[Axiom]) -> Iterator[Axiom]:
    """Yield the axioms, those about anonymous individuals as one statement a tree of them.

    “Somebody is in C” is written with the universal property: everything is related by it to
    some member of C.

    Raises:
        RefusedAxiomError: anonymous individuals in a circle.
    """
    trees = _Trees()
    for axiom in axioms:
        if any(map(_is_anonymous, individuals_in(axiom.says))):
            trees.add(axiom)
        else:
            yield axiom
    yield from trees.rolled_up()


def _is_anonymous(name: str) -> bool:
    return name.startswith("_:")


class _Trees:
    def __init__(self) -> None:
        self._said: dict[str, list[Expression]] = defaultdict(list)
        self._links: dict[str, list[tuple[Role, str]]] = defaultdict(list)
        self._kind: dict[str, Axiom] = {}

    def add(self, axiom: Axiom) -> None:
        match axiom.says:
            case Inclusion(OneOf((one,)), HasValue(role, other)) if _is_anonymous(other):
                self._link(axiom, one, role, other)
            case Inclusion(OneOf((one,)), upper):
                self._said[one].append(upper)
                self._kind[one] = axiom
            case _:
                raise refuse("anonymous individuals in an expression", axiom.about[0])

    def _link(self, axiom: Axiom, one: str, role: Role, other: str) -> None:
        back = Role(role.iri, inverse=not role.inverse)
        if _is_anonymous(one):
            self._links[one].append((role, other))
            self._links[other].append((back, one))
            self._kind[one] = axiom
        else:
            self._said[other].append(HasValue(back, one))
        self._kind[other] = axiom

    def rolled_up(self) -> Iterator[Axiom]:
        done: set[str] = set()
        for name in sorted(self._kind):
            if name not in done:
                somebody = Some(Role(_TOP), self._tree(name, "", done))
                yield replace(self._kind[name], says=Inclusion(THING, somebody))

    def _tree(self, name: str, parent: str, done: set[str]) -> Expression:
        if name in done:
            raise refuse("anonymous individuals in a circle", self._kind[name].about[0])
        done.add(name)
        links = [(role, other) for role, other in self._links[name] if other != parent]
        if len(self._links[name]) - len(links) > 1:
            raise refuse("anonymous individuals in a circle", self._kind[name].about[0])
        parts = [Some(role, self._tree(other, name, done)) for role, other in links]
        return And((*self._said[name], *parts))
