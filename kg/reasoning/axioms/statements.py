"""Axioms of OWL 2 in four forms, to which all the others come down (OWL 2 Direct Semantics, §2.3).

An assertion about an individual is an inclusion of the class of that individual alone; a
characteristic of a property is an inclusion of classes, or of chains of properties.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from kg.reasoning.axioms.expressions import (
    AtLeast,
    AtMost,
    Expression,
    HasValue,
    OneOf,
    Role,
    named_in,
    parts_of,
    roles_in,
)

__all__ = [
    "Axiom",
    "Chain",
    "Disjoint",
    "Inclusion",
    "Key",
    "Statement",
    "constructs_in",
    "expressions_of",
    "individuals_in",
    "roles_of",
    "signature",
]


@dataclass(frozen=True, slots=True)
class Inclusion:
    """Every member of the first class is one of the second."""

    lower: Expression
    upper: Expression


@dataclass(frozen=True, slots=True)
class Chain:
    """Those whom a chain of properties relates, from end to end, `upper` relates too."""

    lower: tuple[Role, ...]
    upper: Role


@dataclass(frozen=True, slots=True)
class Disjoint:
    """No two individuals are related by both properties."""

    first: Role
    second: Role


@dataclass(frozen=True, slots=True)
class Key:
    """Named members of a class that share a value of each property are the same (§9.5)."""

    owner: Expression
    roles: tuple[Role, ...]


Statement: TypeAlias = Inclusion | Chain | Disjoint | Key


@dataclass(frozen=True, slots=True)
class Axiom:
    """A statement, the construct that makes it (`owl:disjointWith`), and the terms it is about."""

    kind: str
    about: tuple[str, ...]
    says: Statement


def expressions_of(statement: Statement) -> tuple[Expression, ...]:
    """Return the class expressions of a statement."""
    match statement:
        case Inclusion(lower, upper):
            return (lower, upper)
        case Key(owner, _):
            return (owner,)
        case Chain() | Disjoint():
            return ()


def signature(statement: Statement) -> tuple[frozenset[str], frozenset[str]]:
    """Return the names of the classes and of the properties that a statement mentions."""
    inside = expressions_of(statement)
    classes = frozenset(name for e in inside for name in named_in(e))
    return classes, frozenset(role.iri for role in roles_of(statement))


def roles_of(statement: Statement) -> frozenset[Role]:
    """Return the properties, or their inverses, that a statement mentions."""
    inside = frozenset(role for e in expressions_of(statement) for role in roles_in(e))
    match statement:
        case Chain(lower, upper):
            return frozenset({*lower, upper})
        case Disjoint(first, second):
            return frozenset({first, second})
        case Key(_, keys):
            return inside | {*keys}
        case Inclusion():
            return inside


def _walk(statement: Statement) -> Iterator[Expression]:
    ahead = list(expressions_of(statement))
    while ahead:
        expression = ahead.pop()
        yield expression
        ahead += parts_of(expression)


def individuals_in(statement: Statement) -> frozenset[str]:
    """Return the individuals that a statement names."""
    found: set[str] = set()
    for expression in _walk(statement):
        match expression:
            case OneOf(individuals):
                found.update(individuals)
            case HasValue(_, individual):
                found.add(individual)
            case _:
                continue
    return frozenset(found)


def constructs_in(axiom: Axiom) -> tuple[str, ...]:
    """Return the constructs of an axiom by name: its own, then those of its classes."""
    inside = (type(e).__name__ for e in _walk(axiom.says) if parts_of(e) or _is_counted(e))
    return (axiom.kind, *inside)


def _is_counted(expression: Expression) -> bool:
    return isinstance(expression, AtLeast | AtMost)
