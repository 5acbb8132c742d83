"""The graph written in a format says the same when it is read again."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.compare import isomorphic

from kg.errors import ExportError
from kg.exports.graphs import WRITERS, write_graph
from kg.services.workspace import Workspace
from kg.store.graph import Graph, Words

OXIGRAPH = {
    "turtle": ox.RdfFormat.TURTLE,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "nquads": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
}
# What has one graph alone is N-Triples in N-Quads, and Turtle in TriG.
RDFLIB = {
    "turtle": "turtle",
    "rdfxml": "xml",
    "jsonld": "json-ld",
    "ntriples": "nt",
    "nquads": "nt",
    "trig": "turtle",
}
EXAMPLE = "https://example.org/"
XSD = "http://www.w3.org/2001/XMLSchema#"

# rdflib warns of its own internals when it reads JSON-LD.
reading_with_rdflib = pytest.mark.filterwarnings(
    "ignore:ConjunctiveGraph is deprecated:DeprecationWarning"
)
# A table of mappings is no graph: it is not read again.
each_format = pytest.mark.parametrize("format_", OXIGRAPH)


def canonical(quads: ox.Store | list[ox.Quad]) -> ox.Dataset:
    statements = ox.Dataset(ox.Quad(q.subject, q.predicate, q.object) for q in quads)
    statements.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return statements


def of_rdflib(written: bytes, format_: str) -> rdflib.Graph:
    return rdflib.Graph().parse(data=written, format=RDFLIB[format_])


@pytest.fixture(scope="module")
def written(workspace: Workspace) -> dict[str, bytes]:
    return {format_: write_graph(workspace.graph, format_) for format_ in WRITERS}


@each_format
def test_the_whole_graph_read_again_is_the_same_graph(
    workspace: Workspace, written: dict[str, bytes], format_: str
) -> None:
    read = list(ox.parse(written[format_], format=OXIGRAPH[format_]))

    assert canonical(read) == canonical(workspace.graph.store)


@reading_with_rdflib
@each_format
def test_two_libraries_count_as_many_triples(
    workspace: Workspace, written: dict[str, bytes], format_: str
) -> None:
    assert len(of_rdflib(written[format_], format_)) == len(workspace.graph)


@reading_with_rdflib
@each_format
def test_the_other_library_reads_the_same_graph(format_: str) -> None:
    graph = awkward()
    wanted = rdflib.Graph().parse(data=write_graph(graph, "ntriples"), format="nt")

    assert isomorphic(of_rdflib(write_graph(graph, format_), format_), wanted)


@each_format
def test_the_same_graph_gives_the_same_file(
    workspace: Workspace, written: dict[str, bytes], format_: str
) -> None:
    other = Graph().extend(reversed(list(workspace.graph.triples())))

    assert write_graph(other, format_) == written[format_]


def test_an_unknown_format_is_refused_with_those_allowed_and_the_nearest() -> None:
    with pytest.raises(ExportError) as caught:
        write_graph(Graph(), "turtel")

    assert "rdfxml" in caught.value.say("en")
    assert "Did you mean “turtle”?" in caught.value.say("en")
    assert "Vouliez-vous dire" in caught.value.say("fr")


@pytest.mark.parametrize(("text", "kind"), [("1e0", "double"), ("1", "decimal"), ("1", "boolean")])
@each_format
def test_a_number_is_written_as_the_graph_holds_it(text: str, kind: str, format_: str) -> None:
    number = Words(text, datatype=XSD + kind)
    graph = Graph().extend([(EXAMPLE + "a", EXAMPLE + "p", number)])

    (held,) = graph.store
    (read,) = ox.parse(write_graph(graph, format_), format=OXIGRAPH[format_])

    assert read.object == held.object


def awkward() -> Graph:
    """A graph of what formats stumble on: lists, blank nodes, signs, empty and long texts."""
    rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    words = [
        Words('"« l’hébergeur »" \\ <b>&amp;\n\ttoo', "fr"),
        Words(""),
        Words("01", datatype=XSD + "integer"),
        Words("1e400", datatype=XSD + "double"),
        Words("2026-11-23", datatype=XSD + "date"),
        Words("true", datatype=XSD + "boolean"),
    ]
    graph = Graph().extend((EXAMPLE + "a", EXAMPLE + "says", word) for word in words)
    return graph.extend(
        [
            (EXAMPLE + "a", EXAMPLE + "lists", "_:one"),
            ("_:one", rdf + "first", EXAMPLE + "b-1.2"),
            ("_:one", rdf + "rest", "_:two"),
            ("_:two", rdf + "first", "_:anybody"),
            ("_:two", rdf + "rest", rdf + "nil"),
            ("_:anybody", EXAMPLE + "knows", "_:another"),
            ("_:another", EXAMPLE + "knows", "_:anybody"),
        ]
    )
