"""A remote SPARQL 1.1 endpoint, asked through SPARQLWrapper: the same results from afar.

It is asked only when somebody gives its address: by `--endpoint`, or in `HDS_ENDPOINT`.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable
from typing import Any, cast
from urllib.error import URLError

from SPARQLWrapper import JSON, POST, TURTLE, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import SPARQLWrapperException

from kg.domain.tables import Cell, QueryResult
from kg.errors import Fault, QueryError
from kg.store.graph import Graph
from kg.store.prefixes import PREFIXES
from kg.vocabulary import XSD

__all__ = ["ask_endpoint"]

_KINDS = {"uri": "iri", "bnode": "blank", "literal": "literal", "typed-literal": "literal"}
_BOOLEAN = XSD.term("boolean")
_TRUTHS = {"1": "true", "0": "false"}
"""The other way to write a truth value, which some servers prefer (XML Schema 2, §3.3.2)."""
_GRAPHS = {"CONSTRUCT", "DESCRIBE"}
_READS = {"SELECT", "ASK", *_GRAPHS}


def ask_endpoint(
    url: str,
    query: str,
    *,
    seconds: float,
    rows: int,
    default: Iterable[str] = (),
    named: Iterable[str] = (),
) -> QueryResult:
    """Return what the endpoint at `url` answers to a query (SPARQL 1.1 Protocol, §2.1).

    The query is about the `default` and `named` graphs; where none is given, about what the
    server makes its own default.

    Raises:
        QueryError: the endpoint cannot be reached, refuses, is too slow, or answers too much.
    """
    wrapper = SPARQLWrapper(url)
    declared = "".join(f"PREFIX {name}: <{base}>\n" for name, base in PREFIXES.items())
    wrapper.setQuery(f"{declared}{query}")
    wrapper.setTimeout(max(1, round(seconds)))
    wrapper.setMethod(POST)
    for graph in default:
        wrapper.addDefaultGraph(graph)
    for graph in named:
        wrapper.addNamedGraph(graph)
    kind = str(wrapper.queryType)
    if kind not in _READS:
        raise _failed(url, f"{kind}: read-only")
    wrapper.setReturnFormat(TURTLE if kind in _GRAPHS else JSON)
    started = time.monotonic()
    try:
        answer = wrapper.query().response.read()
    except (SPARQLWrapperException, URLError, OSError, ValueError) as error:
        raise _failed(url, _cause(error)) from error
    spent = time.monotonic() - started
    result = _graph(answer, spent) if kind in _GRAPHS else _table(answer, spent)
    if len(result.rows) > rows:
        raise _failed(url, f"> {rows}")
    return result


def _graph(answer: bytes, seconds: float) -> QueryResult:
    return QueryResult(form="graph", ntriples=Graph().read_turtle(answer), seconds=seconds)


def _table(answer: bytes, seconds: float) -> QueryResult:
    """Return a table or a truth value (SPARQL 1.1 Query Results JSON Format, §3)."""
    tree = cast("dict[str, Any]", json.loads(answer))
    if "boolean" in tree:
        return QueryResult(form="ask", truth=bool(tree["boolean"]), seconds=seconds)
    columns = tuple(tree["head"]["vars"])
    rows = tuple(
        tuple(_cell(binding.get(column)) for column in columns)
        for binding in tree["results"]["bindings"]
    )
    return QueryResult(form="select", columns=columns, rows=rows, seconds=seconds)


def _cell(value: dict[str, str] | None) -> Cell:
    if value is None:
        return Cell(text="", kind="none")
    datatype = value.get("datatype", "")
    text = value["value"]
    return Cell(
        text=_TRUTHS.get(text, text) if datatype == _BOOLEAN else text,
        kind=_KINDS[value["type"]],
        lang=value.get("xml:lang", ""),
        datatype=datatype,
    )


def _cause(error: Exception) -> str:
    return str(error).strip().splitlines()[0][:200] if str(error).strip() else type(error).__name__


def _failed(url: str, cause: str) -> QueryError:
    return QueryError(
        Fault(
            fr=f"le point d’accès {url} n’a pas répondu comme il faut ({cause}). Vérifiez "
            "l’adresse, la requête et que le serveur tourne, ou retirez --endpoint.",
            en=f"the endpoint {url} did not answer as it should ({cause}). Check the address, "
            "the query and that the server runs, or leave --endpoint out.",
            key="--endpoint",
        )
    )
