"""What each construct of OWL states, in the four forms of `kg.reasoning.axioms.statements`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations

from kg.reasoning.axioms.classes import Classes
from kg.reasoning.axioms.expressions import (
    NOTHING,
    THING,
    And,
    AtMost,
    Expression,
    HasSelf,
    HasValue,
    Not,
    OneOf,
    Only,
    Or,
    Role,
    Some,
)
from kg.reasoning.axioms.refusals import refuse
from kg.reasoning.axioms.statements import Chain, Disjoint, Inclusion, Key, Statement
from kg.store.graph import Graph, Node
from kg.vocabulary import OWL, RDF

__all__ = ["CHARACTERISTICS", "GROUPS", "PREDICATES", "Forms", "both_ways"]


class Forms:
    """The statements of the constructs of a graph, each read at its subject."""

    def __init__(self, graph: Graph, declared: Graph) -> None:
        """Read from `graph`, with the declarations of `declared`."""
        self.graph, self.classes = graph, Classes(graph, declared)
        self.objects = self._declared(declared, "ObjectProperty")
        for name in CHARACTERISTICS.keys() - {"FunctionalProperty"}:
            self.objects |= self._declared(declared, name)
        self.objects -= self.classes.data
        self.annotations = self._declared(declared, "AnnotationProperty") - self.objects

    def _declared(self, graph: Graph, kind: str) -> set[str]:
        return {s for s, _, _ in graph.triples(None, RDF.term("type"), OWL.term(kind))}

    def equivalent(self, s: str, o: Node) -> Iterator[Statement]:
        """Yield that `s` and `o` have the same members."""
        yield from both_ways(self.classes.at(s), self.classes.at(o))

    def included(self, s: str, o: Node) -> Iterator[Statement]:
        """Yield that every member of `s` is one of `o`."""
        yield Inclusion(self.classes.at(s), self.classes.at(o))

    def disjoint(self, s: str, o: Node) -> Iterator[Statement]:
        """Yield that no individual is in both `s` and `o`."""
        yield _apart(self.classes.at(s), self.classes.at(o))

    def disjoint_union(self, s: str, o: Node) -> Iterator[Statement]:
        """Yield that `s` is the union of the list, whose classes are pairwise disjoint."""
        parts = self.classes.parts(self._list(o))
        yield from both_ways(self.classes.at(s), Or(parts))
        yield from (_apart(*pair) for pair in combinations(parts, 2))

    def domain(self, s: str, o: Node) -> Iterator[Statement]:
        """Yield that whom `s` relates is in `o`."""
        if s not in self.annotations:
            yield Inclusion(Some(self.classes.role(s), THING), self.classes.at(o))

    def range(self, s: str, o: Node) -> Iterator[Statement]:
        """Yield that those to whom `s` relates are in `o`."""
        if s not in self.annotations:
            role = self.classes.role(s)
            yield Inclusion(THING, Only(role, self.classes.filler(role, o)))

    def sub_property(self, s: str, o: Node) -> Iterator[Statement]:
        """Yield that whom `s` relates, `o` relates."""
        if s not in self.annotations:
            yield Chain((self.classes.role(s),), self.classes.role(o))

    def same_property(self, s: str, o: Node) -> Iterator[Statement]:
        """Yield that `s` and `o` relate the same."""
        first, second = self.classes.role(s), self.classes.role(o)
        yield from (Chain((first,), second), Chain((second,), first))

    def inverse(self, s: str, o: Node) -> Iterator[Statement]:
        """Yield that `s` relates what `o` relates, the other way round."""
        if not s.startswith("_:"):
            first, second = self.of_objects(s), _inverse(self.of_objects(o))
            yield from (Chain((first,), second), Chain((second,), first))

    def disjoint_property(self, s: str, o: Node) -> Iterator[Statement]:
        """Yield that `s` and `o` relate nothing in common."""
        yield Disjoint(self.classes.role(s), self.classes.role(o))

    def chain(self, s: str, o: Node) -> Iterator[Statement]:
        """Yield that the chain of the list is part of `s`."""
        yield Chain(tuple(map(self.of_objects, self._items(o))), self.of_objects(s))

    def key(self, s: str, o: Node) -> Iterator[Statement]:
        """Yield that members of `s` with the same values of the properties listed are the same."""
        yield Key(self.classes.at(s), self._roles(o))

    def same(self, s: str, o: Node) -> Iterator[Statement]:
        """Yield that `s` and `o` are one individual."""
        yield Inclusion(OneOf((s,)), OneOf((self.classes.individual(o),)))

    def different(self, s: str, o: Node) -> Iterator[Statement]:
        """Yield that `s` and `o` are two individuals."""
        yield Inclusion(OneOf((s,)), Not(OneOf((self.classes.individual(o),))))

    def all_different(self, s: str) -> Iterator[Statement]:
        """Yield that the individuals listed are pairwise different."""
        pairs = combinations(self.classes.individuals(self._members(s)), 2)
        yield from (Inclusion(OneOf((a,)), Not(OneOf((b,)))) for a, b in pairs)

    def all_disjoint(self, s: str) -> Iterator[Statement]:
        """Yield that the classes listed are pairwise disjoint."""
        pairs = combinations(self.classes.parts(self._members(s)), 2)
        yield from (_apart(*pair) for pair in pairs)

    def all_disjoint_properties(self, s: str) -> Iterator[Statement]:
        """Yield that the properties listed are pairwise disjoint."""
        pairs = combinations(self._roles(self._members(s)), 2)
        yield from (Disjoint(*pair) for pair in pairs)

    def negative(self, s: str) -> Iterator[Statement]:
        """Yield that the source is not related to the target."""

        def value(name: str) -> str:
            found = self.graph.iri(s, OWL.term(name))
            if not found:
                raise refuse(f"owl:NegativePropertyAssertion without owl:{name}", s)
            return found

        source, role = value("sourceIndividual"), self.classes.role(value("assertionProperty"))
        name = "targetValue" if role.is_data else "targetIndividual"
        targets = self.graph.objects(s, OWL.term(name))
        if len(targets) != 1:
            raise refuse(f"owl:NegativePropertyAssertion without owl:{name}", s)
        yield Inclusion(OneOf((source,)), Not(HasValue(role, self.classes.value(role, targets[0]))))

    def imports(self, s: str, _: Node) -> Iterator[Statement]:
        """Refuse: what is imported is to be read with the rest."""
        raise refuse("owl:imports", s)

    def _roles(self, head: Node) -> tuple[Role, ...]:
        return tuple(map(self.classes.role, self._items(head)))

    def _items(self, head: Node) -> list[Node]:
        return self.graph.items(self._list(head))

    def of_objects(self, node: Node) -> Role:
        """Return the object property at `node`.

        Raises:
            RefusedAxiomError: it leads to data, which no such axiom may be about.
        """
        role = self.classes.role(node)
        if role.is_data:
            raise refuse("a property of data where one of objects is expected", role.iri)
        return role

    def _members(self, s: str) -> str:
        found = [self.graph.iri(s, OWL.term(name)) for name in ("members", "distinctMembers")]
        return self._list("".join(found[:1] if found[0] else found[1:]))

    def _list(self, head: Node) -> str:
        if not isinstance(head, str) or not head:
            raise refuse("a list", str(head))
        return head


def _inverse(role: Role) -> Role:
    return Role(role.iri, inverse=not role.inverse)


def both_ways(first: Expression, second: Expression) -> tuple[Statement, Statement]:
    """Return that two classes have the same members."""
    return Inclusion(first, second), Inclusion(second, first)


def _apart(first: Expression, second: Expression) -> Statement:
    return Inclusion(And((first, second)), NOTHING)


CHARACTERISTICS: dict[str, Callable[[Role], Statement]] = {
    "FunctionalProperty": lambda role: Inclusion(THING, AtMost(1, role, THING)),
    "InverseFunctionalProperty": lambda role: Inclusion(THING, AtMost(1, _inverse(role), THING)),
    "TransitiveProperty": lambda role: Chain((role, role), role),
    "SymmetricProperty": lambda role: Chain((role,), _inverse(role)),
    "AsymmetricProperty": lambda role: Disjoint(role, _inverse(role)),
    "ReflexiveProperty": lambda role: Inclusion(THING, HasSelf(role)),
    "IrreflexiveProperty": lambda role: Inclusion(HasSelf(role), NOTHING),
}
PREDICATES: dict[str, Callable[[Forms, str, Node], Iterator[Statement]]] = {
    "rdfs:subClassOf": Forms.included,
    "rdfs:subPropertyOf": Forms.sub_property,
    "rdfs:domain": Forms.domain,
    "rdfs:range": Forms.range,
    "owl:differentFrom": Forms.different,
    "owl:disjointUnionOf": Forms.disjoint_union,
    "owl:disjointWith": Forms.disjoint,
    "owl:equivalentClass": Forms.equivalent,
    "owl:equivalentProperty": Forms.same_property,
    "owl:hasKey": Forms.key,
    "owl:imports": Forms.imports,
    "owl:inverseOf": Forms.inverse,
    "owl:propertyChainAxiom": Forms.chain,
    "owl:propertyDisjointWith": Forms.disjoint_property,
    "owl:sameAs": Forms.same,
}
GROUPS: dict[str, Callable[[Forms, str], Iterator[Statement]]] = {
    "owl:AllDifferent": Forms.all_different,
    "owl:AllDisjointClasses": Forms.all_disjoint,
    "owl:AllDisjointProperties": Forms.all_disjoint_properties,
    "owl:NegativePropertyAssertion": Forms.negative,
}
