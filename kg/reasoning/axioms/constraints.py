"""The axioms that no case may contradict: which of them need looking at, and which are exact.

The engine knows of a case what it states, closed. A constraint is exact where it speaks of terms
that are closed so: a class under a sort of individuals, a property between two sorts, a notion.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from kg.reasoning.axioms.expressions import NOTHING, THING, And, AtMost, Named
from kg.reasoning.axioms.refusals import Refusal
from kg.reasoning.axioms.statements import Axiom, Chain, Inclusion, Key, signature
from kg.reasoning.axioms.theory import Theory
from kg.store.graph import Graph
from kg.vocabulary import HDS, OWL, RDFS

__all__ = ["needed", "open_constraints"]

_TOP = frozenset({THING.iri, NOTHING.iri})


def needed(graph: Graph, axioms: Iterable[Axiom]) -> list[Axiom]:
    """Return the axioms that a case can contradict.

    An individual of a case has one sort, and is read in no other; a property that leads to one
    value is read from a key of one value. Disjoint sorts and such properties hold by construction.
    """
    places = _Places(graph)
    return [
        axiom for axiom in axioms if not isinstance(axiom.says, Chain) and not places.keep(axiom)
    ]


def _single_valued(graph: Graph) -> set[str]:
    """Return the properties that a case states by keys of one value alone."""
    kinds: dict[str, set[str]] = defaultdict(set)
    for shape, _, term in graph.triples(None, HDS.term("statesTerm")):
        kinds[str(term)].add(graph.literal(shape, HDS.term("valueKind")))
    return {term for term, found in kinds.items() if not found & {"choices", "references"}}


class _Places:
    """Where the terms of a case stand, and so what no case can contradict."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self._single = _single_valued(graph)
        self._known: dict[str, tuple[bool, frozenset[str]]] = {}

    def keep(self, axiom: Axiom) -> bool:
        """Tell whether an axiom holds by construction."""
        match axiom.says:
            case Inclusion(And((Named(first), Named(second))), upper) if upper == NOTHING:
                return self._are_apart(first, second) or self._are_apart(second, first)
            case Inclusion(lower, AtMost(1, role, _)) if lower == THING:
                return not role.inverse and role.iri in self._single
            case _:
                return False

    def _are_apart(self, sort: str, other: str) -> bool:
        """Tell whether a case cannot state both: a sort, and a class it states of other sorts."""
        (is_stated, uppers), (is_other_stated, others) = self._place(sort), self._place(other)
        return is_stated and is_other_stated and uppers == {sort} and sort not in others

    def _place(self, name: str) -> tuple[bool, frozenset[str]]:
        """Return whether a class is neither defined nor concluded, and all that it is under."""
        if name not in self._known:
            said = [OWL.term("equivalentClass"), OWL.term("unionOf"), HDS.term("isConcluded")]
            is_stated = not any(self.graph.objects(name, predicate) for predicate in said)
            self._known[name] = is_stated, frozenset(self._uppers(name))
        return self._known[name]

    def _uppers(self, name: str) -> set[str]:
        found, ahead = set[str](), [name]
        while ahead:
            upper = ahead.pop()
            if upper not in found:
                found.add(upper)
                ahead += self.graph.iris(upper, RDFS.term("subClassOf"))
        return found


def open_constraints(graph: Graph, theory: Theory) -> set[Refusal]:
    """Return the axioms about terms that no case closes, or about individuals that may be one."""
    return {
        Refusal(f"{axiom.kind}, {why}", term)
        for axiom in (*theory.chains, *theory.constraints)
        for why, term in _open_terms(graph, theory, axiom)
    }


def _open_terms(graph: Graph, theory: Theory, axiom: Axiom) -> Iterable[tuple[str, str]]:
    classes, roles = signature(axiom.says)
    for name in sorted(classes - theory.definitions.keys() - theory.concluded - _TOP):
        if not _has_place(graph, name) and name not in theory.members:
            yield "of a class that no case states", name
    for name in sorted(roles):
        if name in theory.concluded:
            yield "of a concluded property", name
        elif not all(graph.iris(name, RDFS.term(end)) for end in ("domain", "range")):
            yield "of a property without rdfs:domain and rdfs:range", name
    if isinstance(axiom.says, Key) or axiom.kind in {"owl:sameAs", "owl:differentFrom"}:
        yield "of individuals that a case tells apart by their names", axiom.about[0]


def _has_place(graph: Graph, name: str) -> bool:
    """Tell whether a class is a sort of individuals, or stands right under one."""
    return bool(graph.iris(name, RDFS.term("subClassOf"))) or any(
        graph.subjects(RDFS.term(end), name) for end in ("domain", "range", "subClassOf")
    )
