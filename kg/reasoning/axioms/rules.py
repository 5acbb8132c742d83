"""The compiler: OWL axioms, as the graph holds them, to the expressions that the engine takes.

An axiom outside what is listed here is refused by name and never skipped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg.errors import Fault, OntologyError
from kg.reasoning.axioms.expressions import (
    And,
    Expression,
    HasValue,
    Named,
    Not,
    OneOf,
    Only,
    Or,
    Role,
    Some,
)
from kg.store.graph import Graph, Node
from kg.vocabulary import OWL, RDF, RDFS

__all__ = ["refuse", "refused_axioms", "to_expression"]

_REFUSED_TYPES = (
    "TransitiveProperty",
    "SymmetricProperty",
    "AsymmetricProperty",
    "ReflexiveProperty",
    "IrreflexiveProperty",
    "InverseFunctionalProperty",
    "DatatypeProperty",
    "AllDisjointProperties",
    "NegativePropertyAssertion",
)
_REFUSED_PREDICATES = (
    "propertyChainAxiom",
    "equivalentProperty",
    "propertyDisjointWith",
    "disjointUnionOf",
    "hasKey",
    "sameAs",
)


def to_expression(graph: Graph, node: Node) -> Expression:
    """Return the class expression at `node`.

    Raises:
        OntologyError: the expression is none of those of `kg.reasoning.axioms.expressions`.
    """
    if not isinstance(node, str):
        raise refuse(f"a literal where a class is expected: {node.text}", "")
    if not node.startswith("_:"):
        return Named(node)
    for predicate, build in _BOOLEANS.items():
        if value := graph.iris(node, OWL.term(predicate)):
            return build(graph, value[0])
    if graph.objects(node, OWL.term("onProperty")):
        return _restriction(graph, node)
    raise refuse("a class expression", _shape(graph, node))


def _parts(graph: Graph, head: str) -> tuple[Expression, ...]:
    return tuple(to_expression(graph, item) for item in graph.items(head))


def _individuals(graph: Graph, head: str) -> OneOf:
    return OneOf(tuple(item for item in graph.items(head) if isinstance(item, str)))


_BOOLEANS: dict[str, Callable[[Graph, str], Expression]] = {
    "intersectionOf": lambda graph, head: And(_parts(graph, head)),
    "unionOf": lambda graph, head: Or(_parts(graph, head)),
    "complementOf": lambda graph, node: Not(to_expression(graph, node)),
    "oneOf": _individuals,
}


def _restriction(graph: Graph, node: str) -> Expression:
    role = _role(graph, graph.iri(node, OWL.term("onProperty")))
    if filler := graph.iri(node, OWL.term("someValuesFrom")):
        return Some(role, to_expression(graph, filler))
    if filler := graph.iri(node, OWL.term("allValuesFrom")):
        return Only(role, to_expression(graph, filler))
    if value := graph.iri(node, OWL.term("hasValue")):
        return HasValue(role, value)
    raise refuse("a restriction", _shape(graph, node))


def _role(graph: Graph, node: str) -> Role:
    if not node.startswith("_:"):
        return Role(node)
    inner = graph.iri(node, OWL.term("inverseOf"))
    if not inner or inner.startswith("_:"):
        raise refuse("a property expression", _shape(graph, node))
    return Role(inner, inverse=True)


def refused_axioms(graph: Graph) -> list[Fault]:
    """Return a fault for each axiom of a kind that the engine does not take."""
    return [_fault(what, where) for what, where in _refused(graph)]


def _refused(graph: Graph) -> Iterator[tuple[str, str]]:
    for name in _REFUSED_TYPES:
        for subject in graph.subjects(RDF.term("type"), OWL.term(name)):
            yield f"owl:{name}", subject
    for name in _REFUSED_PREDICATES:
        for subject, _, _ in graph.triples(None, OWL.term(name)):
            yield f"owl:{name}", subject
    yield from _refused_by_their_ends(graph)


def _refused_by_their_ends(graph: Graph) -> Iterator[tuple[str, str]]:
    for subject, _, _ in graph.triples(None, RDFS.term("subPropertyOf")):
        if OWL.term("ObjectProperty") in graph.iris(subject, RDF.term("type")):
            yield "rdfs:subPropertyOf", subject
    for subject, _, _ in graph.triples(None, OWL.term("inverseOf")):
        if not subject.startswith("_:"):
            yield "owl:inverseOf", subject
    for subject, _, other in graph.triples(None, OWL.term("disjointWith")):
        if _is_defined(graph, subject) or _is_defined(graph, str(other)):
            yield "owl:disjointWith, of a defined class", subject


def _is_defined(graph: Graph, name: str) -> bool:
    return name.startswith("_:") or bool(graph.objects(name, OWL.term("equivalentClass")))


def refuse(what: str, where: str) -> OntologyError:
    """Return the error that names an axiom which the engine cannot take."""
    return OntologyError(_fault(what, where))


def _fault(what: str, where: str) -> Fault:
    return Fault(
        fr=f"le moteur rapide ne prend pas cet axiome : {what} ({where}). "
        "Écrivez-le avec les constructions admises, ou étendez le moteur.",
        en=f"the fast engine does not take this axiom: {what} ({where}). "
        "Write it with the constructs it takes, or extend the engine.",
        key=where,
    )


def _shape(graph: Graph, node: str) -> str:
    predicates = sorted({p.rsplit("#", 1)[-1] for _, p, _ in graph.triples(node)})
    return f"{node}: {', '.join(predicates)}"
