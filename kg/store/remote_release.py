"""A release at a distance: written to a server's graph store, and read back from any endpoint.

Each graph is put whole (SPARQL 1.1 Graph Store HTTP Protocol, §5.3), and last a graph that says
which they are and how many triples each has: without it, or with other counts, nothing is read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import lru_cache
from http.client import HTTPException
from urllib.error import URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import Request, urlopen

import pyoxigraph as ox

from kg.domain.releases import Manifest
from kg.domain.tables import QueryResult
from kg.errors import ReleaseError
from kg.store import remote_faults as faults
from kg.store.datasets import GRAPHS, Dataset
from kg.store.releases import Release
from kg.store.remote import ask_endpoint
from kg.vocabulary import DCTERMS, RDF, XSD

__all__ = ["ask_elsewhere", "fetch_release", "publish_release", "release_at"]

CONTENTS = f"{GRAPHS}release"
"""The graph that says what a release holds."""
MERGED = f"{GRAPHS}stated"
"""The graph of all that is stated: servers differ in how they merge several."""
_RELEASES = GRAPHS.replace("/graph/", "/release/")
_VOID = "http://rdfs.org/ns/void#"
_STATED, _BESIDE = "stated", "beside"
_SECONDS = 120.0
_MOST_TRIPLES = 10_000_000


def publish_release(url: str, release: Release, *, tell: Callable[[str, int], None]) -> None:
    """Put a release into the graph store at `url`, graph by graph; `tell` of each.

    Raises:
        ReleaseError: the store cannot be reached, or refuses.
    """
    _check_address(url)
    _request(url, CONTENTS, "DELETE", allowed=404)
    for name, triples in sorted(_by_graph(release.quads).items()):
        _request(url, name, "PUT", b"".join(triples))
        tell(name, len(triples))
    _request(url, MERGED, "PUT", release.stated())
    _request(url, CONTENTS, "PUT", "".join(_contents(release.manifest)).encode())
    release_at.cache_clear()


def _by_graph(quads: bytes) -> dict[str, list[bytes]]:
    """Return the triples of each graph, as N-Triples."""
    found: dict[str, list[bytes]] = defaultdict(list)
    for line in quads.splitlines():
        triple, _, name = line[:-3].rpartition(b" <")
        found[name.decode()].append(triple + b" .\n")
    return found


def _contents(manifest: Manifest) -> Iterator[str]:
    """Yield what says which graphs there are, as N-Triples."""
    whole = f"<{_RELEASES}{manifest.name}>"
    yield f"{whole} <{RDF.term('type')}> <{_VOID}Dataset> .\n"
    yield f'{whole} <{DCTERMS.term("identifier")}> "{manifest.digest}" .\n'
    yield f'{whole} <{DCTERMS.term("created")}> "{manifest.built}" .\n'
    for name, count in manifest.triples.items():
        part = _STATED if name in manifest.stated else _BESIDE
        yield f"{whole} <{DCTERMS.term('hasPart')}> <{name}> .\n"
        yield f'<{name}> <{DCTERMS.term("type")}> "{part}" .\n'
        yield f'<{name}> <{_VOID}triples> "{count}"^^<{XSD.term("integer")}> .\n'


def _request(
    url: str, graph: str, method: str, body: bytes | None = None, *, allowed: int = 0
) -> None:
    address = f"{url}{'&' if '?' in url else '?'}{urlencode({'graph': graph})}"
    headers = {"Content-Type": "text/turtle; charset=utf-8"} if body is not None else {}
    request = Request(address, data=body, method=method, headers=headers)  # noqa: S310 - http, checked
    try:
        with urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310 - as above
            answer.read()
    except (URLError, OSError, HTTPException) as error:
        if allowed and getattr(error, "code", 0) == allowed:
            return
        raise ReleaseError(faults.unpublished(url, graph, error)) from error


def _check_address(url: str) -> None:
    if urlsplit(url).scheme not in {"http", "https"}:
        raise ReleaseError(faults.no_address(url))


_ASKED = f"""
SELECT ?release ?digest ?built ?graph ?part ?triples {{
  GRAPH <{CONTENTS}> {{
    ?release <{DCTERMS.term("identifier")}> ?digest .
    ?release <{DCTERMS.term("created")}> ?built .
    ?release <{DCTERMS.term("hasPart")}> ?graph .
    ?graph <{DCTERMS.term("type")}> ?part .
    ?graph <{_VOID}triples> ?triples .
  }}
}} ORDER BY ?graph
"""


@lru_cache(maxsize=8)
def release_at(url: str) -> Manifest | None:
    """Return what an endpoint says of the release that it holds, None where it says nothing.

    Raises:
        QueryError: it does not answer.
    """
    found = ask_endpoint(url, _ASKED, seconds=_SECONDS, rows=10_000)
    if not found.rows:
        return None
    rows = [[cell.text for cell in row] for row in found.rows]
    return Manifest(
        digest=rows[0][1],
        built=rows[0][2],
        triples={row[3]: int(row[5]) for row in rows},
        stated=tuple(row[3] for row in rows if row[4] == _STATED),
        versions={},
    )


def fetch_release(url: str) -> tuple[Dataset, Manifest]:
    """Return the release that an endpoint holds, every graph of it whole.

    Raises:
        QueryError: it does not answer.
        ReleaseError: it holds none, or a graph lacks triples.
    """
    manifest = release_at(url)
    if manifest is None:
        raise ReleaseError(faults.nothing_there(url))
    store = ox.Store()
    for name, count in manifest.triples.items():
        query = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{name}> {{ ?s ?p ?o }} }}"
        found = ask_endpoint(url, query, seconds=_SECONDS, rows=_MOST_TRIPLES).ntriples
        store.load(found.encode(), format=ox.RdfFormat.N_TRIPLES, to_graph=ox.NamedNode(name))
        if found.count("\n") != count:
            raise ReleaseError(faults.not_whole(url, name, found.count("\n"), count))
    return Dataset(store=store, stated=manifest.stated), manifest


def ask_elsewhere(url: str, query: str, *, seconds: float, rows: int) -> QueryResult:
    """Return what an endpoint answers to a query: about the release that it holds, if it does.

    The default graph is then what is stated of the law, whatever else the server holds.

    Raises:
        QueryError: the endpoint cannot be reached, refuses, is too slow, or answers too much.
    """
    held = release_at(url)
    default, named = ((MERGED,), tuple(held.triples)) if held is not None else ((), ())
    return ask_endpoint(url, query, seconds=seconds, rows=rows, default=default, named=named)
