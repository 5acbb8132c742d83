"""The individuals of an ontology as a situation of which nothing is closed.

Every membership and every relation is a variable of its own: what the axioms leave open is open.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.domain.texts import Text
from kg.reasoning.axioms.expressions import THING
from kg.reasoning.facts.situation import Situation
from kg.reasoning.functions import TRUE
from kg.vocabulary import OWL

__all__ = ["OpenSituation"]

_TOP, _BOTTOM = OWL.term("topObjectProperty"), OWL.term("bottomObjectProperty")


class OpenSituation(Situation):
    """Individuals of whom anything may be true that the axioms allow."""

    def __init__(self, classes: Iterable[str], roles: Iterable[str], *, may_coincide: bool) -> None:
        """Hold the terms; with `may_coincide`, two names may be of one individual."""
        super().__init__()
        self.classes, self.roles = sorted(classes), sorted(roles)
        self.may_coincide = may_coincide

    def welcome(self, individual: str) -> None:
        """Add an individual, with a variable for all that may be said of it."""
        if individual in self.sorts:
            return
        for other in self.sorts if self.may_coincide else ():
            pair = (min(individual, other), max(individual, other))
            self.equal[pair] = self.functions.variable()
        self.add(individual, THING.iri, Text(individual, individual))
        for name in self.classes:
            self.state(name, individual, self.functions.variable())
        for role in self.roles:
            for other in self.sorts:
                self._open(role, individual, other)
                if other != individual:
                    self._open(role, other, individual)

    def _open(self, role: str, source: str, target: str) -> None:
        if role == _TOP:
            self.relate(role, source, target, TRUE)
        elif role != _BOTTOM:
            self.relate(role, source, target, self.functions.variable())
