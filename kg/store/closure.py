"""What follows from the names alone: the super-classes of each class, the types of each thing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.store.graph import Graph, Node
from kg.vocabulary import OWL, RDF, RDFS

__all__ = ["chains_above", "with_superclasses"]


def with_superclasses(graph: Graph) -> Graph:
    """Return the graph with every named super-class of each class, and each thing's types.

    A class is below the classes that it is declared below, those that its definition intersects
    (A ≡ B ⊓ … gives A ⊑ B), and those whose definition unites it with others.
    """
    direct = _direct(graph)
    above = {name: _all_above(name, direct) for name in direct}
    lower = ((name, RDFS.term("subClassOf"), upper) for name in above for upper in above[name])
    return graph.copy().extend(lower).extend(list(_types(graph, above)))


def _direct(graph: Graph) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name, _, node in graph.triples(None, RDFS.term("subClassOf")):
        found.setdefault(name, set()).update(_intersected(graph, node))
    for name, _, node in graph.triples(None, OWL.term("equivalentClass")):
        found.setdefault(name, set()).update(_intersected(graph, node))
        for part in _united(graph, node):
            found.setdefault(part, set()).add(name)
    return {name: found[name] for name in sorted(found) if not name.startswith("_:")}


def _intersected(graph: Graph, node: Node) -> set[str]:
    """Return the named classes that a class expression is surely below."""
    if not isinstance(node, str):
        return set()
    if not node.startswith("_:"):
        return {node}
    heads = graph.iris(node, OWL.term("intersectionOf"))
    parts = (part for head in heads for part in graph.items(head))
    return {name for part in parts for name in _intersected(graph, part)}


def _united(graph: Graph, node: Node) -> set[str]:
    """Return the named classes that are surely below a class expression."""
    if not isinstance(node, str):
        return set()
    if not node.startswith("_:"):
        return {node}
    heads = graph.iris(node, OWL.term("unionOf"))
    parts = (part for head in heads for part in graph.items(head))
    return {name for part in parts for name in _united(graph, part)}


def chains_above(graph: Graph) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Return the super-classes of each class, each with the shortest way up that leads to it.

    The way names what lies between: it is empty for a class right above.
    """
    direct = _direct(graph)
    return {name: _chains(name, direct) for name in direct}


def _chains(name: str, direct: Mapping[str, set[str]]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    ahead: list[tuple[str, tuple[str, ...]]] = [(upper, ()) for upper in sorted(direct[name])]
    for upper, way in ahead:  # grows on the way: the nearest first
        if upper not in found and upper != name:
            found[upper] = way
            ahead += [(further, (*way, upper)) for further in sorted(direct.get(upper, ()))]
    return found


def _all_above(name: str, direct: Mapping[str, set[str]]) -> list[str]:
    found: set[str] = set()
    ahead = list(direct[name])
    while ahead:
        upper = ahead.pop()
        if upper not in found:
            found.add(upper)
            ahead += direct.get(upper, ())
    return sorted(found - {name})


def _types(graph: Graph, above: Mapping[str, list[str]]) -> Iterator[tuple[str, str, Node]]:
    for thing, kind, name in graph.triples(None, RDF.term("type")):
        if isinstance(name, str):
            yield from ((thing, kind, upper) for upper in above.get(name, ()))
