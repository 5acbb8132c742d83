"""How the terms of the graph are joined: what is stated of each, and what follows from the names.

A relation joins two named terms. It is stated by a triple, or inside a class expression; or it
follows from the super-classes alone, and then it names those that it goes through.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from kg.store.closure import chains_above
from kg.store.graph import Graph, Words
from kg.vocabulary import OWL, RDF, RDFS

__all__ = ["Relation", "relations"]

_TYPE, _SUB, _SAME = RDF.term("type"), RDFS.term("subClassOf"), OWL.term("equivalentClass")
_FILE = RDFS.term("isDefinedBy")


@dataclass(frozen=True, slots=True)
class Relation:
    """`subject` is joined to `object` by `predicate`; `via` is empty where that is stated."""

    subject: str
    predicate: str
    object: str
    via: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Relations:
    """The relations of a graph by the term that they leave and the term that they reach."""

    leaving: Mapping[str, tuple[Relation, ...]]
    reaching: Mapping[str, tuple[Relation, ...]]


@lru_cache(maxsize=2)
def relations(graph: Graph) -> Relations:
    """Return every relation of a graph, the stated ones first."""
    stated = list(dict.fromkeys(_stated(graph)))
    known = {(r.subject, r.predicate, r.object) for r in stated}
    inferred = _inferred(graph, stated)
    new = [r for r in dict.fromkeys(inferred) if (r.subject, r.predicate, r.object) not in known]
    return Relations(
        leaving=_by((r.subject, r) for r in (*stated, *new)),
        reaching=_by((r.object, r) for r in (*stated, *new)),
    )


def _by(pairs: Iterable[tuple[str, Relation]]) -> Mapping[str, tuple[Relation, ...]]:
    found: dict[str, list[Relation]] = defaultdict(list)
    for name, relation in pairs:
        found[name].append(relation)
    return {name: tuple(found[name]) for name in found}


def _stated(graph: Graph) -> Iterator[Relation]:
    for subject, predicate, other in sorted(graph.triples(), key=str):
        if subject.startswith("_:") or predicate == _FILE or isinstance(other, Words):
            continue
        if other.startswith("_:"):
            yield from _inside(graph, subject, predicate, other)
        elif not other.startswith(str(OWL)):
            yield Relation(subject, predicate, other)


def _inside(graph: Graph, subject: str, predicate: str, node: str) -> Iterator[Relation]:
    """Yield what a class expression says of the class: its kinds, its values, what it mentions."""
    kinds = set(_kinds(graph, node)) if predicate in {_SUB, _SAME} else set()
    yield from (Relation(subject, _SUB, kind) for kind in sorted(kinds))
    value = graph.iri(node, OWL.term("hasValue")) if predicate == _SUB else ""
    if value:
        yield Relation(subject, graph.iri(node, OWL.term("onProperty")), value)
        return
    for name in sorted(_named(graph, node) - kinds):
        yield Relation(subject, predicate, name)


def _kinds(graph: Graph, node: str) -> Iterator[str]:
    """Yield the named classes that an expression intersects: whatever fits it is of them."""
    for head in graph.iris(node, OWL.term("intersectionOf")):
        yield from (str(part) for part in graph.items(head) if _is_name(part))


def _named(graph: Graph, node: str) -> set[str]:
    """Return the terms named inside an expression, however deep."""
    found, ahead, seen = set[str](), [node], {node}
    while ahead:
        for _, _, other in graph.triples(ahead.pop()):
            if _is_name(other):
                found.add(str(other))
            elif isinstance(other, str) and other.startswith("_:") and other not in seen:
                seen.add(other)
                ahead.append(other)
    return found


def _is_name(node: object) -> bool:
    own = (str(OWL), str(RDF))
    return isinstance(node, str) and not node.startswith(("_:", *own))


def _inferred(graph: Graph, stated: Iterable[Relation]) -> Iterator[Relation]:
    """Yield the super-classes, the types and the values that come from further up."""
    chains = chains_above(graph)
    for name, above in chains.items():
        yield from (Relation(name, _SUB, upper, via) for upper, via in above.items() if via)
    for relation in stated:
        if relation.predicate == _TYPE:
            for upper, via in chains.get(relation.object, {}).items():
                yield Relation(relation.subject, _TYPE, upper, (relation.object, *via))
    yield from _inherited(graph, chains)


def _inherited(
    graph: Graph, chains: Mapping[str, Mapping[str, tuple[str, ...]]]
) -> Iterator[Relation]:
    values = _values(graph)
    for name, above in chains.items():
        for upper, via in above.items():
            for predicate, value in values.get(upper, ()):
                yield Relation(name, predicate, value, (*via, upper))


def _values(graph: Graph) -> Mapping[str, list[tuple[str, str]]]:
    """Return what every member of a class has, by the class that says so."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for node, _, value in graph.triples(None, OWL.term("hasValue")):
        for owner in graph.subjects(_SUB, node):
            if isinstance(value, str) and not owner.startswith("_:"):
                found[owner].append((graph.iri(node, OWL.term("onProperty")), value))
    return {owner: sorted(found[owner]) for owner in sorted(found)}
