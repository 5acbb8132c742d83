"""The ontology's own individuals: what is asserted of them, and what it may not contradict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kg.domain.texts import Text
from kg.errors import Fault, OntologyError
from kg.reasoning.axioms.expressions import NOTHING, And, Named
from kg.reasoning.axioms.refusals import Refusal
from kg.reasoning.axioms.statements import Axiom, Inclusion, signature
from kg.reasoning.axioms.theory import Theory
from kg.store.graph import Graph

__all__ = ["check_references", "unread_references"]


def unread_references(graph: Graph, theory: Theory, axioms: Iterable[Axiom]) -> Iterator[Refusal]:
    """Yield the assertions about the ontology's own individuals that the engine would not read."""
    known = (*axioms, *theory.constraints)
    yield from _unread_types(theory)
    yield from _unread_relations(graph, theory, known)


def check_references(theory: Theory, axioms: Iterable[Axiom]) -> None:
    """Check that no axiom forbids what is asserted of the ontology's own individuals.

    Raises:
        OntologyError: individuals that cannot exist, with the axioms that forbid them.
    """
    if faults := list(_clashes(theory, (*axioms, *theory.constraints))):
        raise OntologyError(*faults)


def _unread_types(theory: Theory) -> Iterator[Refusal]:
    for name in theory.members.keys() & (theory.definitions.keys() | theory.concluded):
        for individual in theory.members[name]:
            yield Refusal("an individual asserted in a defined class", f"{individual}, {name}")


def _unread_relations(graph: Graph, theory: Theory, axioms: Iterable[Axiom]) -> Iterator[Refusal]:
    roles = {role.iri for role in theory.roles}
    roles |= {name for axiom in axioms for name in signature(axiom.says)[1]}
    for role in roles:
        for source, _, _ in graph.triples(None, role):
            yield Refusal("a property of conditions asserted of the ontology's own", source)


def _clashes(theory: Theory, axioms: Iterable[Axiom]) -> Iterator[Fault]:
    for axiom in axioms:
        for individual in sorted(_forbidden(axiom, theory.members)):
            yield _fault(individual, axiom, theory)


def _forbidden(axiom: Axiom, members: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Return the individuals that an axiom keeps out of the classes they are asserted in."""
    match axiom.says:
        case Inclusion(And((Named(first), Named(second))), upper) if upper == NOTHING:
            return members.get(first, frozenset()) & members.get(second, frozenset())
        case Inclusion(Named(name), upper) if upper == NOTHING:
            return members.get(name, frozenset())
        case _:
            return frozenset()


def _fault(individual: str, axiom: Axiom, theory: Theory) -> Fault:
    asserted = sorted(name for name, members in theory.members.items() if individual in members)

    def say(terms: Iterable[str], lang: str) -> str:
        labels = (theory.labels.get(term, Text(term, term)) for term in terms)
        return ", ".join(label.fr if lang == "fr" else label.en for label in labels)

    return Fault(
        fr=f"l’ontologie se contredit : {individual} ne peut exister. Il est déclaré "
        f"{say(asserted, 'fr')}, ce qu’interdit {axiom.kind} ({say(axiom.about, 'fr')}). "
        "Retirez l’une de ces déclarations, ou l’axiome s’il est faux.",
        en=f"the ontology contradicts itself: {individual} cannot exist. It is asserted to be "
        f"{say(asserted, 'en')}, which {axiom.kind} ({say(axiom.about, 'en')}) forbids. "
        "Take one of these assertions out, or the axiom if it is wrong.",
        key=individual,
    )
