"""Premises: what makes a class expression hold of an individual, or fail, the shortest way."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeAlias

from kg.domain.proofs import Step, StepKind
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
    Role,
    Some,
)
from kg.reasoning.engine.evaluation import Evaluation
from kg.reasoning.proofs.sentences import WHATEVER, Sentences

__all__ = ["Members", "Premises", "Proof", "size"]

Proof: TypeAlias = tuple[Step, ...]


def size(steps: Iterable[Step]) -> int:
    """Return how many different steps there are in some proofs."""
    return len({id(step) for top in steps for step in top.walk()})


def _shortest(proofs: list[Proof], otherwise: Proof) -> Proof:
    """Return the proof of the fewest steps; of none, another."""
    return min(proofs, key=size) if len(proofs) > 1 else next(iter(proofs), otherwise)


class Members(Protocol):
    """What proves that an individual is in a named class, and knows what is settled."""

    evaluation: Evaluation
    sentences: Sentences

    def member(self, name: str, individual: str, *, holds: bool) -> Step:
        """Return why the individual is, or is not, a member of a class."""
        ...

    def is_so(self, condition: int, *, holds: bool) -> bool:
        """Tell whether a condition holds, or fails, whatever is unknown."""
        ...


class Premises:
    """The proofs of class expressions, by the proofs of the names in them and by facts."""

    def __init__(self, members: Members) -> None:
        """Prove names by `members`."""
        self.members = members
        self.evaluation, self.sentences = members.evaluation, members.sentences
        self.situation = members.evaluation.situation
        self._lists: dict[tuple[Role, str], Step] = {}

    def prove(  # noqa: C901, PLR0911 - a case a construct
        self, expression: Expression, individual: str, *, holds: bool
    ) -> Proof:
        """Return the steps by which an expression holds of an individual, or fails."""
        match expression:
            case Named(name):
                return self._named(name, individual, holds=holds)
            case Not(part):
                return self.prove(part, individual, holds=not holds)
            case And(parts) | Or(parts):
                every = holds is isinstance(expression, And)
                find = self._all if every else self._one
                return find(parts, individual, holds=holds)
            case OneOf():
                return ()
            case HasValue(role, value):
                return (self._value(role, individual, value, holds=holds),)
            case Some(role, filler):
                find_filler = self._witness if holds else self._none
                return find_filler(role, filler, individual)
            case Only(role, filler):
                return self.prove(Some(role, Not(filler)), individual, holds=not holds)
            case HasSelf(role):
                return (self._value(role, individual, individual, holds=holds),)
            case AtLeast(count, role, filler):
                if holds:
                    return self._several(count, role, filler, individual)
                return self._too_few(role, filler, individual)
            case AtMost(count, role, filler):
                return self.prove(AtLeast(count + 1, role, filler), individual, holds=not holds)

    def _named(self, name: str, individual: str, *, holds: bool) -> Proof:
        is_sort = self.situation.sorts.get(individual) == name
        if is_sort or name in self.evaluation.theory.members:
            return ()
        return (self.members.member(name, individual, holds=holds),)

    def _all(self, parts: tuple[Expression, ...], individual: str, *, holds: bool) -> Proof:
        proofs = [self.prove(part, individual, holds=holds) for part in parts]
        return tuple(dict.fromkeys(step for proof in proofs for step in proof))

    def _one(self, parts: tuple[Expression, ...], individual: str, *, holds: bool) -> Proof:
        """Prove the part that makes a union hold, or an intersection fail, the shortest way."""
        ways = [p for p in parts if self._is(p, individual, holds=holds)]
        proofs = [self.prove(part, individual, holds=holds) for part in ways]
        return _shortest(proofs, (self.whatever(individual),))

    def _is(self, expression: Expression, individual: str, *, holds: bool) -> bool:
        return self.members.is_so(self.evaluation.holds(expression, individual), holds=holds)

    def whatever(self, individual: str) -> Step:
        """Return the step that says: whichever way the unknown facts turn out."""
        return Step(kind=StepKind.CASES, term="", subject=individual, holds=True, sentence=WHATEVER)

    def _several(self, count: int, role: Role, filler: Expression, individual: str) -> Proof:
        """Prove that so many are related and in the filler: by each of them."""
        found = [
            other
            for other, condition in self.evaluation.related(role, individual).items()
            if self.members.is_so(condition, holds=True) and self._is(filler, other, holds=True)
        ]
        if len(found) < count:
            return (self.whatever(individual),)
        steps: list[Step] = []
        for other in found[:count]:
            steps.append(self._edge(role, individual, other, holds=True))
            steps += self.prove(filler, other, holds=True)
        return tuple(dict.fromkeys(steps))

    def _too_few(self, role: Role, filler: Expression, individual: str) -> Proof:
        """Prove that fewer are: by the list, and by those in it that are outside the filler."""
        steps: list[Step] = []
        for other in self.evaluation.related(role, individual):
            if self._is(filler, other, holds=False):
                steps += self.prove(filler, other, holds=False)
        return (*dict.fromkeys(steps), self._list(role, individual))

    def _witness(self, role: Role, filler: Expression, individual: str) -> Proof:
        found = [
            (
                self._edge(role, individual, other, holds=True),
                *self.prove(filler, other, holds=True),
            )
            for other, condition in self.evaluation.related(role, individual).items()
            if self.members.is_so(condition, holds=True) and self._is(filler, other, holds=True)
        ]
        return _shortest(found, (self.whatever(individual),))

    def _none(self, role: Role, filler: Expression, individual: str) -> Proof:
        refutations: list[Step] = []
        for other, condition in self.evaluation.related(role, individual).items():
            if self.members.is_so(condition, holds=False):
                continue
            if self._is(filler, other, holds=False):
                refutations += self.prove(filler, other, holds=False)
            else:
                refutations.append(self.whatever(other))
        return (*dict.fromkeys(refutations), self._list(role, individual))

    def _value(self, role: Role, individual: str, value: str, *, holds: bool) -> Step:
        if holds or value in self.evaluation.related(role, individual):
            return self._edge(role, individual, value, holds=holds)
        return self._list(role, individual)

    def _list(self, role: Role, individual: str) -> Step:
        """Return the fact that a list is whole: what it holds, and that it holds nothing else."""
        key = (role, individual)
        if key not in self._lists:
            related = self.evaluation.related(role, individual).items()
            others = [o for o, c in related if not self.members.is_so(c, holds=False)]
            sentence = self.sentences.listed(role, individual, others)
            self._lists[key] = Step(
                kind=StepKind.FACT,
                term=role.iri,
                subject=individual,
                holds=True,
                sentence=sentence,
                fact=self.paths(role.iri, individual),
                targets=tuple(others),
                inverse=role.inverse,
            )
        return self._lists[key]

    def _edge(self, role: Role, individual: str, other: str, *, holds: bool) -> Step:
        source, target = (other, individual) if role.inverse else (individual, other)
        return Step(
            kind=StepKind.FACT,
            term=role.iri,
            subject=source,
            holds=holds,
            sentence=self.sentences.of((role.iri, target), source, holds=holds),
            fact=self.paths(role.iri, individual),
            target=target,
        )

    def paths(self, term: str, individual: str) -> str:
        """Return the paths of the facts of the case that decide a term of an individual."""
        return ", ".join(self.situation.paths.get((term, individual), ()))
