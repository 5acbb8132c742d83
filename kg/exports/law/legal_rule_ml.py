"""The norms and grounds as LegalRuleML, compact: rules with source, rank, period, and readings.

A norm is a prescriptive statement, a ground a constitutive one, a penalty a reparation; the
readings of an open question are alternatives, each with the context in which it is followed.
Source: OASIS, LegalRuleML Core Specification 1.0, chapters 4 to 6, compact serialisation.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from kg.exports.law.lrml_metadata import L, associations, metadata
from kg.exports.law.lrml_rules import key, statements
from kg.store.graph import Graph
from kg.store.prefixes import PREFIXES
from kg.vocabulary import DCTERMS, HDS, RDF

__all__ = ["legal_rule_ml"]


def legal_rule_ml(graph: Graph) -> bytes:
    """Return the norms, grounds, penalties and readings of a graph as one LegalRuleML document."""
    body = [*metadata(graph), associations(graph), *_alternatives(graph), *_contexts(graph)]
    rules = L.Statements(*statements(graph), key="statements")
    root = L.LegalRuleML(*_prefixes(body, rules), *body, rules)
    etree.cleanup_namespaces(root, keep_ns_prefixes=["xs", "xsi"])
    written = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return bytes(written)


def _prefixes(body: list[etree._Element], rules: etree._Element) -> Iterator[etree._Element]:
    """Yield the prefixes that some name of the document uses."""
    names = {
        value.partition(":")[0]
        for part in (*body, rules)
        for element in part.iter()
        for attribute in ("iri", "sameAs")
        if (value := str(element.get(attribute, "")))
    }
    yield from (L.Prefix(pre=p, refID=PREFIXES[p]) for p in sorted(names & PREFIXES.keys()))


def _alternatives(graph: Graph) -> Iterator[etree._Element]:
    """Yield the readings of each open question: rules of which one alone is followed."""
    for question in graph.subjects(RDF.term("type"), HDS.term("Question")):
        grounds = [g for reading in _readings(graph, question) for g in _grounds(graph, reading)]
        if grounds:
            members = (L.hasAlternative(keyref=f"#{key(ground)}") for ground in grounds)
            yield L.Alternatives(*members, key=key(question))


def _contexts(graph: Graph) -> Iterator[etree._Element]:
    """Yield, for each reading, where it is followed: its sources, its rank, its rules."""
    for reading in graph.subjects(RDF.term("type"), HDS.term("Reading")):
        question = graph.iri(reading, HDS.term("readsQuestion"))
        rank = graph.iri(reading, HDS.term("authority"))
        sources = graph.iris(reading, DCTERMS.term("source"))
        yield L.Context(
            *(L.appliesSource(keyref=f"#{key(source)}") for source in sources),
            L.appliesAuthority(keyref=f"#{key(rank)}"),
            *_chosen(graph, question),
            *(L.inScope(keyref=f"#{key(ground)}") for ground in _grounds(graph, reading)),
            key=key(reading),
        )


def _chosen(graph: Graph, question: str) -> Iterator[etree._Element]:
    if any(_grounds(graph, reading) for reading in _readings(graph, question)):
        yield L.appliesAlternatives(keyref=f"#{key(question)}")


def _readings(graph: Graph, question: str) -> list[str]:
    return graph.subjects(HDS.term("readsQuestion"), question)


def _grounds(graph: Graph, reading: str) -> list[str]:
    return graph.subjects(HDS.term("underReading"), reading)
