"""The statements of LegalRuleML: norms, grounds, penalties."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from lxml.builder import ElementMaker

from kg.exports.law.lrml_formulas import RULEML, Formulas, atom
from kg.exports.law.lrml_metadata import L, key
from kg.store.graph import Graph
from kg.vocabulary import HDS, OWL, RDF, RDFS, SKOS

__all__ = ["key", "statements"]

_R = ElementMaker(namespace=RULEML, nsmap={"ruleml": RULEML})
_DEONTIC = {"obligation": "Obligation", "prohibition": "Prohibition"}


def statements(graph: Graph) -> Iterator[etree._Element]:
    """Yield a statement for each ground and each norm, then for each penalty of a norm."""
    norms = graph.subjects(RDF.term("type"), HDS.term("Norm"))
    yield from _constitutive(graph)
    yield from (_prescriptive(graph, norm) for norm in norms)
    penalties = {p for norm in norms for p in graph.iris(norm, HDS.term("penalty"))}
    yield from (_penalty(graph, penalty) for penalty in sorted(penalties))
    for norm in norms:
        for penalty in graph.iris(norm, HDS.term("penalty")):
            yield _reparation(norm, penalty)


def grounds(graph: Graph) -> Iterator[str]:
    """Yield the classes that give a ground of their own: those with a first day."""
    for name in graph.subjects(RDF.term("type"), OWL.term("Class")):
        if graph.objects(name, HDS.term("inForceFrom")) and not name.startswith("_:"):
            yield name


def _constitutive(graph: Graph) -> Iterator[etree._Element]:
    for ground in grounds(graph):
        condition = graph.iri(ground, OWL.term("equivalentClass")) or ground
        for upper in graph.iris(ground, RDFS.term("subClassOf")):
            formulas = Formulas(graph)
            rule = _rule(formulas.of(condition), formulas.of(upper))
            yield L.ConstitutiveStatement(_words(graph, ground), rule, key=key(ground))
            break


def _prescriptive(graph: Graph, norm: str) -> etree._Element:
    modality = graph.literal(graph.iri(norm, HDS.term("hasModality")), SKOS.term("notation"))
    deontic = L(
        _DEONTIC.get(modality, "Permission"),
        _R.slot(L.Bearer(), _R.Var("x")),
        atom(norm, _R.Var("x")),
    )
    return L.PrescriptiveStatement(
        _words(graph, norm), _rule(_bearers(graph, norm), deontic), key=key(norm)
    )


def _bearers(graph: Graph, norm: str) -> etree._Element:
    """Return who is bound: any of the classes that have the norm among the values that bind."""
    binding = HDS.term("isBoundBy")
    bound = sorted(
        name
        for name, _, upper in graph.triples(None, RDFS.term("subClassOf"))
        if isinstance(upper, str)
        and graph.iri(upper, OWL.term("hasValue")) == norm
        and graph.iri(upper, OWL.term("onProperty")) == binding
    )
    found = [atom(name, _R.Var("x")) for name in bound]
    return found[0] if len(found) == 1 else _R.Or(*found)


def _rule(condition: etree._Element, conclusion: etree._Element) -> etree._Element:
    return _R.Rule(_R("if", condition), _R.then(conclusion), closure="universal")


def _words(graph: Graph, term: str) -> etree._Element:
    return L.Paraphrase(graph.literal(term, SKOS.term("definition")))


def _penalty(graph: Graph, penalty: str) -> etree._Element:
    said = L.Paraphrase(graph.text(penalty, HDS.term("summary")).fr)
    duty = L.Obligation(said, atom(penalty, _R.Var("x")))
    return L.PenaltyStatement(duty, key=f"penalty-{key(penalty)}")


def _reparation(norm: str, penalty: str) -> etree._Element:
    link = L.Reparation(
        L.appliesPenalty(keyref=f"#penalty-{key(penalty)}"),
        L.toPrescriptiveStatement(keyref=f"#{key(norm)}"),
    )
    return L.ReparationStatement(link, key=f"reparation-{key(norm)}-{key(penalty)}")
