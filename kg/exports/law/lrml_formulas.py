"""Class expressions of OWL as formulas of RuleML: who `x` must be for a rule to apply.

Source: OWL 2 direct semantics, section 2.2.3, written in the elements of RuleML 1.02.
"""

from __future__ import annotations

from itertools import count

from lxml import etree
from lxml.builder import ElementMaker

from kg.store.graph import Graph, Node
from kg.store.prefixes import shorten
from kg.vocabulary import OWL

__all__ = ["RULEML", "Formulas", "atom"]

RULEML = "http://ruleml.org/spec"
_R = ElementMaker(namespace=RULEML, nsmap={"ruleml": RULEML})


def atom(iri: str, *terms: etree._Element) -> etree._Element:
    """Return what says that a class, a property or a norm holds of some terms."""
    return _R.Atom(_R.Rel(iri=shorten(iri)), *terms)


class Formulas:
    """Writes the expressions of one rule; each bound variable of the rule has its own name."""

    def __init__(self, graph: Graph) -> None:
        """Read expressions from a graph."""
        self.graph = graph
        self.names = (f"y{number}" for number in count(1))

    def of(self, node: Node, variable: str = "x") -> etree._Element:
        """Return the formula that says of a variable that it is in a class."""
        if not isinstance(node, str) or not node.startswith("_:"):
            return atom(str(node), _R.Var(variable))
        for term, element in (("intersectionOf", "And"), ("unionOf", "Or")):
            if head := self.graph.iri(node, OWL.term(term)):
                return _R(element, *(self.of(part, variable) for part in self.graph.items(head)))
        if inner := self.graph.iri(node, OWL.term("complementOf")):
            return _R.Neg(self.of(inner, variable))
        if head := self.graph.iri(node, OWL.term("oneOf")):
            return _R.Or(*(self._same(variable, item) for item in self.graph.items(head)))
        return self._restriction(node, variable)

    def _same(self, variable: str, item: Node) -> etree._Element:
        return _R.Equal(_R.Var(variable), _R.Ind(iri=shorten(str(item))))

    def _restriction(self, node: str, variable: str) -> etree._Element:
        if value := self.graph.iri(node, OWL.term("hasValue")):
            return self._edge(node, _R.Var(variable), _R.Ind(iri=shorten(value)))
        other = next(self.names)
        edge = self._edge(node, _R.Var(variable), _R.Var(other))
        if filler := self.graph.iri(node, OWL.term("someValuesFrom")):
            return _R.Exists(_R.Var(other), _R.And(edge, self.of(filler, other)))
        filler = self.graph.iri(node, OWL.term("allValuesFrom"))
        implied = _R.Implies(_R("if", edge), _R.then(self.of(filler, other)))
        return _R.Forall(_R.Var(other), implied)

    def _edge(self, node: str, source: etree._Element, target: etree._Element) -> etree._Element:
        role = self.graph.iri(node, OWL.term("onProperty"))
        if inverse := self.graph.iri(role, OWL.term("inverseOf")) if role[:2] == "_:" else "":
            return atom(inverse, target, source)
        return atom(role, source, target)
