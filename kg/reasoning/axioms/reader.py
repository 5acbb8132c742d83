"""The axioms of a graph, each triple accounted for (OWL 2 Mapping to RDF Graphs, §3).

A triple is part of an axiom, a declaration or an annotation, which say nothing of any model, or
it is refused by name. None is skipped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from kg.reasoning.axioms.expressions import HasValue, Named, OneOf
from kg.reasoning.axioms.forms import CHARACTERISTICS, GROUPS, PREDICATES, Forms, both_ways
from kg.reasoning.axioms.refusals import Refusal, RefusedAxiomError, refuse
from kg.reasoning.axioms.statements import Axiom, Inclusion, Statement, individuals_in, signature
from kg.store.graph import Graph, Node
from kg.vocabulary import OWL, RDF, RDFS

__all__ = ["Axioms", "read_axioms", "read_constraints"]

_TYPE = RDF.term("type")
_LOGIC = (str(OWL), str(RDF), str(RDFS))


def _owl(names: str) -> frozenset[str]:
    return frozenset(OWL.term(name) for name in names.split())


_KNOWN = _owl("Thing Nothing topObjectProperty bottomObjectProperty")
_KINDS = _owl(
    """
    Annotation AnnotationProperty Axiom Class DeprecatedClass DeprecatedProperty NamedIndividual
    ObjectProperty Ontology OntologyProperty Restriction
    """
) | {RDF.term("List"), RDF.term("Property"), RDFS.term("Class")}
_SAYS_NOTHING = _owl(
    """
    annotatedProperty annotatedSource annotatedTarget backwardCompatibleWith deprecated
    incompatibleWith priorVersion versionInfo versionIRI
    """
) | {RDFS.term(n) for n in ("comment", "isDefinedBy", "label", "seeAlso")}
_INSIDE = _owl(
    """
    allValuesFrom assertionProperty cardinality distinctMembers hasSelf hasValue maxCardinality
    maxQualifiedCardinality members minCardinality minQualifiedCardinality onClass onDataRange
    onProperty qualifiedCardinality someValuesFrom sourceIndividual targetIndividual targetValue
    """
) | {RDF.term("first"), RDF.term("rest")}
_OF_DATA = _owl("DatatypeProperty DataRange") | {RDFS.term("Datatype")}
_CONSTRAINTS = (
    "complementOf",
    "differentFrom",
    "disjointUnionOf",
    "disjointWith",
    "equivalentProperty",
    "hasKey",
    "intersectionOf",
    "inverseOf",
    "oneOf",
    "propertyChainAxiom",
    "propertyDisjointWith",
    "sameAs",
    "unionOf",
)
_BOOLEANS = {OWL.term(n): n for n in ("complementOf", "intersectionOf", "oneOf", "unionOf")}


@dataclass(frozen=True, slots=True)
class Axioms:
    """The axioms that were taken, and those that were refused, sorted."""

    taken: tuple[Axiom, ...]
    refused: tuple[Refusal, ...]


def read_axioms(graph: Graph, declared: Graph | None = None) -> Axioms:
    """Return every axiom of `graph`; `declared` holds the declarations, if they stand elsewhere."""
    return _read(_Reader(graph, declared or graph), graph.triples())


def read_constraints(graph: Graph) -> Axioms:
    """Return the axioms that are neither definitions nor inclusions, ends or assertions."""
    found = [graph.triples(None, OWL.term(name)) for name in _CONSTRAINTS]
    kinds = [*CHARACTERISTICS, *(name[4:] for name in GROUPS)]
    found += [graph.triples(None, _TYPE, OWL.term(name)) for name in kinds]
    found.append(graph.triples(None, RDFS.term("subPropertyOf")))
    return _read(_Reader(graph, graph), chain.from_iterable(found))


def _read(reader: _Reader, triples: Iterable[tuple[str, str, Node]]) -> Axioms:
    taken: dict[Axiom, None] = {}
    refused: set[Refusal] = set()
    for triple in sorted(triples, key=str):
        try:
            taken |= dict.fromkeys(reader.read(*triple))
        except RefusedAxiomError as error:
            refused.update(error.refusals)
    return Axioms(tuple(taken), tuple(sorted(refused)))


class _Reader:
    def __init__(self, graph: Graph, declared: Graph) -> None:
        self.forms = Forms(graph, declared)
        self.classes = self.forms.classes
        self._headers = {
            s
            for name in ("Ontology", "Axiom", "Annotation")
            for s, _, _ in graph.triples(None, _TYPE, OWL.term(name))
        }

    def read(self, s: str, p: str, o: Node) -> Iterator[Axiom]:
        """Yield the axioms that one triple states, with what hangs on it."""
        if p in _SAYS_NOTHING or p in self.forms.annotations:
            return
        if p in _INSIDE:
            if not s.startswith("_:"):
                raise refuse(f"{_short(p)} of a named term", s)
            return
        if s in self._headers and not p.startswith(_LOGIC):
            return
        if s.startswith(_LOGIC) and s not in _KNOWN:
            raise refuse("a term of OWL itself as a subject", s)
        for name, says in self._statements(_short(p), s, p, o):
            yield Axiom(name, _about(s, o, says), says)

    def _statements(self, kind: str, s: str, p: str, o: Node) -> Iterator[tuple[str, Statement]]:
        if p == _TYPE:
            yield from self._typed(s, o)
        elif p in _BOOLEANS:
            yield from self._boolean(s, p, o)
        elif kind in PREDICATES:
            yield from ((kind, says) for says in PREDICATES[kind](self.forms, s, o))
        elif p.startswith(_LOGIC):
            raise refuse(kind, s)
        else:
            yield "assertion", self._assertion(s, p, o)

    def _assertion(self, s: str, p: str, o: Node) -> Statement:
        if p not in self.forms.objects and p not in self.classes.data:
            raise refuse("an undeclared property", p)
        role = self.classes.role(p)
        return Inclusion(OneOf((s,)), HasValue(role, self.classes.value(role, o)))

    def _typed(self, s: str, o: Node) -> Iterator[tuple[str, Statement]]:
        name = _short(o) if isinstance(o, str) else ""
        if o in _KINDS:
            return
        if name.startswith("owl:") and name[4:] in CHARACTERISTICS:
            is_of_both = name == "owl:FunctionalProperty"
            role = self.classes.role(s) if is_of_both else self.forms.of_objects(s)
            yield name, CHARACTERISTICS[name[4:]](role)
        elif name in GROUPS:
            yield from ((name, says) for says in GROUPS[name](self.forms, s))
        elif isinstance(o, str) and o.startswith(_LOGIC) and o not in _KNOWN:
            if o in _OF_DATA:
                return
            raise refuse(name, s)
        else:
            yield "assertion", Inclusion(OneOf((s,)), self.classes.at(o))

    def _boolean(self, s: str, p: str, o: Node) -> Iterator[tuple[str, Statement]]:
        """A boolean of a named class is a definition of it; of another, an expression."""
        if s.startswith("_:"):
            return
        if not isinstance(o, str):
            raise refuse(_short(p), s)
        inside = self.classes.boolean(_BOOLEANS[p], o)
        yield from ((_short(p), says) for says in both_ways(Named(s), inside))


def _about(s: str, o: Node, says: Statement) -> tuple[str, ...]:
    """Return the terms that an axiom is about, those that have a name."""
    if s.startswith("_:"):
        classes, roles = signature(says)
        terms = classes | roles | individuals_in(says)
        return tuple(sorted(t for t in terms if not t.startswith(("_:", str(OWL))))) or (s,)
    is_term = isinstance(o, str) and not o.startswith(("_:", str(OWL)))
    return (s, str(o)) if is_term else (s,)


def _short(iri: str) -> str:
    for prefix, base in (("owl:", str(OWL)), ("rdf:", str(RDF)), ("rdfs:", str(RDFS))):
        if iri.startswith(base):
            return prefix + iri[len(base) :]
    return iri
