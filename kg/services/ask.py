"""Ask: SPARQL over the graph, in the sandbox."""

from __future__ import annotations

from datetime import date

from kg.domain.queries import ExampleQuery
from kg.domain.tables import QueryResult
from kg.exports.results import RESULT_FORMATS, write_result
from kg.sandbox.pool import run_query
from kg.services.questions import list_questions, question_sparql
from kg.services.workspace import Workspace
from kg.store.remote_release import ask_elsewhere

__all__ = ["RESULT_FORMATS", "ask", "example_queries", "result_to_text"]


def ask(
    workspace: Workspace,
    query: str,
    *,
    seconds: float = 10.0,
    rows: int = 5000,
    endpoint: str = "",
) -> QueryResult:
    """Return the whole result of a query that may come from anybody.

    Args:
        workspace: where the graph is.
        query: SPARQL 1.1; the usual prefixes are declared.
        seconds: when the query is stopped.
        rows: the most rows of a result; more is an error and never cut.
        endpoint: the address of a SPARQL server to ask instead; by default that of the settings,
            and the embedded graph where they give none.

    Raises:
        QueryError: the query is wrong, is refused, or passes a limit.
    """
    address = endpoint or workspace.settings.endpoint
    if address:
        return ask_elsewhere(address, query, seconds=seconds, rows=rows)
    return run_query(workspace.graph, query, seconds=seconds, rows=rows)


def example_queries(workspace: Workspace, *, today: date) -> tuple[ExampleQuery, ...]:
    """Return the questions of the catalogue that are queries of the graph alone, as they run.

    A parameter has its default value, a day the one of `today`.

    Raises:
        OntologyError: a file of `ontology/queries` has no header, or one of another form.
    """
    return tuple(
        ExampleQuery(
            id=question.name,
            question=question.question,
            query=question_sparql(workspace, question, {}, today=today),
        )
        for question in list_questions(workspace)
        if question.sparql and all(p.default or p.optional for p in question.parameters)
    )


def result_to_text(result: QueryResult, format_: str) -> str:
    """Return a result in one of `RESULT_FORMATS`.

    Raises:
        ExportError: there is no such format, or it cannot hold such a result.
    """
    return write_result(result, format_)
