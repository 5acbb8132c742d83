"""Class expressions as phrases: “actor that provides a hosting service”, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.domain.texts import EMPTY, Language, Text
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
from kg.reasoning.proofs.grammar import english_article, french_article, join, smooth

__all__ = ["consequence", "phrase"]


def phrase(expression: Expression, labels: Mapping[str, Text]) -> Text:
    """Return how a class expression is said: a noun, then what it does.

    >>> labels = {"A": Text("acteur", "actor"), "p": Text("fournit", "provides")}
    >>> phrase(And((Named("A"), Some(Role("p"), Named("A")))), labels)
    Text(fr='acteur qui fournit un acteur', en='actor that provides an actor')
    """
    return Text(
        smooth(_Speaker(labels, "fr", _FRENCH).noun(expression)),
        _Speaker(labels, "en", _ENGLISH).noun(expression),
    )


def consequence(expression: Expression, labels: Mapping[str, Text]) -> Text:
    """Return how it is said that something is in a class expression: a verb, then the rest.

    >>> consequence(Named("A"), {"A": Text("acteur", "actor")})
    Text(fr='est un acteur', en='is an actor')
    """
    return Text(
        smooth(_Speaker(labels, "fr", _FRENCH).verb(expression)),
        _Speaker(labels, "en", _ENGLISH).verb(expression),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    is_: str
    is_not: str
    that: str
    and_: str
    or_: str
    either: str
    or_else: str
    one_of: str
    such_that: str
    it: str
    only: str
    what: str
    something: str
    itself: str
    at_least: str
    at_most: str
    quoted: str


_FRENCH = _Words(
    is_="est",
    is_not="n’est pas",
    that="qui",
    and_="et",
    or_="ou",
    either="soit",
    or_else=", soit",
    one_of="l’un de",
    such_that="tel que",
    it="cela",
    only="seulement",
    what="ce qui",
    something="quelque chose qui",
    itself="soi-même",
    at_least="au moins {} fois",
    at_most="au plus {} fois",
    quoted="«\u00a0{}\u00a0»",
)
_ENGLISH = _Words(
    is_="is",
    is_not="is not",
    that="that",
    and_="and",
    or_="or",
    either="either",
    or_else=", or",
    one_of="one of",
    such_that="such that",
    it="it",
    only="only",
    what="what",
    something="something that",
    itself="itself",
    at_least="at least {} times",
    at_most="at most {} times",
    quoted="“{}”",
)


class _Speaker:
    """Says expressions in one language."""

    def __init__(self, labels: Mapping[str, Text], lang: Language, words: _Words) -> None:
        self.labels, self.lang, self.words = labels, lang, words

    def noun(self, expression: Expression) -> str:
        """Return a noun phrase without an article."""
        match expression:
            case Named(iri):
                return self._label(iri)
            case And(parts):
                return self._qualified(parts, article=False)
            case Or(parts):
                return f" {self.words.or_} ".join(self.noun(part) for part in parts)
            case OneOf(individuals):
                return self._one_of(individuals)
            case _:
                return f"{self.words.what} {self.verb(expression)}"

    def indefinite(self, expression: Expression) -> str:
        """Return a noun phrase with an indefinite article."""
        match expression:
            case Named(iri):
                return self._with_article(self._label(iri))
            case And(parts):
                return self._qualified(parts, article=True)
            case Or(parts):
                return f" {self.words.or_} ".join(self.indefinite(part) for part in parts)
            case OneOf(individuals):
                return self._one_of(individuals)
            case _:
                return f"{self.words.something} {self.verb(expression)}"

    def verb(self, expression: Expression) -> str:  # noqa: PLR0911, C901 - a case a construct
        """Return what follows “that”."""
        match expression:
            case Some(role, filler):
                return self._related(role, self.indefinite(filler))
            case Only(role, filler):
                return self._related(role, f"{self.words.only} {self.indefinite(filler)}")
            case HasValue(role, individual):
                return self._related(role, self._quoted(individual))
            case HasSelf(role):
                return self._related(role, self.words.itself)
            case AtLeast(count, role, filler):
                return self._counted(role, self.words.at_least, count, filler)
            case AtMost(count, role, filler):
                return self._counted(role, self.words.at_most, count, filler)
            case Not(part):
                return f"{self.words.is_not} {self._denied(part)}"
            case Named() | OneOf() | And() | Or():
                return self._being(expression)

    def _being(self, expression: Named | OneOf | And | Or) -> str:
        match expression:
            case And(parts):
                return self._clauses(parts).removeprefix(f"{self.words.that} ")
            case Or(parts) if not all(isinstance(part, Named) for part in parts):
                said = f"{self.words.or_else} ".join(self.verb(part) for part in parts)
                return f"{self.words.either} {said}"
            case Named() | OneOf() | Or():
                return f"{self.words.is_} {self.indefinite(expression)}"

    def _qualified(self, parts: tuple[Expression, ...], *, article: bool) -> str:
        head = next((part for part in parts if isinstance(part, Named)), None)
        if head is None:
            lead = self.words.something if article else self.words.what
            return lead.removesuffix(self.words.that) + self._clauses(parts)
        clauses = self._clauses(tuple(part for part in parts if part is not head))
        if not article:
            return f"{self._label(head.iri)} {clauses}"
        return f"{self._with_article(self._label(head.iri))} ({clauses})"

    def _clauses(self, parts: tuple[Expression, ...]) -> str:
        said = [f"{self.words.that} {self._clause(part, alone=not parts[1:])}" for part in parts]
        return f" {self.words.and_} ".join([", ".join(said[:-1]), said[-1]] if said[1:] else said)

    def _clause(self, part: Expression, *, alone: bool) -> str:
        said = self.verb(part)
        return said if alone or not said.startswith(f"{self.words.either} ") else f"({said})"

    def _related(self, role: Role, other: str) -> str:
        label = self._label(role.iri)
        if role.inverse:
            such = f"{self.words.is_} {self.words.such_that}"
            return f"{such} {other} {label} {self.words.it}"
        return join(label, other)

    def _counted(self, role: Role, times: str, count: int, filler: Expression) -> str:
        return self._related(role, f"{times.format(count)} {self.indefinite(filler)}")

    def _denied(self, part: Expression) -> str:
        match part:
            case Some(Role(_, True), _) | HasValue(Role(_, True), _):
                return self.verb(part).removeprefix(f"{self.words.is_} ")
            case _:
                return self.indefinite(part)

    def _one_of(self, individuals: tuple[str, ...]) -> str:
        return f"{self.words.one_of} {', '.join(self._quoted(name) for name in individuals)}"

    def _quoted(self, iri: str) -> str:
        return self.words.quoted.format(self._label(iri))

    def _label(self, iri: str) -> str:
        label = self.labels.get(iri, EMPTY).say(self.lang)
        return label or iri.rsplit("/", 1)[-1].rsplit("#", 1)[-1]

    def _with_article(self, noun: str) -> str:
        return french_article(noun) if self.lang == "fr" else english_article(noun)
