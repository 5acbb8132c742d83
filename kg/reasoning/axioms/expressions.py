"""Class expressions of OWL 2, those that the fast engine takes (OWL 2 Structural Spec., §8)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

__all__ = [
    "And",
    "Expression",
    "HasValue",
    "Named",
    "Not",
    "OneOf",
    "Only",
    "Or",
    "Role",
    "Some",
    "named_in",
    "parts_of",
    "roles_in",
]


@dataclass(frozen=True, slots=True)
class Role:
    """An object property, or its inverse (§6.1)."""

    iri: str
    inverse: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """A class by its name."""

    iri: str


@dataclass(frozen=True, slots=True)
class And:
    """Those that are in every part (§8.1.1)."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Those that are in some part (§8.1.2)."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Those that are not in the part (§8.1.3)."""

    part: Expression


@dataclass(frozen=True, slots=True)
class OneOf:
    """The individuals listed (§8.1.4)."""

    individuals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Some:
    """Those related to some member of the filler (§8.2.1)."""

    role: Role
    filler: Expression


@dataclass(frozen=True, slots=True)
class Only:
    """Those related to members of the filler alone (§8.2.2)."""

    role: Role
    filler: Expression


@dataclass(frozen=True, slots=True)
class HasValue:
    """Those related to the individual (§8.2.3)."""

    role: Role
    individual: str


Expression: TypeAlias = Named | And | Or | Not | OneOf | Some | Only | HasValue


def parts_of(expression: Expression) -> tuple[Expression, ...]:
    """Return the expressions directly inside another."""
    match expression:
        case And(parts) | Or(parts):
            return parts
        case Not(part) | Some(_, part) | Only(_, part):
            return (part,)
        case Named() | OneOf() | HasValue():
            return ()


def _all(expression: Expression) -> Iterator[Expression]:
    yield expression
    for part in parts_of(expression):
        yield from _all(part)


def named_in(expression: Expression) -> frozenset[str]:
    """Return the names of the classes that an expression mentions."""
    return frozenset(part.iri for part in _all(expression) if isinstance(part, Named))


def roles_in(expression: Expression) -> frozenset[Role]:
    """Return the properties that an expression mentions."""
    return frozenset(p.role for p in _all(expression) if isinstance(p, Some | Only | HasValue))
