"""What a case states, written as assertions and closures for the reference reasoner.

A fact that is stated is asserted, or denied. One that depends on something unknown is said to
hold exactly where its function does: see `kg.reasoning.hermit.unknowns`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pyoxigraph as ox

from kg.reasoning.axioms.theory import Theory
from kg.reasoning.facts.situation import Situation
from kg.reasoning.functions import FALSE, TRUE
from kg.reasoning.hermit.unknowns import Unknowns
from kg.reasoning.hermit.writer import OwlNode, OwlWriter, node
from kg.vocabulary import RDFS

__all__ = ["write_facts"]


def write_facts(writer: OwlWriter, theory: Theory, situation: Situation) -> None:
    """Write the individuals of a situation, what is known of them, and that there is no more."""
    facts = _Facts(writer, theory, situation)
    for individual, sort in situation.sorts.items():
        writer.individual(individual, sort)
        facts.members(individual, sort)
    for role in sorted({role.iri for role in theory.roles} - theory.concluded):
        facts.relations(role)


class _Facts:
    def __init__(self, writer: OwlWriter, theory: Theory, situation: Situation) -> None:
        self.writer, self.theory, self.situation = writer, theory, situation
        self.unknowns = Unknowns(writer, situation.functions)

    def members(self, individual: str, sort: str) -> None:
        """State which primitive classes an individual is in, and which it is not in."""
        for name in self._primitives(sort):
            condition = self.situation.members.get((name, individual), FALSE)
            self._state(individual, node(name), condition)

    def _state(self, individual: str, side: OwlNode, condition: int) -> None:
        if condition == FALSE:
            side = self.writer.complement(side)
        elif condition != TRUE:
            side = self.unknowns.exactly_where(individual, side, condition)
        self.writer.type_(node(individual), side)

    def _primitives(self, sort: str) -> Iterator[str]:
        for name in self.writer.graph.subjects(RDFS.term("subClassOf"), sort):
            if name in self.theory.classes and name not in self.theory.definitions:
                yield name

    def relations(self, role: str) -> None:
        """State what a property relates, seen from both its ends."""
        graph = self.writer.graph
        domain, range_ = (graph.iri(role, RDFS.term(end)) for end in ("domain", "range"))
        for individual, sort in self.situation.sorts.items():
            if sort == domain:
                row = self.situation.edges.get(role, {}).get(individual, {})
                self._assert(role, individual, row)
                self._close(ox.NamedNode(role), individual, row)
            if sort == range_:
                row = self.situation.incoming.get(role, {}).get(individual, {})
                self._close(self.writer.inverse(role), individual, row)

    def _assert(self, role: str, individual: str, row: Mapping[str, int]) -> None:
        for other, condition in row.items():
            if other not in self.situation.sorts:
                self.writer.individual(other)
            if condition == TRUE:
                self.writer.add(node(individual), role, node(other))
            elif condition != FALSE:
                side = self.writer.restriction(ox.NamedNode(role), "hasValue", node(other))
                self._state(individual, side, condition)

    def _close(self, role: OwlNode, individual: str, row: Mapping[str, int]) -> None:
        """Say where a property may lead."""
        names = sorted(other for other, condition in row.items() if condition != FALSE)
        only = self.writer.restriction(role, "allValuesFrom", self.writer.one_of(names))
        self.writer.type_(node(individual), only)
