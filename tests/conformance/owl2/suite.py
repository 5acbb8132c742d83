"""The test cases of a folder: each an ontology, and what the standard says of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox
import rdflib

from kg.store.graph import Graph
from kg.vocabulary import OWL

__all__ = ["FILE", "Test", "read_suite"]

FILE = "owl2-test-cases.rdf"
_T = rdflib.Namespace("http://www.w3.org/2007/OWL/testOntology#")
_BASE = "http://example.org/test"


@dataclass(frozen=True, slots=True, kw_only=True)
class Test:
    """One test case: what it claims, of which premise, with which conclusion.

    `claims` are of `consistent`, `inconsistent`, `entailed` and `not entailed`. A text that the
    test gives in RDF/XML only in part, or not at all, is "".
    """

    name: str
    claims: tuple[str, ...]
    is_dl: bool
    premise: str
    imported: tuple[tuple[str, str], ...]
    conclusion: str

    def graph(self) -> Graph:
        """Return the premise, with what it imports of the suite."""
        graph = Graph(_store(self.premise, *(text for _, text in self.imported)))
        for name, _ in self.imported:
            for quad in graph.store.quads_for_pattern(
                None, ox.NamedNode(OWL.term("imports")), ox.NamedNode(name), None
            ):
                graph.store.remove(quad)
        return graph

    def concluded(self) -> tuple[Graph, Graph]:
        """Return the conclusion, and the graph that declares its terms as well."""
        return Graph(_store(self.conclusion)), Graph(_store(self.premise, self.conclusion))


_KINDS = {
    "ConsistencyTest": "consistent",
    "InconsistencyTest": "inconsistent",
    "PositiveEntailmentTest": "entailed",
    "NegativeEntailmentTest": "not entailed",
}


def read_suite(folder: Path) -> list[Test]:
    """Return the test cases of `owl2-test-cases.rdf`, sorted by name.

    Its DOCTYPE is of a kind that rdflib reads and pyoxigraph refuses.
    """
    graph = rdflib.Graph().parse(folder / FILE, format="xml")
    subjects = set(graph.subjects(rdflib.RDF.type, _T.TestCase))
    return sorted((_test(graph, subject) for subject in subjects), key=lambda test: test.name)


def _test(graph: rdflib.Graph, subject: rdflib.term.Node) -> Test:
    def text(name: str, of: rdflib.term.Node = subject) -> str:
        return str(graph.value(of, _T[name]) or "")

    kinds = {str(kind).rsplit("#", 1)[-1] for kind in graph.objects(subject, rdflib.RDF.type)}
    imported = graph.objects(subject, _T.importedOntology)
    return Test(
        name=text("identifier"),
        claims=tuple(claim for kind, claim in _KINDS.items() if kind in kinds),
        is_dl=_T.DL in graph.objects(subject, _T.species),
        premise=text("rdfXmlPremiseOntology"),
        imported=tuple(
            (text("importedOntologyIRI", of), text("rdfXmlInputOntology", of)) for of in imported
        ),
        conclusion=text("rdfXmlConclusionOntology") or text("rdfXmlNonConclusionOntology"),
    )


def _store(*texts: str) -> ox.Store:
    store = ox.Store()
    for text in texts:
        store.extend(_quads(text))
    return store


def _quads(text: str) -> list[ox.Quad]:
    """Read RDF/XML; by rdflib where pyoxigraph refuses how entities are declared."""
    try:
        return list(_parse(text.encode(), ox.RdfFormat.RDF_XML))
    except SyntaxError:
        graph = rdflib.Graph().parse(data=text, format="xml", publicID=_BASE)
        return list(_parse(graph.serialize(format="nt", encoding="utf-8"), ox.RdfFormat.N_TRIPLES))


def _parse(data: bytes, form: ox.RdfFormat) -> list[ox.Quad]:
    base = _BASE if form is ox.RdfFormat.RDF_XML else None
    return list(ox.parse(data, format=form, base_iri=base, rename_blank_nodes=True))
