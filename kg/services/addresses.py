"""Every term at its own address: what the graph says of it, in the format asked for."""

from __future__ import annotations

from collections.abc import Mapping

from kg.domain.media import GRAPH_TYPES, format_of
from kg.domain.tables import QueryResult
from kg.domain.texts import Language
from kg.exports.term_html import ontology_page, term_page
from kg.sandbox.pool import result_of
from kg.sandbox.question import Question
from kg.sandbox.refusals import refusal
from kg.services.endpoint import Endpoint, Served
from kg.store.prefixes import BASE

__all__ = ["describe_address"]

_HTML = "text/html"
_TYPES: Mapping[str, str] = {_HTML: "html", "application/xhtml+xml": "html", **GRAPH_TYPES}
_KNOWN = "SELECT ?term { ?term ?p ?o } LIMIT 1"
_TRIPLES = "DESCRIBE ?term { ?term ?p ?o }"
_WHOLE = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
_NAMED = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
_LABEL = 'OPTIONAL {{ ?{0} skos:prefLabel ?{0}Label FILTER(LANG(?{0}Label) = "{1}") }}'
_SAYS = "SELECT ?term ?p ?pLabel ?o ?oLabel {{ ?term ?p ?o {0} {1} }} ORDER BY ?p ?o"
_SAID = (
    "SELECT ?term ?p ?pLabel ?s ?sLabel {{ ?s ?p ?term FILTER(isIRI(?s)) {0} {1} }} ORDER BY ?p ?s"
)
_LISTED = """
SELECT ?kind ?kindLabel ?term ?label ?definition {{
  ?term a ?kind ; skos:prefLabel ?label FILTER(LANG(?label) = "{1}")
  FILTER(STRSTARTS(STR(?term), "{2}"))
  OPTIONAL {{ ?term skos:definition ?definition FILTER(LANG(?definition) = "fr") }}
  {0}
}} ORDER BY ?kind ?label ?term
"""


def describe_address(
    endpoint: Endpoint, path: str, *, accept: str, lang: Language
) -> Served | None:
    """Return what the graph says of the term at a path, None where it says nothing.

    `ontology` is the whole of what is stated; `graph/…` is one named graph.

    Raises:
        QueryError: `accept` takes no format that there is, or the endpoint is too busy.
    """
    media_type, format_ = format_of(accept, _TYPES)
    if not format_:
        raise refusal("unacceptable", message="graph")
    iri = BASE + path.rstrip("/")
    if iri == f"{BASE}ontology":
        return _ontology(endpoint, media_type, format_, lang)
    if iri.startswith(f"{BASE}graph/"):
        return _graph(endpoint, iri, media_type, format_)
    if not _ask(endpoint, _KNOWN, iri).rows:
        return None
    if format_ != "html":
        return _written(
            endpoint, Question(text=_TRIPLES, values=_term(iri), graph=format_), media_type
        )
    labels = {name: _LABEL.format(name, lang) for name in ("p", "o", "s")}
    says = _ask(endpoint, _SAYS.format(labels["p"], labels["o"]), iri)
    said = _ask(endpoint, _SAID.format(labels["p"], labels["s"]), iri)
    return Served(body=term_page(iri, says, said, lang), media_type=_HTML)


def _ontology(endpoint: Endpoint, media_type: str, format_: str, lang: Language) -> Served:
    if format_ != "html":
        return _written(endpoint, Question(text=_WHOLE, graph=format_), media_type)
    listed = _ask(endpoint, _LISTED.format(_LABEL.format("kind", lang), lang, BASE))
    return Served(body=ontology_page(listed, lang), media_type=_HTML)


def _graph(endpoint: Endpoint, iri: str, media_type: str, format_: str) -> Served | None:
    question = Question(
        text=_NAMED,
        dataset=((iri,), ()),
        graph="turtle" if format_ == "html" else format_,
    )
    served = _written(endpoint, question, "text/plain" if format_ == "html" else media_type)
    return served if served.body.strip() else None


def _term(iri: str) -> tuple[tuple[str, str], ...]:
    return (("term", f"<{iri}>"),)


def _ask(endpoint: Endpoint, query: str, iri: str = "") -> QueryResult:
    question = Question(text=query, values=_term(iri) if iri else ())
    return result_of(endpoint.pool.ask(question, seconds=endpoint.seconds).head)


def _written(endpoint: Endpoint, question: Question, media_type: str) -> Served:
    reply = endpoint.pool.ask(question, seconds=endpoint.seconds)
    return Served(body=reply.body, media_type=media_type)
