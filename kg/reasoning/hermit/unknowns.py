"""What is unknown of a case, written for the reference reasoner as exactly as the engine has it.

One individual stands for what is the case. Each unknown fact is a class, in which that individual
is or is not; each function of unknown facts is a class defined by its decision diagram. Two facts
that hang together, such as who provides a service and whether he hosts his own data, so hang
together for HermiT as well.
"""

from __future__ import annotations

from kg.reasoning.functions import FALSE, TRUE, Functions
from kg.reasoning.hermit.writer import HELPER, OwlNode, OwlWriter, node
from kg.vocabulary import OWL

__all__ = ["Unknowns"]

_TRUTH = f"{HELPER}what-is-the-case"
_SORT = f"{HELPER}WhatIsTheCase"
_SEES = f"{HELPER}depends-on"


class Unknowns:
    """The functions of unknown facts, as classes of what is the case."""

    def __init__(self, writer: OwlWriter, functions: Functions) -> None:
        """Write to `writer` the functions that are asked for, each once."""
        self.writer, self.functions = writer, functions
        self._classes: dict[int, OwlNode] = {
            FALSE: node(OWL.term("Nothing")),
            TRUE: node(_SORT),
        }
        self._seeing: set[str] = set()

    def exactly_where(self, individual: str, side: OwlNode, condition: int) -> OwlNode:
        """Return the class of what is in `side` where the condition holds, and nowhere else."""
        self._let_see(individual)
        writer = self.writer
        holds = self._class(condition)
        return writer.union(
            [
                writer.both(self._seen(holds), side),
                writer.both(self._seen(writer.complement(holds)), writer.complement(side)),
            ]
        )

    def _let_see(self, individual: str) -> None:
        if not self._seeing:
            self.writer.type_(node(_SEES), node(OWL.term("ObjectProperty")))
            self.writer.class_(_SORT)
            self.writer.individual(_TRUTH, _SORT)
        if individual not in self._seeing:
            self._seeing.add(individual)
            self.writer.add(node(individual), _SEES, node(_TRUTH))

    def _seen(self, part: OwlNode) -> OwlNode:
        return self.writer.restriction(node(_SEES), "allValuesFrom", part)

    def _class(self, f: int) -> OwlNode:
        """Return the class that is the function `f`, defined from those of its two sides."""
        if f not in self._classes:
            writer = self.writer
            number, low, high = self.functions.parts(f)
            fact = writer.class_(f"{HELPER}fact-{number}")
            sides = (
                writer.both(fact, self._class(high)),
                writer.both(writer.complement(fact), self._class(low)),
            )
            found = self._classes[f] = writer.class_(f"{HELPER}function-{f}")
            defined = writer.both(node(_SORT), writer.union(sides))
            writer.add(found, OWL.term("equivalentClass"), defined)
        return self._classes[f]
