"""The ontology given to the reference reasoner: the axioms of the day, closed, and one case.

The axioms are the graph's own, not the compiler's: the two reasoners share what is taken, what
is closed (`Theory.on`) and what a case states (`describe`), and nothing of how it is reasoned.

A question is a class: HermiT finds it empty or not (OWL 2 Direct Semantics, §2.5). One ontology
so settles all that is asked of a case.
"""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from kg.reasoning.axioms.expressions import And
from kg.reasoning.axioms.theory import Ground, Notion, Theory
from kg.reasoning.facts.situation import Situation
from kg.reasoning.hermit.axioms import Axioms
from kg.reasoning.hermit.batches import Query
from kg.reasoning.hermit.facts import write_facts
from kg.reasoning.hermit.writer import HELPER, OwlNode, OwlWriter, node
from kg.vocabulary import OWL, RDFS

__all__ = ["Claim", "Module"]

Claim = tuple[Notion, str]
"""A notion, or a class and "", and the individual of whom it is said."""


class Module:
    """One OWL 2 DL ontology: the axioms of a day under a choice of readings, and a case."""

    def __init__(self, axioms: Axioms, theory: Theory, readings: frozenset[str]) -> None:
        """Take the axioms that `theory` keeps, under the readings chosen."""
        self.theory = theory
        self.writer = OwlWriter(axioms.graph)
        self.wrong: list[str] = []
        self.possible: list[str] = []
        kept = {
            notion: [g for g in grounds if not g.reading or g.reading in readings]
            for notion, grounds in theory.grounds.items()
        }
        names = [(g.name, notion) for notion, grounds in kept.items() for g in grounds]
        self.writer.quads.extend(axioms.taken(names))
        for name in sorted(axioms.individuals):
            self.writer.individual(name)
        for notion, grounds in kept.items():
            self._close(notion, grounds)

    def text(self) -> str:
        """Return the ontology as N-Triples."""
        return self.writer.text()

    def query(self) -> Query:
        """Return the ontology with all that is asked of it."""
        return Query(text=self.text(), wrong=tuple(self.wrong), possible=tuple(self.possible))

    def describe(self, situation: Situation) -> None:
        """Add the individuals and facts of a case, closed where the case closes them."""
        write_facts(self.writer, self.theory, situation)

    def suppose(self, claims: Iterable[Claim], *, holds: bool) -> None:
        """Add that every one of the claims holds, or that every one fails."""
        for notion, individual in claims:
            self.writer.type_(node(individual), self._side(notion, holds=holds))

    def ask_wrong(self, individual: str, true: Iterable[Notion], false: Iterable[Notion]) -> None:
        """Ask whether some notion said to hold of the individual may fail, or the reverse.

        The class is empty exactly if all that is said of the individual is entailed.
        """
        wrong = [self._side(notion, holds=False) for notion in true]
        wrong += [self._side(notion, holds=True) for notion in false]
        question = self._question("wrong", self.wrong)
        self.writer.add(question, _SUB, self.writer.one_of([individual]))
        self.writer.add(question, _SUB, self.writer.union(wrong))

    def ask_possible(self, claims: Iterable[Claim], *, holds: bool) -> None:
        """Ask whether claims can all hold, or all fail, at once: the class is then not empty."""
        question = self._question("possible", self.possible)
        reaches = node(f"{HELPER}reaches")
        self.writer.type_(reaches, node(OWL.term("ObjectProperty")))
        for notion, individual in claims:
            said = self.writer.both(
                self.writer.one_of([individual]), self._side(notion, holds=holds)
            )
            some = self.writer.restriction(reaches, "someValuesFrom", said)
            self.writer.add(question, _SUB, some)

    def _question(self, kind: str, asked: list[str]) -> OwlNode:
        asked.append(f"{HELPER}{kind}-{len(asked)}")
        return self.writer.class_(asked[-1])

    def _side(self, notion: Notion, *, holds: bool) -> OwlNode:
        target = self._target(notion)
        return target if holds else self.writer.complement(target)

    def _target(self, notion: Notion) -> OwlNode:
        name, value = notion
        if not value:
            return ox.NamedNode(name)
        self.writer.individual(value)
        return self.writer.restriction(ox.NamedNode(name), "hasValue", ox.NamedNode(value))

    def _close(self, notion: Notion, grounds: list[Ground]) -> None:
        """Add the axiom by which a notion holds of nothing but what its grounds bring."""
        name = "-".join(part.rsplit("#", 1)[-1].rsplit("/", 1)[-1] for part in notion if part)
        closed = self.writer.class_(f"{HELPER}{name}")
        self.writer.add(closed, OWL.term("equivalentClass"), self._target(notion))
        if any(ground.condition == And(()) for ground in grounds):
            self.writer.add(closed, OWL.term("equivalentClass"), node(OWL.term("Thing")))
            return
        grounded = self.writer.union(node(ground.name) for ground in grounds)
        self.writer.add(closed, OWL.term("equivalentClass"), grounded)


_SUB = RDFS.term("subClassOf")
