"""Cases from tables: a fact a row, or an entity a row, in CSV or in a workbook."""

from __future__ import annotations

import csv
from dataclasses import replace
from io import BytesIO, StringIO

import openpyxl
import pytest

from kg.domain.cases import Case, Fact
from kg.errors import CaseError, UsageError
from kg.services.cases import example_cases, load_case, parse_case
from kg.services.workspace import Workspace


@pytest.fixture(scope="module")
def case(workspace: Workspace) -> Case:
    return load_case(workspace, example_cases(workspace)["source-memo-completed"])


def rows_of(case: Case) -> list[list[str]]:
    """Return a case as a table, a fact a row."""
    assert case.day is not None
    rows = [
        ["section", "id", "key", "value"],
        ["case", "", "id", case.id],
        ["case", "", "title.fr", case.title.fr],
        ["case", "", "title.en", case.title.en],
        ["case", "", "date", case.day.isoformat()],
        ["case", "", "complete", "VRAI" if case.complete else "FAUX"],
    ]
    for entity in case.entities:
        rows += [[entity.section, entity.id, f.key, written(f)] for f in entity.facts]
    return rows


def written(fact: Fact) -> str:
    match fact.value:
        case None:
            return "unknown"
        case bool():
            return str(fact.value).lower()
        case tuple():
            return " | ".join(fact.value) or "[]"
        case _:
            return str(fact.value)


def as_csv(rows: list[list[str]], delimiter: str = ",") -> str:
    sink = StringIO()
    csv.writer(sink, delimiter=delimiter).writerows(rows)
    return sink.getvalue()


def without_places(case: Case) -> Case:
    """Return a case without the lines of its file, and without its name."""
    entities = tuple(
        replace(
            entity,
            line=0,
            facts=tuple(sorted((replace(f, line=0) for f in entity.facts), key=lambda f: f.key)),
        )
        for entity in case.entities
    )
    return replace(case, entities=entities, source="", sections=frozenset())


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_of_facts_is_the_same_case_as_the_yaml(
    workspace: Workspace, case: Case, delimiter: str
) -> None:
    found = parse_case(workspace, as_csv(rows_of(case), delimiter), "case.csv")

    assert without_places(found) == without_places(case)


def test_a_workbook_is_the_same_case_as_the_yaml(workspace: Workspace, case: Case) -> None:
    book = openpyxl.Workbook()
    for row in rows_of(case):
        book.worksheets[0].append(row)
    sink = BytesIO()
    book.save(sink)

    found = parse_case(workspace, sink.getvalue(), "case.xlsx")

    assert without_places(found) == without_places(case)


SUPPLIERS = """section;id;kind;provider;client;activities;holder;standard;from;until;date
case;suppliers;;;;;;;;;2026-11-23
actors;hospital;healthcare_establishment;;;;;;;;
actors;rooms;hosting_provider;;;;;;;;
services;housing;;rooms;hospital;physical_sites | hardware_infrastructure;;;;;
certificates;0;;;;physical_sites;rooms;v2;2025-01-01;2027-12-31;
"""


def test_a_list_of_suppliers_has_an_entity_a_row(workspace: Workspace) -> None:
    found = parse_case(workspace, SUPPLIERS, "suppliers.csv")

    assert found.id == "suppliers"
    assert [entity.path for entity in found.entities] == [
        "actors.hospital",
        "actors.rooms",
        "services.housing",
        "certificates[0]",
    ]
    housing = found.find("services", "housing")
    assert housing is not None
    assert {fact.key: fact.value for fact in housing.facts} == {
        "provider": "rooms",
        "client": ("hospital",),
        "activities": ("physical_sites", "hardware_infrastructure"),
    }


def test_a_fault_names_the_line_of_the_table(workspace: Workspace) -> None:
    text = (
        "section,id,key,value\ncase,,id,x\nactors,a,kind,hospitl\nservices,s,provider,nobody\n"
        "services,s,activities,backup | backups\n"
    )

    with pytest.raises(CaseError) as caught:
        parse_case(workspace, text, "case.csv")

    lines = {fault.line for fault in caught.value.faults}
    assert {3, 4, 5} <= lines
    assert "case.csv:5" in caught.value.say("fr")
    assert "backup" in caught.value.say("en")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "empty"),
        ("a,b\n1,2\n", "first line must name the columns"),
        ('section,id,key,value\n"case,,id,x\n', "cannot be read"),
        ("section,id,key,value\ncase,,id,x\ncase,,id,y\n", "already given on line 2"),
    ],
    ids=["empty", "no columns", "broken quotes", "a fact twice"],
)
def test_a_table_that_cannot_be_read_says_why(workspace: Workspace, text: str, said: str) -> None:
    with pytest.raises(CaseError) as caught:
        parse_case(workspace, text, "case.csv")

    assert said in caught.value.say("en")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04broken", b"not a workbook"])
def test_what_is_no_workbook_is_refused(workspace: Workspace, content: bytes) -> None:
    with pytest.raises(UsageError):
        parse_case(workspace, content, "case.xlsx")
