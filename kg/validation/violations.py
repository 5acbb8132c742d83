"""The defects of an ontology, one query each: no row, no defect.

The queries lie in `ontology/queries/violations`. The first lines of each begin with `#+` and are
YAML: its id, the problem and the solution, in both languages. Its columns are `focus` (what is
wrong), `label` and, where it helps, `value`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.domain.questions import Question
from kg.domain.texts import Text
from kg.errors import Fault, OntologyError
from kg.store.graph import Graph, Words
from kg.store.headers import header_error, read_header
from kg.store.prefixes import BASE, PREFIXES, expand, shorten
from kg.vocabulary import DCTERMS, HDS, XSD

__all__ = ["Violation", "find_violations", "read_violations", "violation_faults"]

_KEYS = ("id", "problem", "solution")


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """A kind of defect: what it is, what to do about it, the query that finds it."""

    id: str
    problem: Text
    solution: Text
    query: str


def violation_faults(
    graph: Graph, folder: Path, targets: Path, questions: Iterable[Question] = ()
) -> list[Fault]:
    """Return what each query of a folder finds.

    `targets` lists the foreign terms that were seen; a term of `questions` counts as used.

    Raises:
        OntologyError: a query has no header, or is wrong.
    """
    seen = graph.copy().extend([*_seen(targets), *_used(questions)])
    return [fault for violation in read_violations(folder) for fault in _found(seen, violation)]


def find_violations(graph: Graph, folder: Path, kind: str) -> Iterator[tuple[str, Text]]:
    """Yield the IRI of each defect of one kind, the name of its file, with its problem.

    Raises:
        OntologyError: a query has no header, or is wrong.
    """
    violation = _read(folder / f"{kind}.rq")
    for row in _rows(graph, violation):
        yield expand(row["focus"]), violation.problem


def read_violations(folder: Path) -> tuple[Violation, ...]:
    """Return the kinds of defects that a folder describes, by id.

    Raises:
        OntologyError: a file has no such header.
    """
    return tuple(_read(path) for path in sorted(folder.glob("*.rq")))


def _read(path: Path) -> Violation:
    fields, body = read_header(path, *_KEYS)
    match fields:
        case {
            "id": str(name),
            "problem": {"fr": str(fr), "en": str(en)},
            "solution": {"fr": str(mend_fr), "en": str(mend_en)},
        }:
            solution = Text(mend_fr, mend_en)
            return Violation(id=name, problem=Text(fr, en), solution=solution, query=body)
        case _:
            raise header_error(path, *_KEYS)


def _seen(targets: Path) -> Iterator[tuple[str, str, Words]]:
    with targets.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            day = Words(row["checked_on"], datatype=XSD.term("date"))
            yield row["iri"], HDS.term("checkedOn"), day


def _used(questions: Iterable[Question]) -> Iterator[tuple[str, str, Words | str]]:
    for question in questions:
        for term in question.uses:
            yield f"{BASE}id/competency-question/{question.id}", DCTERMS.term("requires"), term


def _found(graph: Graph, violation: Violation) -> Iterator[Fault]:
    yield from (_fault(violation, row) for row in _rows(graph, violation))


def _rows(graph: Graph, violation: Violation) -> Iterator[dict[str, str]]:
    try:
        rows = graph.store.query(violation.query, prefixes=dict(PREFIXES))
    except SyntaxError as error:
        raise OntologyError(_wrong(violation, error)) from error
    if isinstance(rows, ox.QuerySolutions):
        columns = [variable.value for variable in rows.variables]
        for row in rows:
            yield dict(zip(columns, map(_plain, row), strict=True))


def _plain(term: object) -> str:
    match term:
        case ox.NamedNode():
            return shorten(term.value)
        case ox.Literal() | ox.BlankNode():
            return term.value
        case _:
            return ""


def _fault(violation: Violation, row: dict[str, str]) -> Fault:
    label, value = row.get("label", ""), row.get("value", "")
    focus = row["focus"]
    fr = f"{focus} (« {label} »)" if label else focus
    en = f"{focus} (“{label}”)" if label else focus
    tail = f" [{value}]" if value else ""
    return Fault(
        fr=f"{fr} : {violation.problem.fr}{tail}. {violation.solution.fr}",
        en=f"{en}: {violation.problem.en}{tail}. {violation.solution.en}",
        key=focus,
    )


def _wrong(violation: Violation, error: SyntaxError) -> Fault:
    return Fault(
        fr=f"la requête {violation.id} ne se lit pas : {error}. Corrigez-la.",
        en=f"the query {violation.id} cannot be read: {error}. Correct it.",
        file=f"{violation.id}.rq",
    )
