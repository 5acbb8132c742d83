"""What breaks the format is refused, with its place, what is allowed and what was meant."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.domain.cases import Case
from kg.errors import Fault

Refusal = Callable[[str | bytes], tuple[Fault, ...]]
OnlyFault = Callable[[str], Fault]

ACTORS = "actors: {clinic: {}, publisher: {}}\n"
SERVICE = "services: {saas: {provider: publisher, %s}}\n"


def service(rest: str) -> str:
    return ACTORS + SERVICE % rest


@pytest.mark.parametrize(
    ("text", "key", "near"),
    [
        ("actor: {}\n", "actor", "actors"),
        (service("acess: []"), "services.saas.acess", "access"),
        (service("contract: {exist: true}"), "services.saas.contract.exist", "exists"),
        ("title: {fr: a, eng: b}\n", "title.eng", "en"),
        ("actors: {a: {evidences: []}}\n", "actors.a.evidences", "evidence"),
    ],
)
def test_an_unknown_key_is_refused_with_the_nearest_one(
    fault: OnlyFault, text: str, key: str, near: str
) -> None:
    found = fault(text)

    assert found.key == key
    assert f"Vouliez-vous dire « {near} » ?" in found.fr
    assert f"Did you mean “{near}”?" in found.en


@pytest.mark.parametrize(
    ("text", "key", "near"),
    [
        (service("access: [privilegd]"), "services.saas.access[0]", "privileged"),
        (service("storage: [France]"), "services.saas.storage[0]", "FR"),
        (service("storage: [fr]"), "services.saas.storage[0]", "FR"),
        (service("medium: papier"), "services.saas.medium", "paper"),
        (service("activities: [back-up]"), "services.saas.activities[0]", "backup"),
        (service("contract: {clauses: [15]}"), "services.saas.contract.clauses[0]", "1"),
        ("actors: {a: {evidence: [{norm: hold-certifcate}]}}\n", "actors.a.evidence[0].norm",
         "hold-certificate"),
    ],
)  # fmt: skip
def test_a_value_that_is_not_allowed_is_refused_with_the_nearest_one(
    fault: OnlyFault, text: str, key: str, near: str
) -> None:
    found = fault(text)

    assert found.key == key
    assert f"« {near}" in found.fr
    assert f"“{near}" in found.en


def test_an_id_that_nothing_bears_is_refused_with_the_nearest_one(fault: OnlyFault) -> None:
    found = fault(service("client: clinique"))

    assert found.line == 4
    assert found.key == "services.saas.client"
    assert "« clinique » n’est pas décrit dans « actors »" in found.fr
    assert "allowed ids: clinic, publisher. Did you mean “clinic”?" in found.en


@pytest.mark.parametrize("word", ["yes", "no", "oui", "on", "1", '"true"'])
def test_a_boolean_is_true_or_false_and_nothing_else(fault: OnlyFault, word: str) -> None:
    found = fault(service(f"ended: {word}"))

    assert "allowed values: true, false, unknown" in found.en
    assert "Did you mean" in found.en


@pytest.mark.parametrize(
    "rest",
    [
        "access: in_application",
        "access: {in_application: true}",
        "access: [[privileged]]",
        "medium: [digital]",
        "provider: [publisher]",
        "ended: [true]",
        "contract: true",
        "contract: [exists]",
    ],
)
def test_a_value_of_another_type_is_refused(refusal: Refusal, rest: str) -> None:
    services = f"services: {{saas: {{{rest if 'provider' in rest else 'provider: a, ' + rest}}}}}"

    (found,) = refusal(f"format: hds-case/1\nid: x\nactors: {{a: {{}}}}\n{services}\n")

    assert "expected here" in found.en
    assert "est attendu" in found.fr


@pytest.mark.parametrize(
    "text",
    ["actors: []\n", "actors: clinic\n", "certificates: {}\n", "certificates: a\n",
     "certificates: [a]\n", "actors: {a: b}\n", "title: [a]\n", "title: {fr: [a]}\n"],
)  # fmt: skip
def test_a_section_of_another_shape_is_refused(fault: OnlyFault, text: str) -> None:
    assert "expected here" in fault(text).en


def test_a_list_cannot_be_partly_unknown(fault: OnlyFault) -> None:
    assert "whole" in fault(service("activities: [backup, unknown]")).en


@pytest.mark.parametrize("day", ["2026-02-30", "23/11/2026", "20261123", "2026-11-23T10:00:00"])
def test_a_day_that_is_not_in_the_calendar_is_refused(fault: OnlyFault, day: str) -> None:
    assert "no day of the calendar" in fault(f"date: {day}\n").en


def test_a_certificate_cannot_end_before_it_begins(fault: OnlyFault) -> None:
    found = fault(
        ACTORS + "certificates:\n  - {holder: clinic, from: 2026-01-02, until: 2026-01-01}\n"
    )

    assert found.line == 5
    assert found.key == "certificates[0].until"
    assert "the end (2026-01-01) comes before the beginning (2026-01-02)" in found.en


def test_services_cannot_rely_on_one_another_in_a_circle(fault: OnlyFault) -> None:
    found = fault(
        ACTORS + "services:\n"
        "  a: {provider: clinic, relies_on: [b]}\n"
        "  b: {provider: clinic, relies_on: [c, d]}\n"
        "  c: {provider: clinic, relies_on: [a]}\n"
        "  d: {provider: clinic}\n"
    )

    assert found.key == "services.a.relies_on"
    assert "a → b → c → a" in found.en


def test_a_service_cannot_rely_on_itself(fault: OnlyFault) -> None:
    assert "saas → saas" in fault(service("relies_on: [saas]")).en


def test_services_that_share_what_they_rely_on_are_no_circle(
    read: Callable[[str], Case],
) -> None:
    case = read(
        ACTORS + "services:\n"
        "  a: {provider: clinic, relies_on: [b, c]}\n"
        "  b: {provider: clinic, relies_on: [c]}\n"
        "  c: {provider: clinic}\n"
    )

    assert len(case.of("services")) == 3


@pytest.mark.parametrize("name", ["éditeur", "a b", "12", "a.b", "a/b", "unknown", '""', '"a\\nb"'])
def test_an_id_is_an_unaccented_word(fault: OnlyFault, name: str) -> None:
    assert "is no id" in fault(f"actors:\n  {name}: {{}}\n").en


def test_a_word_near_an_id_that_is_none_is_proposed(fault: OnlyFault) -> None:
    assert "Par exemple « editeur-saas »." in fault("actors: {Éditeur SaaS: {}}\n").fr


def test_a_service_needs_its_provider(fault: OnlyFault) -> None:
    found = fault("services: {saas: {}}\n")

    assert found.key == "services.saas"
    assert "“provider” is missing" in found.en


def test_a_provider_may_be_said_to_be_unknown(read: Callable[[str], Case]) -> None:
    assert read("services: {saas: {provider: unknown}}\n").of("services")


def test_a_complete_case_cannot_leave_a_whole_section_unknown(fault: OnlyFault) -> None:
    assert "write “certificates: []”" in fault("complete: true\ncertificates: unknown\n").en


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("id: x\n", "the key “format” is missing; expected value: hds-case/1"),
        ("format: hds-case/2\nid: x\n", "“hds-case/2” is no known format"),
        ("format: 1\nid: x\n", "“1” is no known format"),
        ("format: hds-case/1\n", "the key “id” is missing"),
        ("format: hds-case/1\nid:\n", "is no id"),
        ("format: hds-case/1\nid: [a]\n", "expected here"),
        ("format: hds-case/1\nid: x\ncomplete: maybe\n", "allowed values: true, false"),
        ("format: hds-case/1\nid: x\ndate: [2026-11-23]\n", "no day of the calendar"),
        ("- a\n- b\n", "a mapping is expected here; found: a list"),
        ("just words\n", "a mapping is expected here; found: “just words”"),
    ],
)
def test_a_case_without_a_proper_head_is_refused(refusal: Refusal, text: str, words: str) -> None:
    (found,) = refusal(text)

    assert words in found.en


def test_a_name_that_no_page_can_print_is_refused(fault: OnlyFault) -> None:
    assert "control character" in fault('actors: {a: {name: "a\\0b"}}\n').en


def test_every_fault_is_told_at_once_from_top_to_bottom(refusal: Refusal) -> None:
    found = refusal(
        "format: hds-case/2\n"
        "id: x\n"
        "actors:\n"
        "  clinic: {country: XX, contry: FR}\n"
        "services:\n"
        "  saas: {provider: klinic, ended: no}\n"
        "certificates: [{until: never}]\n"
    )

    assert [fault.line for fault in found] == [1, 4, 4, 6, 6, 7, 7]
    assert found[1].say("fr").startswith("a.yaml:4: actors.clinic.country : « XX »")
    assert found[1].say("en").startswith("a.yaml:4: actors.clinic.country: “XX”")


def test_of_a_hopeless_file_the_first_200_faults_are_told(refusal: Refusal) -> None:
    keys = "".join(f"key{n}: 1\n" for n in range(1000))

    found = refusal("format: hds-case/1\nid: x\n" + keys)

    assert len(found) == 201
    assert "reading stops after 200 errors" in found[-1].en
