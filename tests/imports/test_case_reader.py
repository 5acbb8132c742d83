"""A case that keeps to its format is read as it is written."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

import pytest

from kg.domain.case_format import CaseFormat
from kg.domain.cases import Case, Value
from kg.domain.texts import Text
from kg.imports import read_case

Read = Callable[[str], Case]

SAAS = """
actors: {clinic: {}, publisher: {}}
data: {records: {health: true}}
services:
  hosting: {provider: publisher}
  saas:
    provider: publisher
"""


def stated(case: Case, section: str, name: str, key: str) -> Value | None:
    """Return what the case says of a key; it must say something."""
    entity = case.find(section, name)
    assert entity is not None
    fact = entity.fact(key)
    assert fact is not None, key
    return fact.value


def test_norway_is_a_country_and_not_a_no(read: Read) -> None:
    case = read("actors: {host: {country: NO, subject_to_law_of: [NO, FR]}}")

    assert stated(case, "actors", "host", "country") == "NO"
    assert stated(case, "actors", "host", "subject_to_law_of") == ("NO", "FR")


@pytest.mark.parametrize("name", ["1.10", "012", "12:30:45", "2026-11-23", "yes", "1e3", "0x1F"])
def test_a_name_that_looks_like_a_number_stays_as_it_is_written(read: Read, name: str) -> None:
    case = read(f"actors: {{host: {{name: {name}}}}}")

    assert stated(case, "actors", "host", "name") == name


@pytest.mark.parametrize("word", ["unknown", "null", "~", "", '"unknown"'])
def test_unknown_and_null_mean_that_the_fact_is_unknown(read: Read, word: str) -> None:
    case = read(f"{SAAS}    access: {word}\n    ended: {word}\n    medium: {word}\n")

    assert stated(case, "services", "saas", "access") is None
    assert stated(case, "services", "saas", "ended") is None
    assert stated(case, "services", "saas", "medium") is None


def test_what_is_left_out_is_not_a_fact(read: Read) -> None:
    service = read(SAAS).find("services", "saas")

    assert service is not None
    assert [fact.key for fact in service.facts] == ["provider"]


def test_an_empty_list_is_a_stated_list(read: Read) -> None:
    case = read(f"{SAAS}    activities: []\n")

    assert stated(case, "services", "saas", "activities") == ()


def test_a_repeated_value_of_a_list_counts_once(read: Read) -> None:
    case = read(f"{SAAS}    storage: [FR, DE, FR]\n")

    assert stated(case, "services", "saas", "storage") == ("FR", "DE")


@pytest.mark.parametrize("clients", ["clinic", "[clinic]"])
def test_a_client_may_be_written_with_or_without_brackets(read: Read, clients: str) -> None:
    case = read(f"{SAAS}    client: {clients}\n")

    assert stated(case, "services", "saas", "client") == ("clinic",)


@pytest.mark.parametrize("data", ["records", "[records]"])
def test_the_data_of_a_sale_may_be_written_with_or_without_brackets(read: Read, data: str) -> None:
    case = read(f"{SAAS}sales: [{{seller: publisher, data: {data}, consent: true}}]\n")

    assert stated(case, "sales", "0", "data") == ("records",)


def test_the_keys_of_a_contract_are_read_under_its_name(read: Read) -> None:
    case = read(f"{SAAS}    contract: {{exists: true, clauses: [1, 2, 14], informs_of: []}}\n")

    assert stated(case, "services", "saas", "contract.exists") is True
    assert stated(case, "services", "saas", "contract.clauses") == ("1", "2", "14")
    assert stated(case, "services", "saas", "contract.informs_of") == ()


def test_an_unknown_contract_leaves_everything_about_it_unknown(read: Read) -> None:
    case = read(f"{SAAS}    contract: unknown\n")

    assert stated(case, "services", "saas", "contract.exists") is None
    assert stated(case, "services", "saas", "contract.names_provider_as_host") is None


def test_the_days_of_a_certificate_are_days(read: Read) -> None:
    case = read(f'{SAAS}certificates: [{{holder: clinic, from: 2024-02-29, until: "2027-02-28"}}]')

    assert stated(case, "certificates", "0", "from") == date(2024, 2, 29)
    assert stated(case, "certificates", "0", "until") == date(2027, 2, 28)


def test_what_an_actor_can_show_is_read_as_its_own(read: Read) -> None:
    case = read("actors: {clinic: {evidence: [{norm: impact-assessment, met: true}]}}")

    (shown,) = case.of("evidence")
    assert shown.path == "actors.clinic.evidence[0]"
    assert shown.owner == "actors.clinic"
    assert stated(case, "evidence", "0", "met") is True


def test_the_head_of_a_case_is_read(read: Read) -> None:
    case = read("title: {fr: Éditeur, en: Publisher}\ndate: 2026-11-23\ncomplete: true\n")

    assert case.id == "a-case"
    assert case.title == Text("Éditeur", "Publisher")
    assert case.day == date(2026, 11, 23)
    assert case.complete


def test_a_case_without_title_date_or_complete_has_none_and_is_open(read: Read) -> None:
    case = read("")

    assert not case.title
    assert case.day is None
    assert not case.complete


def test_a_title_in_one_language_serves_for_both(read: Read) -> None:
    assert read("title: Éditeur SaaS").title == Text("Éditeur SaaS", "Éditeur SaaS")


def test_a_section_that_is_empty_is_stated_and_one_that_is_unknown_is_not(read: Read) -> None:
    case = read("approvals: []\ncertificates: unknown\nsales:\n")

    assert case.sections == {"approvals"}


def test_what_is_expected_of_the_answer_and_why_is_passed_over(read: Read) -> None:
    assert read("expect: {actors: {nobody: {}}}\nwhy: a test\n").entities == ()


def test_each_fact_knows_its_line(read: Read) -> None:
    case = read("actors:\n  clinic:\n    country: FR\n")

    (clinic,) = case.of("actors")
    assert [fact.line for fact in clinic.facts] == [5]


def test_the_same_tree_in_json_is_the_same_case(form: CaseFormat) -> None:
    tree = {
        "format": "hds-case/1",
        "id": "a-case",
        "title": {"fr": "Santé 😀", "en": "Health 😀"},
        "date": "2026-11-23",
        "complete": None,
        "actors": {"clinic": {"country": "NO"}},
        "services": {"saas": {"provider": "clinic", "contract": {"clauses": [1, 2]}}},
    }
    texts = [json.dumps(tree), json.dumps(tree, indent="\t", ensure_ascii=False)]

    first, second = (read_case(text, source="a.json", form=form) for text in texts)

    assert first.title == second.title == Text("Santé 😀", "Health 😀")
    assert stated(first, "actors", "clinic", "country") == "NO"
    assert stated(second, "services", "saas", "contract.clauses") == ("1", "2")


def test_a_byte_order_mark_does_no_harm(form: CaseFormat) -> None:
    text = "\ufeffformat: hds-case/1\nid: a-case\n"

    case = read_case(text.encode(), source="a.yaml", form=form)

    assert case.id == "a-case"
