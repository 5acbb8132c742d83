"""Media types: the formats that clients ask for, and the choice among them (RFC 9110, §12.5.1)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

__all__ = ["GRAPH_TYPES", "TABLE_TYPES", "choose_type", "format_of"]

TABLE_TYPES: Mapping[str, str] = {
    "application/sparql-results+json": "json",
    "application/sparql-results+xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
    "application/json": "json",
    "application/xml": "xml",
    "text/xml": "xml",
}
"""The types of tables and truth values, the preferred first, each with its format."""

GRAPH_TYPES: Mapping[str, str] = {
    "text/turtle": "turtle",
    "application/n-triples": "ntriples",
    "application/rdf+xml": "rdfxml",
    "application/ld+json": "jsonld",
    "application/x-turtle": "turtle",
    "text/n3": "turtle",
    "text/plain": "ntriples",
    "application/json": "jsonld",
    "application/xml": "rdfxml",
    "text/xml": "rdfxml",
}
"""The types of graphs, the preferred first, each with its format."""


def choose_type(accept: str, offered: Mapping[str, str]) -> str:
    """Return the type offered that an `Accept` header likes best, "" where it takes none.

    >>> choose_type("text/html, text/csv;q=0.5, */*;q=0.1", TABLE_TYPES)
    'text/csv'
    >>> choose_type("image/png", TABLE_TYPES)
    ''
    """
    ranges = list(_ranges(accept or "*/*"))
    liked = [(_weight(name, ranges), -rank, name) for rank, name in enumerate(offered)]
    (weight, _), _, name = max(liked, default=((0.0, 0), 0, ""))
    return name if weight > 0 else ""


def format_of(accept: str, offered: Mapping[str, str]) -> tuple[str, str]:
    """Return the type that `choose_type` chooses and its format, two "" where there is none."""
    name = choose_type(accept, offered)
    return name, offered.get(name, "")


def _weight(name: str, ranges: list[tuple[str, float]]) -> tuple[float, int]:
    """Return how much a type is liked, by the narrowest range that holds it, and how narrow."""
    major = name.partition("/")[0]
    for narrow, wanted in enumerate((name, f"{major}/*", "*/*")):
        for range_, weight in ranges:
            if range_ == wanted:
                return weight, -narrow
    return 0.0, 0


def _ranges(accept: str) -> Iterator[tuple[str, float]]:
    for part in accept.lower().split(","):
        name, *parameters = (word.strip() for word in part.split(";"))
        given = dict(p.split("=", 1) for p in parameters if "=" in p)
        try:
            yield name, float(given.get("q", "1"))
        except ValueError:
            yield name, 0.0
