"""The endpoint: the queries of strangers, answered in the format that each asks for."""

from __future__ import annotations

import hashlib
import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass

from kg.domain.media import GRAPH_TYPES, TABLE_TYPES, format_of
from kg.errors import QueryError
from kg.sandbox.lanes import Pool
from kg.sandbox.question import Question
from kg.sandbox.refusals import refusal

__all__ = ["Dataset", "Endpoint", "Served"]

_log = logging.getLogger(__name__)
SECONDS = 10.0
"""When a query is stopped, unless another limit is given."""

Dataset = tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """What is sent: the bytes and their media type."""

    body: bytes
    media_type: str


class Endpoint:
    """A dataset that anybody may query and nobody can change."""

    def __init__(self, quads: bytes, *, seconds: float = SECONDS) -> None:
        """Serve the dataset that N-Quads write, each query for `seconds` at the most."""
        self.seconds = seconds
        self.pool = Pool(quads)

    def answer(
        self,
        query: str,
        *,
        accept: str = "",
        dataset: Dataset | None = None,
        base: str = "",
        asker: str = "",
    ) -> Served:
        """Return the whole result of a query in the format that `accept` likes best.

        Args:
            query: SPARQL 1.1; the usual prefixes are declared.
            accept: the header `Accept`.
            dataset: the default graphs and named graphs asked for, None to leave it to the query.
            base: the address of the endpoint, for relative IRIs.
            asker: who asks; askers take turns.

        Raises:
            QueryError: the query is wrong, is refused, passes a limit, or waited too long.
        """
        table_type, table = format_of(accept, TABLE_TYPES)
        graph_type, graph = format_of(accept, GRAPH_TYPES)
        if not table and not graph:
            raise refusal("unacceptable", message="either")
        question = Question(text=query, base=base, dataset=dataset, table=table, graph=graph)
        started = time.monotonic()
        try:
            reply = self.pool.ask(question, seconds=self.seconds, asker=asker)
        except QueryError as error:
            _note(query, started, error.reason)
            raise
        _note(query, started, f"{len(reply.body)} bytes")
        types: Mapping[object, str] = {"table": table_type, "graph": graph_type}
        return Served(body=reply.body, media_type=types[reply.head["form"]])

    def describe(self, url: str, accept: str = "") -> Served:
        """Return the description of the service at `url` (SPARQL 1.1 Service Description).

        Raises:
            QueryError: `accept` takes no format of graphs.
        """
        graph_type, graph = format_of(accept, GRAPH_TYPES)
        if not graph:
            raise refusal("unacceptable", message="graph")
        question = Question(text=_DESCRIPTION, base=url, graph=graph)
        reply = self.pool.ask(question, seconds=self.seconds)
        return Served(body=reply.body, media_type=graph_type)

    def close(self) -> None:
        """End the processes of the endpoint."""
        self.pool.close()


_FORMATS = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
    "RDF_XML",
    "JSON-LD",
)
_DESCRIPTION = f"""
PREFIX sd: <http://www.w3.org/ns/sparql-service-description#>
PREFIX void: <http://rdfs.org/ns/void#>
PREFIX formats: <http://www.w3.org/ns/formats/>
CONSTRUCT {{
  <> a sd:Service ;
    sd:endpoint <> ;
    sd:supportedLanguage sd:SPARQL11Query ;
    sd:resultFormat {", ".join(f"formats:{name}" for name in _FORMATS)} ;
    sd:defaultDataset ?dataset .
  ?dataset a sd:Dataset ; sd:defaultGraph ?default ; sd:namedGraph ?entry .
  ?default a sd:Graph ; void:triples ?triples .
  ?entry a sd:NamedGraph ; sd:name ?name ; sd:graph ?graph .
  ?graph a sd:Graph ; void:triples ?many .
}} WHERE {{
  {{ SELECT (COUNT(*) AS ?triples) {{ ?s ?p ?o }} }}
  OPTIONAL {{ SELECT ?name (COUNT(*) AS ?many) {{ GRAPH ?name {{ ?s ?p ?o }} }} GROUP BY ?name }}
  BIND(IRI("#dataset") AS ?dataset)
  BIND(IRI("#default-graph") AS ?default)
  BIND(IF(BOUND(?name), IRI(CONCAT("#entry-", ENCODE_FOR_URI(STR(?name)))), ?none) AS ?entry)
  BIND(IF(BOUND(?name), IRI(CONCAT("#graph-", ENCODE_FOR_URI(STR(?name)))), ?none) AS ?graph)
}}
"""


def _note(query: str, started: float, verdict: str) -> None:
    """Log a query by its digest: what people ask is theirs."""
    name = hashlib.sha256(query.encode("utf-8", "replace")).hexdigest()[:12]
    spent = 1000 * (time.monotonic() - started)
    _log.info("query %s: %.0f ms, %s", name, spent, verdict)
