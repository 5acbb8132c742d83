"""The graph at a million triples, and the server under load: `python -m tests.bench.graph`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from typing import Any

import pyoxigraph as ox
import rdflib

from kg.services.case_triples import case_graph
from kg.services.cases import example_cases, load_case
from kg.services.workspace import Workspace, open_workspace
from kg.settings import read_settings
from tests.bench.clock import best, line, machine
from tests.bench.load import served

TRIPLES = 1_000_000
BOUND = "https://w3id.org/hds-fr/case/generated-7/actors/client"
HDS = "PREFIX hds: <https://w3id.org/hds-fr/ontology#>\n"
LABEL = "<http://www.w3.org/2004/02/skos/core#prefLabel>"
QUERIES = {
    "two hops from a bound actor": f"{HDS}SELECT ?norm ?label {{"
    f" <{BOUND}> hds:isBoundBy ?norm . ?norm {LABEL} ?label }}",
    "a path from a bound actor": f"{HDS}SELECT ?x {{ <{BOUND}> (hds:entrusts|hds:controls)+ ?x }}",
    "norms counted over every actor": f"{HDS}SELECT ?norm (COUNT(?actor) AS ?n) {{"
    " ?actor hds:isBoundBy ?norm } GROUP BY ?norm",
}
AIMS = (17_000, 50, 35)
"""The ratios of the first trials, on another graph of the same size."""


def generated(workspace: Workspace) -> bytes:
    """Return the ontology and as many copies of the example cases as it takes, as N-Triples."""
    parts = [dumped(workspace.graph.store)]
    count, number = len(workspace.graph), 0
    cases = [load_case(workspace, path) for path in example_cases(workspace).values()]
    texts = [(case.id, triples(workspace, case.id)) for case in cases]
    while count < TRIPLES:
        for name, text in texts:
            number += 1
            renamed = text.replace(f"/case/{name}".encode(), f"/case/generated-{number}".encode())
            parts.append(renamed)
            count += text.count(b"\n")
    return b"".join(parts)


def triples(workspace: Workspace, name: str) -> bytes:
    """Return an example case with its conclusions, as N-Triples."""
    case = load_case(workspace, example_cases(workspace)[name])
    assert case.day is not None
    return dumped(case_graph(workspace, case, on=case.day, inferred=True).store)


def dumped(store: ox.Store) -> bytes:
    """Return what a store holds, as N-Triples."""
    return store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph()) or b""


def rows(store: ox.Store | rdflib.Graph, query: str) -> int:
    """Return how many rows a query gives, having read each."""
    found: Any = store.query(query)
    return len(list(found))


def queries(text: bytes) -> Iterator[str]:
    """Yield the lines on bound, path and aggregate queries, against rdflib's own store."""
    ours, theirs = ox.Store(), rdflib.Graph()
    fast = best(lambda: ours.bulk_load(text, format=ox.RdfFormat.N_TRIPLES), 1)
    slow = best(lambda: theirs.parse(data=text, format="nt"), 1)
    yield line(f"{len(ours)} triples loaded", fast, "rdflib's store", slow)
    for (what, query), aim in zip(QUERIES.items(), AIMS, strict=True):
        found = [rows(store, query) for store in (ours, theirs)]
        assert found[0] == found[1] > 0, (what, found)
        fast = best(partial(rows, ours, query))
        slow = best(partial(rows, theirs, query), 2)
        yield line(f"{what}: {found[0]} rows", fast, "rdflib's store", slow, f"trials: x {aim}")


def main() -> None:
    """Print every line."""
    sys.stdout.write(f"{machine()}\n")
    for told in served():
        sys.stdout.write(f"{told}\n")
        sys.stdout.flush()
    for told in queries(generated(open_workspace(read_settings()))):
        sys.stdout.write(f"{told}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
