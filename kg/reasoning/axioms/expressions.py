"""Class expressions of OWL 2, those that the fast engine takes (OWL 2 Structural Spec., §8)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from kg.vocabulary import OWL

__all__ = [
    "NOTHING",
    "THING",
    "And",
    "AtLeast",
    "AtMost",
    "Expression",
    "HasSelf",
    "HasValue",
    "Named",
    "Not",
    "OneOf",
    "Only",
    "Or",
    "Role",
    "Some",
    "complement",
    "named_in",
    "normal",
    "parts_of",
    "roles_in",
]


@dataclass(frozen=True, slots=True)
class Role:
    """An object property, or its inverse (§6.1); or a property that leads to data (§6.2)."""

    iri: str
    inverse: bool = False
    is_data: bool = False


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


@dataclass(frozen=True, slots=True)
class HasSelf:
    """Those related to themselves (§8.2.4)."""

    role: Role


@dataclass(frozen=True, slots=True)
class AtLeast:
    """Those related to so many members of the filler, or more (§8.3.1)."""

    count: int
    role: Role
    filler: Expression


@dataclass(frozen=True, slots=True)
class AtMost:
    """Those related to so many members of the filler, or fewer (§8.3.2)."""

    count: int
    role: Role
    filler: Expression


Expression: TypeAlias = (
    Named | And | Or | Not | OneOf | Some | Only | HasValue | HasSelf | AtLeast | AtMost
)

THING = Named(OWL.term("Thing"))
NOTHING = Named(OWL.term("Nothing"))


def parts_of(expression: Expression) -> tuple[Expression, ...]:
    """Return the expressions directly inside another."""
    match expression:
        case And(parts) | Or(parts):
            return parts
        case Not(part) | Some(_, part) | Only(_, part):
            return (part,)
        case AtLeast(_, _, part) | AtMost(_, _, part):
            return (part,)
        case Named() | OneOf() | HasValue() | HasSelf():
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
    return frozenset(
        p.role
        for p in _all(expression)
        if isinstance(p, Some | Only | HasValue | HasSelf | AtLeast | AtMost)
    )


def normal(expression: Expression) -> Expression:  # noqa: C901, PLR0911 - a case a construct
    """Return the same class with complements of names, of values and of lists only.

    >>> normal(Not(Or((Named("a"), Not(Named("b"))))))
    And(parts=(Not(part=Named(iri='a')), Named(iri='b')))
    """
    match expression:
        case Not(part):
            return complement(part)
        case And(parts):
            return And(tuple(normal(part) for part in parts))
        case Or(parts):
            return Or(tuple(normal(part) for part in parts))
        case Some(role, filler):
            return Some(role, normal(filler))
        case Only(role, filler):
            return Only(role, normal(filler))
        case AtLeast(count, role, filler):
            return _at_least(count, role, filler)
        case AtMost(count, role, filler):
            return _at_most(count, role, filler)
        case Named() | OneOf() | HasValue() | HasSelf():
            return expression


def complement(expression: Expression) -> Expression:  # noqa: C901, PLR0911 - a case a construct
    """Return the class of all that is not in the expression, in the same normal form."""
    match expression:
        case Not(part):
            return normal(part)
        case And(parts):
            return Or(tuple(complement(part) for part in parts))
        case Or(parts):
            return And(tuple(complement(part) for part in parts))
        case Some(role, filler):
            return Only(role, complement(filler))
        case Only(role, filler):
            return Some(role, complement(filler))
        case AtLeast(count, role, filler):
            return _at_most(count - 1, role, filler) if count else NOTHING
        case AtMost(count, role, filler):
            return _at_least(count + 1, role, filler)
        case Named() | OneOf() | HasValue() | HasSelf():
            if expression in {THING, NOTHING}:
                return NOTHING if expression == THING else THING
            return Not(expression)


def _at_least(count: int, role: Role, filler: Expression) -> Expression:
    if count <= 1:
        return Some(role, normal(filler)) if count else THING
    return AtLeast(count, role, normal(filler))


def _at_most(count: int, role: Role, filler: Expression) -> Expression:
    return AtMost(count, role, normal(filler)) if count else Only(role, complement(filler))
