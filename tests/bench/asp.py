"""The compiled theory as an answer-set program, for clingo: the same rules, the same facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

import clingo

from kg.reasoning.axioms.expressions import (
    And,
    AtLeast,
    AtMost,
    Expression,
    HasSelf,
    HasValue,
    Named,
    Not,
    OneOf,
    Only,
    Or,
    Some,
)
from kg.reasoning.axioms.theory import Theory

__all__ = ["program", "solve"]

Fact = tuple[str, ...]


class _Writer:
    """Writes a class expression as the body of rules; an auxiliary predicate for each part."""

    def __init__(self, theory: Theory) -> None:
        self.theory = theory
        self.rules: list[str] = []
        self._names = count()

    def body(self, expression: Expression, x: str = "X") -> str:  # noqa: C901, PLR0911 - a case a construct
        """Return the literal that says that `x` is in the expression."""
        match expression:
            case Named(name) if name in self.theory.concluded:
                return f'c("{name}","",{x})'
            case Named(name):
                return f'm("{name}",{x})'
            case HasValue(role, value) if role.iri in self.theory.concluded:
                return f'c("{role.iri}","{value}",{x})'
            case HasValue(role, value):
                source, target = (f'"{value}"', x) if role.inverse else (x, f'"{value}"')
                return f'e("{role.iri}",{source},{target})'
            case Not(part):
                return f"not {self.part([self.body(part)], x)}"
            case And(parts):
                return self.part([", ".join(self.body(part) for part in parts)], x)
            case Or(parts):
                return self.part([self.body(part) for part in parts], x)
            case OneOf(individuals):
                return self.part([f'X="{individual}"' for individual in individuals], x)
            case Some(role, filler):
                ends = "Y,X" if role.inverse else "X,Y"
                return self.part([f'e("{role.iri}",{ends}), i(Y), {self.body(filler, "Y")}'], x)
            case Only(role, filler):
                return f"not {self.body(Some(role, Not(filler)), x)}"
            case HasSelf() | AtLeast() | AtMost():
                raise NotImplementedError(expression)

    def part(self, bodies: Iterable[str], x: str) -> str:
        """Return the literal of a new predicate that holds where some body does."""
        name = f"p{next(self._names)}"
        self.rules += [f"{name}(X) :- i(X), {body}." for body in bodies]
        return f"{name}({x})"


def program(theory: Theory, readings: frozenset[str]) -> str:
    """Return the rules of a theory, the notions closed over their grounds by negation."""
    writer = _Writer(theory)
    for name, expression in theory.definitions.items():
        writer.rules.append(f'm("{name}",X) :- i(X), {writer.body(expression)}.')
    for (name, value), grounds in theory.grounds.items():
        for ground in grounds:
            if not ground.reading or ground.reading in readings:
                body = writer.body(ground.condition)
                writer.rules.append(f'c("{name}","{value}",X) :- i(X), {body}.')
    members = ((kind, name) for kind, names in theory.members.items() for name in sorted(names))
    facts = (f'm("{kind}","{name}"). i("{name}").' for kind, name in members)
    return "\n".join([*writer.rules, *facts, "#show c/3. #show m/2."])


def _facts(stated: Iterable[Fact], individuals: Iterable[str]) -> Iterator[str]:
    yield from (f'i("{name}").' for name in individuals)
    for fact in stated:
        terms = ",".join(f'"{term}"' for term in fact)
        yield f"e({terms})." if len(fact) > len(("class", "individual")) else f"m({terms})."


def solve(rules: str, stated: Iterable[Fact], individuals: Iterable[str]) -> set[Fact]:
    """Return all that clingo concludes, from the rules and the facts of a case."""
    control = clingo.Control(["--warn=none"])
    control.add("base", [], rules)
    control.add("base", [], "\n".join(_facts(stated, individuals)))
    control.ground([("base", [])])
    found: set[Fact] = set()
    with control.solve(yield_=True) as models:
        for model in models:
            for atom in model.symbols(shown=True):
                terms = tuple(argument.string for argument in atom.arguments)
                found.add(tuple(term for term in terms if term))
    return found
