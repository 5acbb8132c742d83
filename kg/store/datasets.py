"""The dataset: each file of the ontology in a named graph of its own, what is stated by default.

A query that names no graph is about what is stated of the law: the files of the ontology and the
texts. The example cases, and all that is inferred, are read by the names of their graphs.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.store.graph import Graph
from kg.store.prefixes import BASE
from kg.store.texts import load_texts

__all__ = ["GRAPHS", "Dataset", "read_working_files"]

GRAPHS = f"{BASE}graph/"
"""What the names of the graphs begin with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset:
    """Named graphs, of which those of `stated` together are the default graph."""

    store: ox.Store
    stated: tuple[str, ...]

    def add(self, name: str, graph: Graph) -> None:
        """Add a graph, by the last part of its name."""
        into = ox.NamedNode(GRAPHS + name)
        self.store.extend(ox.Quad(q.subject, q.predicate, q.object, into) for q in graph.store)

    def graph(self) -> Graph:
        """Return what is stated, merged; all the graphs go with it to whoever asks in SPARQL."""
        graph = Graph(named=self.store.dump(format=ox.RdfFormat.N_QUADS) or b"")
        for name in self.stated:
            found = self.store.quads_for_pattern(None, None, None, ox.NamedNode(name))
            graph.store.extend(ox.Quad(q.subject, q.predicate, q.object) for q in found)
        return graph

    def to_serve(self) -> bytes:
        """Return the dataset as N-Quads, with what is stated in the default graph as well."""
        parts = [self.store.dump(format=ox.RdfFormat.N_QUADS)]
        for name in self.stated:
            graph = ox.NamedNode(name)
            parts.append(self.store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=graph))
        return b"".join(part or b"" for part in parts)


def read_working_files(ontology: Path, texts: Path) -> Dataset:
    """Return the dataset of the files of a checkout.

    Raises:
        OntologyError: a file cannot be read, with its name and line.
    """
    store = ox.Store()
    files = {_name(path, ontology): path for path in sorted(ontology.rglob("*.ttl"))}
    for name, path in files.items():
        Graph(store).load([path], name=name)
    load_texts(Graph(store), texts)
    words = ox.NamedNode(f"{GRAPHS}texts")
    for quad in list(store.quads_for_pattern(None, None, None, ox.DefaultGraph())):
        store.add(ox.Quad(quad.subject, quad.predicate, quad.object, words))
        store.remove(quad)
    return Dataset(store=store, stated=tuple(sorted([*files, words.value])))


def _name(path: Path, ontology: Path) -> str:
    return GRAPHS + path.relative_to(ontology).with_suffix("").as_posix()
