from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.domain.cases import Case, Entity, Fact
from kg.domain.texts import Text
from kg.errors import CaseError, UsageError
from kg.services.cases import load_case, parse_case
from kg.services.edit import check_case, leave_out, state, write_case
from kg.services.workspace import Workspace, open_workspace
from kg.settings import read_settings

ROOT = Path(__file__).resolve().parents[2]
CASES = sorted([*(ROOT / "data" / "cases").glob("*.yaml"), *(ROOT / "tests/cases").glob("*.yaml")])
WORKSPACE = open_workspace(read_settings())
MEMO = next(path for path in CASES if path.stem == "source-memo")


def told(case: Case) -> Case:
    """The case without what only its file says: its name, its lines."""
    entities = (
        replace(entity, line=0, facts=tuple(replace(fact, line=0) for fact in entity.facts))
        for entity in case.entities
    )
    return replace(case, source="", entities=tuple(entities))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_that_is_written_down_reads_back_as_the_same_case(
    workspace: Workspace, path: Path
) -> None:
    case = load_case(workspace, path)

    again = parse_case(workspace, write_case(workspace, case), "again")

    assert told(again) == told(case)


# What no page could print is refused by the reader: control signs, surrogates, no sign at all.
printable = st.text(st.characters(exclude_categories=["Cc", "Cn", "Cs"]), max_size=30)
words = printable.filter(lambda text: text != "unknown")
ids = st.from_regex(r"[A-Za-z0-9_-]{1,20}", fullmatch=True).filter(
    lambda word: any(sign.isalpha() for sign in word) and word.casefold() not in {"unknown", "null"}
)


@given(id_=ids, name=words, title=words, day=st.none() | st.dates(), complete=st.booleans())
def test_whatever_a_case_says_it_reads_back_the_same(
    *, id_: str, name: str, title: str, day: date | None, complete: bool
) -> None:
    facts = (Fact(key="name", value=name), Fact(key="subject_to_law_of", value=("NO", "FR")))
    case = Case(
        id=id_,
        title=Text(title, ""),
        day=day,
        complete=complete,
        entities=(Entity(section="actors", id=id_, facts=facts),),
        sections=frozenset({"actors", "services", "certificates"}),
    )

    again = parse_case(WORKSPACE, write_case(WORKSPACE, case), "")

    assert told(again) == case


def test_a_fact_that_is_changed_stands_where_it_stood(workspace: Workspace) -> None:
    case = load_case(workspace, MEMO)

    changed = state(case, "services.saas", "activities", ("backup",))

    before, after = case.find("services", "saas"), changed.find("services", "saas")
    assert before is not None
    assert after is not None
    assert [fact.key for fact in after.facts] == [fact.key for fact in before.facts]
    assert after.fact("activities") == Fact(key="activities", value=("backup",))


def test_a_fact_of_the_contract_that_is_added_reads_back_in_its_place(workspace: Workspace) -> None:
    case = load_case(workspace, MEMO)

    case = state(case, "services.saas", "contract.exists", value=True)
    case = state(case, "services.saas", "storage", ("FR",))
    case = state(case, "services.saas", "contract.names_provider_as_host", None)

    assert told(check_case(workspace, case)) == told(case)


def test_a_fact_that_is_left_out_is_no_longer_said(workspace: Workspace) -> None:
    case = load_case(workspace, MEMO)

    saas = leave_out(case, "services.saas", "access").find("services", "saas")

    assert saas is not None
    assert saas.fact("access") is None


def test_a_place_that_the_case_does_not_have_is_told_with_those_it_has(
    workspace: Workspace,
) -> None:
    case = load_case(workspace, MEMO)

    with pytest.raises(UsageError, match=r"services\.nothing.*services\.saas"):
        state(case, "services.nothing", "access", None)


def test_a_change_that_contradicts_the_case_is_told(workspace: Workspace) -> None:
    case = load_case(workspace, MEMO)
    case = state(case, "certificates[0]", "from", date(2026, 1, 2))
    case = state(case, "certificates[0]", "until", date(2026, 1, 1))

    with pytest.raises(CaseError, match="until"):
        check_case(workspace, case)
