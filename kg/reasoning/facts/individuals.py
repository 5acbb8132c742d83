"""The individuals of an ontology as a situation of which nothing is closed.

Every membership and every relation is a variable of its own: what the axioms leave open is open.
Values of data stand beside the individuals: properties lead to them, and nothing else is said of
them but which are the same.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.domain.texts import Text
from kg.reasoning.axioms.expressions import THING, Role
from kg.reasoning.axioms.literals import is_constant, is_value
from kg.reasoning.facts.situation import Situation
from kg.reasoning.functions import TRUE
from kg.vocabulary import OWL

__all__ = ["OpenSituation"]

_TOP, _BOTTOM = OWL.term("topObjectProperty"), OWL.term("bottomObjectProperty")


class OpenSituation(Situation):
    """Individuals of whom anything may be true that the axioms allow."""

    def __init__(
        self, classes: Iterable[str], roles: Iterable[Role], *, may_coincide: bool
    ) -> None:
        """Hold the terms; with `may_coincide`, two names may be of one individual or value."""
        super().__init__()
        self.classes = sorted(classes)
        self.roles = sorted({role.iri for role in roles if not role.is_data})
        self.data = sorted({role.iri for role in roles if role.is_data})
        self.may_coincide = may_coincide
        self.values: dict[str, None] = {}

    def welcome(self, name: str) -> None:
        """Add an individual or a value, with a variable for all that may be said of it."""
        if name in self.sorts or name in self.values:
            return
        self._may_be_one(name)
        if is_value(name):
            self.values[name] = None
            for individual in self.sorts:
                self._open_data(individual, name)
        else:
            self._welcome(name)

    def peers(self, name: str) -> list[str]:
        """Return the individuals or, of a value, the values."""
        return list(self.values if is_value(name) else self.sorts)

    def reach(self, role: Role) -> list[str]:
        """Return all to whom, or to which, a property may lead."""
        return list(self.values if role.is_data else self.sorts)

    def _may_be_one(self, name: str) -> None:
        for other in self.peers(name) if self.may_coincide else ():
            if not (is_constant(name) and is_constant(other)):
                pair = (min(name, other), max(name, other))
                self.equal[pair] = self.functions.variable()

    def _welcome(self, individual: str) -> None:
        self.add(individual, THING.iri, Text(individual, individual))
        for name in self.classes:
            self.state(name, individual, self.functions.variable())
        for role in self.roles:
            for other in self.sorts:
                self._open(role, individual, other)
                if other != individual:
                    self._open(role, other, individual)
        for value in self.values:
            self._open_data(individual, value)

    def _open_data(self, individual: str, value: str) -> None:
        for role in self.data:
            self.relate(role, individual, value, self.functions.variable())

    def _open(self, role: str, source: str, target: str) -> None:
        if role == _TOP:
            self.relate(role, source, target, TRUE)
        elif role != _BOTTOM:
            self.relate(role, source, target, self.functions.variable())
