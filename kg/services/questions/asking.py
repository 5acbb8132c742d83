"""Ask a question of the catalogue: typed values in, a table out."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kg.domain.cases import Case
from kg.domain.questions import Kind, Question, Reply, Value
from kg.domain.tables import Cell, QueryResult
from kg.errors import UsageError
from kg.sandbox.pool import run_query
from kg.services.questions import faults
from kg.services.questions.calls import CALLS
from kg.services.questions.cells import plain
from kg.services.questions.statements import case_statements
from kg.services.questions.values import Values, read_values
from kg.services.workspace import Workspace
from kg.store.ntriples import write_term
from kg.store.prefixes import CASE
from kg.store.remote_release import ask_elsewhere

__all__ = ["Prepared", "ask_question", "prepare_question", "question_sparql"]

_WHERE = re.compile(r"\bWHERE\s*\{")


def ask_question(
    workspace: Workspace,
    question: Question,
    values: Mapping[str, Value],
    *,
    today: date,
    seconds: float = 10.0,
    endpoint: str = "",
) -> Reply:
    """Return the answer to a question of the catalogue.

    Args:
        workspace: where the graph is.
        question: one of `list_questions`.
        values: its parameters, as a person writes them; a case may be given as such.
        today: the day of the parameters whose default is today, where no case has its own.
        seconds: when a query is stopped.
        endpoint: the address of a SPARQL server to ask instead of the embedded graph.

    Raises:
        UsageError: parameters are missing, unknown or wrong: all of them at once.
        QueryError: the query passes a limit.
    """
    read = read_values(workspace, question, values, today=today)
    if question.calls:
        table = _called(workspace, question, read)
    elif endpoint:
        table = _remote(question, read, endpoint, seconds)
    else:
        table = _queried(workspace, question, read, seconds)
    return Reply(question=question, values=read.shown, table=table)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """What a question's query is asked with: the values bound, the case's triples beside it."""

    bound: tuple[tuple[str, str], ...]
    beside: str


def prepare_question(
    workspace: Workspace, question: Question, values: Mapping[str, Value], *, today: date
) -> Prepared | QueryResult:
    """Return what a question's query is to be asked with; the answer where the reasoner gives it.

    Raises:
        UsageError: parameters are missing, unknown or wrong: all of them at once.
    """
    read = read_values(workspace, question, values, today=today)
    return _called(workspace, question, read) if question.calls else _prepared(workspace, read)


def _prepared(workspace: Workspace, read: Values) -> Prepared:
    return Prepared(
        bound=tuple((name, write_term(node)) for name, node in sorted(read.nodes.items())),
        beside=case_statements(workspace, read.case, on=read.day) if read.case else "",
    )


def question_sparql(
    workspace: Workspace, question: Question, values: Mapping[str, Value], *, today: date
) -> str:
    """Return the query with the values given, to be shown and asked elsewhere; "" for a call.

    Values that are missing stay open. The prefixes of the project are not declared.

    Raises:
        UsageError: a value is wrong.
    """
    if question.calls:
        return ""
    read = read_values(workspace, question, values, today=today, partial=True)
    return _with_values(question.sparql, read)


def _queried(workspace: Workspace, question: Question, read: Values, seconds: float) -> QueryResult:
    prepared = _prepared(workspace, read)
    result = run_query(
        workspace.graph,
        question.sparql,
        seconds=seconds,
        rows=5000,
        values=prepared.bound,
        beside=prepared.beside,
    )
    return _shown(question, result, read.case)


def _remote(question: Question, read: Values, endpoint: str, seconds: float) -> QueryResult:
    """SPARQL's protocol has no way to bind a variable: the values go in a VALUES block."""
    if any(parameter.kind is Kind.CASE for parameter in question.parameters):
        raise UsageError(faults.not_at_an_endpoint(question))
    query = _with_values(question.sparql, read)
    return _shown(question, ask_elsewhere(endpoint, query, seconds=seconds, rows=5000))


def _with_values(query: str, read: Values) -> str:
    bound = sorted(read.nodes.items())
    if not bound:
        return query
    names = " ".join(f"?{name}" for name, _ in bound)
    terms = " ".join(write_term(node) for _, node in bound)
    block = f"\n  VALUES ({names}) {{ ({terms}) }}"
    return _WHERE.sub(lambda match: match.group() + block, query, count=1)


def _called(workspace: Workspace, question: Question, read: Values) -> QueryResult:
    start = time.perf_counter()
    rows = tuple(CALLS[question.calls](workspace, question, read))
    names = tuple(column.name for column in question.columns)
    seconds = time.perf_counter() - start
    return QueryResult(form="select", columns=names, rows=rows, seconds=seconds)


def _shown(question: Question, result: QueryResult, case: Case | None = None) -> QueryResult:
    """Return the columns that the question returns; what is of the case, by its id there."""
    names = tuple(column.name for column in question.columns)
    places = [result.columns.index(name) for name in names]
    root = f"{CASE}{case.id}/" if case else ""
    rows = tuple(tuple(_named(row[place], root) for place in places) for row in result.rows)
    return QueryResult(form="select", columns=names, rows=rows, seconds=result.seconds)


def _named(cell: Cell, root: str) -> Cell:
    """Return the id of an entity of the case, or its path where it has none of its own."""
    if not root or cell.kind != "iri" or not cell.text.startswith(root):
        return cell
    section, _, name = cell.text.removeprefix(root).partition("/")
    is_id = "/" not in name and not name.isdigit()
    path = re.sub(r"/(\d+)(?=/|$)", r"[\1]", f"{section}/{name}").replace("/", ".")
    return plain(name if is_id else path)
