"""What LegalRuleML says of its statements: sources, periods, ranks, jurisdiction."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml.builder import ElementMaker

from kg.exports.law.lrml_formulas import RULEML
from kg.store.graph import Graph
from kg.store.prefixes import PREFIXES, shorten
from kg.vocabulary import DCTERMS, HDS, OWL, RDF

__all__ = ["NAMESPACE", "L", "associations", "key", "metadata"]

NAMESPACE = "http://docs.oasis-open.org/legalruleml/ns/v1.0/"
_WORDS = f"{NAMESPACE}vocab#"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_NAMES = {
    "lrml": NAMESPACE,
    "ruleml": RULEML,
    "xs": "http://www.w3.org/2001/XMLSchema",
    "xsi": _XSI,
}
L = ElementMaker(namespace=NAMESPACE, nsmap=_NAMES)
_R = ElementMaker(namespace=RULEML, nsmap=_NAMES)
_JURISDICTION = PREFIXES["country"] + "FR"
_EDGES = ((HDS.term("inForceFrom"), "Starts"), (HDS.term("inForceUntil"), "Ends"))


def key(iri: str) -> str:
    """Return the name of a term within the document.

    >>> key("https://w3id.org/hds-fr/id/norm/hold-certificate")
    'norm-hold-certificate'
    """
    return re.sub(r"[^\w.-]", "-", shorten(iri))


def stated(graph: Graph) -> list[str]:
    """Return what a statement is made of: the norms, and the classes with a first day."""
    dated = {s for s, _, _ in graph.triples(None, HDS.term("inForceFrom"))}
    kinds = (HDS.term("Norm"), OWL.term("Class"))
    return sorted(s for s in dated if set(kinds) & set(graph.iris(s, RDF.term("type"))))


def metadata(graph: Graph) -> Iterator[etree._Element]:
    """Yield the sources, instants, periods, authorities and jurisdiction of the statements."""
    terms = stated(graph)
    readings = graph.subjects(RDF.term("type"), HDS.term("Reading"))
    sources = {s for term in (*terms, *readings) for s in graph.iris(term, DCTERMS.term("source"))}
    days = {d for term in terms for d, _ in _changes(graph, term)}
    yield L.LegalSources(*(L.LegalSource(key=key(s), sameAs=shorten(s)) for s in sorted(sources)))
    yield L.TimeInstants(*(_instant(day) for day in sorted(days)))
    for term in terms:
        yield _period(graph, term)
    ranks = graph.subjects(RDF.term("type"), HDS.term("AuthorityLevel"))
    yield L.Authorities(*(L.Authority(key=key(r), sameAs=shorten(r)) for r in ranks))
    place = L.Jurisdiction(key=key(_JURISDICTION), sameAs=shorten(_JURISDICTION))
    yield L.Jurisdictions(place)


def associations(graph: Graph) -> etree._Element:
    """Return what each statement rests on: its sources, its period, its rank, its strength."""
    return L.Associations(*(_association(graph, term) for term in stated(graph)))


def _association(graph: Graph, term: str) -> etree._Element:
    rank = graph.iri(term, HDS.term("authority"))
    # What holds under one reading alone gives way to the others.
    strength = "Defeasible" if graph.iri(term, HDS.term("underReading")) else "Strict"
    return L.Association(
        *(
            L.appliesSource(keyref=f"#{key(source)}")
            for source in graph.iris(term, DCTERMS.term("source"))
        ),
        L.appliesTemporalCharacteristics(keyref=f"#period-{key(term)}"),
        L.appliesStrength(iri=f"{_WORDS}{strength}Strength"),
        L.appliesAuthority(keyref=f"#{key(rank)}"),
        L.appliesJurisdiction(keyref=f"#{key(_JURISDICTION)}"),
        L.toTarget(keyref=f"#{key(term)}"),
    )


def _instant(day: str) -> etree._Element:
    return _R.Time(_R.Data(day, {f"{{{_XSI}}}type": "xs:date"}), key=f"day-{day}")


def _period(graph: Graph, term: str) -> etree._Element:
    changes = (
        L.TemporalCharacteristic(
            L.forStatus(iri=f"{_WORDS}Efficacious"),
            L.hasStatusDevelopment(iri=f"{_WORDS}{development}"),
            L.atTime(keyref=f"#day-{day}"),
        )
        for day, development in _changes(graph, term)
    )
    return L.TemporalCharacteristics(*changes, key=f"period-{key(term)}")


def _changes(graph: Graph, term: str) -> Iterator[tuple[str, str]]:
    for predicate, development in _EDGES:
        if day := graph.literal(term, predicate):
            yield day, development
