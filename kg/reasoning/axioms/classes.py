"""Class expressions, from the graph (OWL 2 Mapping to RDF Graphs, table 13)."""

from __future__ import annotations

from kg.reasoning.axioms.expressions import (
    THING,
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
from kg.reasoning.axioms.literals import name_of
from kg.reasoning.axioms.refusals import refuse
from kg.store.graph import Graph, Node, Words
from kg.vocabulary import OWL, RDF, RDFS, XSD

__all__ = ["Classes", "to_expression"]

_BOOLEANS = ("intersectionOf", "unionOf", "complementOf", "oneOf")
_FILLERS = ("someValuesFrom", "allValuesFrom", "hasValue", "hasSelf")
_COUNTS = (
    "minCardinality",
    "maxCardinality",
    "cardinality",
    "minQualifiedCardinality",
    "maxQualifiedCardinality",
    "qualifiedCardinality",
)
_MAKERS = frozenset({*_BOOLEANS, *_FILLERS, *_COUNTS})
_ENDS = frozenset({OWL.term("topObjectProperty"), OWL.term("bottomObjectProperty")})
_LIST_OF_DATA = 2  # its type, and its list
_DATA = frozenset(
    {
        RDFS.term("Literal"),
        RDF.term("PlainLiteral"),
        RDF.term("XMLLiteral"),
        OWL.term("real"),
        OWL.term("rational"),
    }
)


def to_expression(graph: Graph, node: Node) -> Expression:
    """Return the class expression at `node`.

    Raises:
        RefusedAxiomError: the expression is none of those of `kg.reasoning.axioms.expressions`.
    """
    return Classes(graph).at(node)


class Classes:
    """The class expressions of a graph, each read where it is mentioned."""

    def __init__(self, graph: Graph, declared: Graph | None = None) -> None:
        """Read from `graph`; `declared` is where properties are declared, if it is another."""
        self.graph = graph
        self.data = _of_kind(declared or graph, OWL.term("DatatypeProperty"))
        self._datatypes = _of_kind(declared or graph, RDFS.term("Datatype"))
        self._open: set[str] = set()

    def at(self, node: Node) -> Expression:
        """Return the class expression at `node`.

        Raises:
            RefusedAxiomError: it is one that the engine does not take, or lies in a circle.
        """
        if not isinstance(node, str):
            raise refuse("a literal where a class is expected", node.text)
        if node.startswith(str(XSD)) or node in _DATA or node in self._datatypes:
            raise refuse("a datatype", node)
        if not node.startswith("_:"):
            return Named(node)
        if node in self._open:
            raise refuse("a class expression in a circle", node)
        self._open.add(node)
        try:
            return self._anonymous(node)
        finally:
            self._open.discard(node)

    def _anonymous(self, node: str) -> Expression:
        said = [(p.rsplit("#", 1)[-1], o) for _, p, o in self.graph.triples(node)]
        made = [(name, o) for name, o in said if name in _MAKERS]
        if len(made) != 1:
            raise refuse("a class expression", self._shape(node))
        name, value = made[0]
        if name not in _BOOLEANS:
            return self._restriction(node)
        return self.boolean(name, self.individual(value))

    def boolean(self, name: str, value: str) -> Expression:
        """Return the intersection, union, complement or list that `name` makes of `value`."""
        match name:
            case "complementOf":
                return Not(self.at(value))
            case "oneOf":
                return OneOf(self.individuals(value))
            case "intersectionOf":
                return And(self.parts(value))
            case _:
                return Or(self.parts(value))

    def parts(self, head: str) -> tuple[Expression, ...]:
        """Return the class expressions of a list."""
        return tuple(self.at(item) for item in self.graph.items(head))

    def individuals(self, head: str) -> tuple[str, ...]:
        """Return the individuals of a list.

        Raises:
            RefusedAxiomError: the list holds a literal.
        """
        return tuple(self.individual(item) for item in self.graph.items(head))

    def individual(self, node: Node) -> str:
        """Return the individual at `node`.

        Raises:
            RefusedAxiomError: it is a literal.
        """
        if isinstance(node, Words):
            raise refuse("a literal", node.text)
        return node

    def role(self, node: Node) -> Role:
        """Return the property, or its inverse, at `node`.

        Raises:
            RefusedAxiomError: it is no property.
        """
        if isinstance(node, Words):
            raise refuse("a literal where a property is expected", node.text)
        if node.startswith(str(OWL)) and node not in _ENDS:
            raise refuse("a property of OWL itself", node)
        if not node.startswith("_:"):
            return Role(node, is_data=node in self.data)
        inner = self.graph.iri(node, OWL.term("inverseOf"))
        if not inner or inner.startswith("_:"):
            raise refuse("a property expression", self._shape(node))
        return Role(inner, inverse=True)

    def filler(self, role: Role, node: Node) -> Expression:
        """Return the class or the range of data to which a property leads.

        Raises:
            RefusedAxiomError: a range of data that is neither a list nor all data.
        """
        if not role.is_data:
            return self.at(node)
        if node == RDFS.term("Literal"):
            return THING
        listed = self.graph.iri(node, OWL.term("oneOf")) if isinstance(node, str) else ""
        if not listed or len(list(self.graph.triples(str(node)))) > _LIST_OF_DATA:
            raise refuse("a datatype", str(node))
        return OneOf(tuple(self.value(role, item) for item in self.graph.items(listed)))

    def value(self, role: Role, node: Node) -> str:
        """Return the individual, or the value of data, to which a property leads.

        Raises:
            RefusedAxiomError: it is not of the kind that the property leads to.
        """
        if not role.is_data:
            return self.individual(node)
        if isinstance(node, str):
            raise refuse("an individual where data is expected", node)
        return name_of(node)

    def _restriction(self, node: str) -> Expression:
        on = self.graph.objects(node, OWL.term("onProperty"))
        if len(on) != 1:
            raise refuse("a restriction", self._shape(node))
        role = self.role(on[0])
        for name in _FILLERS:
            for value in self.graph.objects(node, OWL.term(name)):
                return self._filled(name, role, value)
        return self._counted(node, role)

    def _filled(self, name: str, role: Role, value: Node) -> Expression:
        match name:
            case "someValuesFrom":
                return Some(role, self.filler(role, value))
            case "allValuesFrom":
                return Only(role, self.filler(role, value))
            case "hasValue":
                return HasValue(role, self.value(role, value))
            case _:
                return HasSelf(role)

    def _counted(self, node: str, role: Role) -> Expression:
        for name, count in self._counts(node):
            on = "onDataRange" if role.is_data else "onClass"
            filler = self.graph.iri(node, OWL.term(on))
            inside = self.filler(role, filler) if filler else THING
            if name.startswith("min"):
                return AtLeast(count, role, inside)
            if name.startswith("max"):
                return AtMost(count, role, inside)
            return And((AtLeast(count, role, inside), AtMost(count, role, inside)))
        raise refuse("a restriction", self._shape(node))

    def _counts(self, node: str) -> list[tuple[str, int]]:
        found = []
        for _, predicate, value in self.graph.triples(node):
            name = predicate.rsplit("#", 1)[-1]
            if name in _COUNTS and isinstance(value, Words):
                if not value.text.strip().isdecimal():
                    raise refuse(f"{name} {value.text}", self._shape(node))
                found.append((name, int(value.text)))
        return found

    def _shape(self, node: str) -> str:
        predicates = sorted({p.rsplit("#", 1)[-1] for _, p, _ in self.graph.triples(node)})
        return f"{node}: {', '.join(predicates)}"


def _of_kind(graph: Graph, kind: str) -> frozenset[str]:
    return frozenset(s for s, _, _ in graph.triples(None, RDF.term("type"), kind))
