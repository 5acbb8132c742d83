"""Proofs: trees of steps, from a conclusion down to facts and provisions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kg.domain.law import Citation
from kg.domain.texts import EMPTY, Text

__all__ = ["Step", "StepKind"]


class StepKind(StrEnum):
    """What a step rests on."""

    FACT = "fact"
    """stated by the case, or closed by a complete one"""
    DEFINITION = "definition"
    """a definition of the ontology"""
    GROUND = "ground"
    """a ground: one provision's condition, in force on the day"""
    CLOSURE = "closure"
    """no ground in force on the day leads there"""
    READING = "reading"
    """a reading of the law that is not the one retained"""
    CASES = "cases"
    """true whichever way the unknown facts turn out"""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Step:
    """One step: what is concluded, of whom, on what, from which premises.

    `term` is the class or property concluded, `subject` the individual, `holds` whether it is
    concluded to be so or not to be so. `role` is the property that leads from the subject to
    `term`, where a norm is concluded and not a class. For a fact that relates the subject,
    `target` is to whom; for one that says all that the subject is related to, `targets` are all
    of them, and `inverse` tells that the property leads from them to it. `rule` names the ground
    or the definition applied, `by` is the ground's IRI. `fact` is the path of the fact in the
    case, for facts. `since` is the first day of the ground's force. `authority` is the rank of
    this step alone. Two steps are equal only if they are the same one: a proof shares its parts.
    """

    kind: StepKind
    term: str
    subject: str
    holds: bool
    sentence: Text
    rule: Text = EMPTY
    by: str = ""
    fact: str = ""
    role: str = ""
    target: str = ""
    targets: tuple[str, ...] | None = None
    inverse: bool = False
    citations: tuple[Citation, ...] = ()
    authority: str = ""
    confidence: str = ""
    since: date | None = None
    until: date | None = None
    premises: tuple[Step, ...] = ()

    def walk(self) -> Iterator[Step]:
        """Yield the steps, premises before what they support, each once."""
        seen: set[int] = set()
        yield from self._walk(seen)

    def _walk(self, seen: set[int]) -> Iterator[Step]:
        if id(self) in seen:
            return
        seen.add(id(self))
        for premise in self.premises:
            yield from premise._walk(seen)  # noqa: SLF001 - another step's, of this same class
        yield self
