from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from kg.domain.audits import AuditReport, CitationFinding, CitationStatus
from kg.services.audit import audit, audit_as_json, audit_as_text
from kg.services.workspace import Workspace
from kg.store.claims import read_claims

TODAY = date(2026, 11, 23)


def one(workspace: Workspace, text: str, on: date = TODAY) -> CitationFinding:
    """The only citation of a text."""
    (finding,) = audit(workspace, text, on=on).citations
    return finding


@pytest.fixture(scope="module")
def memo(workspace: Workspace) -> str:
    """A text made of the words by which the claims of the source memo are known."""
    quotes = [quote for claim in read_claims(workspace.graph) for quote in claim.quotes]
    return "\n\n".join(quotes)


@pytest.fixture(scope="module")
def report(workspace: Workspace, memo: str) -> AuditReport:
    return audit(workspace, memo, on=TODAY)


@pytest.mark.parametrize(
    ("words", "provision"),
    [
        ("voir L.1111-8", "csp/L1111-8"),
        ("voir L1111-8", "csp/L1111-8"),
        ("voir l’article L. 1111-8 du code de la santé publique", "csp/L1111-8"),
        ("voir L. 1111‑8 II", "csp/L1111-8_II"),
        ("voir le II de l’article L. 1111-8", "csp/L1111-8_II"),
        ("CSP, art. L. 1111-8, II, al. 4", "csp/L1111-8_II-4"),
        ("l’article R. 1111-9 5°", "csp/R1111-9_5"),
        ("au 1° du I de l’article R. 1111-8-8", "csp/R1111-8-8_I-1"),
        ("l’art. 28 du RGPD", "gdpr/art-28"),
        ("art. 28, § 4 du RGPD", "gdpr/art-28-4"),
        ("article 28(4) GDPR", "gdpr/art-28-4"),
        ("226-13 du code pénal", "cpen/226-13"),
        ("L. 121-1 CRPA", "crpa/L121-1"),
        ("R. 212-27 du code du patrimoine", "cpat/R212-23-31"),
        ("la loi n° 2016-41 du 26 janvier 2016", "acts/loi-2016-41"),
        ("l’article 32 de la loi n° 2024-449", "acts/loi-2024-449_32"),
        ("l’arrêté du 26 avril 2024", "acts/arrete-2024-04-26"),
        ("https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000053717250", "acts/decret-2026-209"),
        ("JORFARTI000019284119", "acts/loi-2008-776_137"),
        ("LEGIARTI000049577902", "csp/L1111-8_2025-07-01"),
    ],
)
def test_a_citation_is_known_however_it_is_written(
    workspace: Workspace, words: str, provision: str
) -> None:
    finding = one(workspace, words)

    assert finding.cited is not None
    assert finding.cited.iri.endswith(f"/law/{provision}")
    assert finding.status is CitationStatus.IN_FORCE


def test_every_article_of_a_list_is_of_the_code_that_ends_it(workspace: Workspace) -> None:
    text = (
        "les articles L. 121-1, L. 121-2 et L.\n122-1 du code des relations entre le public "
        "et\nl'administration"
    )

    found = audit(workspace, text, on=TODAY).citations

    assert [f.cited.iri.rsplit("/", 1)[-1] for f in found if f.cited] == [
        "L121-1",
        "L121-2",
        "L122-1",
    ]


@pytest.mark.parametrize(
    "words",
    [
        "l’article L. 1111-99 du code de la santé publique",
        "l’article L. 1111-8, IX",
        "l’article L. 1111-8 du code du travail",
        "LEGIARTI000000000001",
        "la loi n° 2031-7 du 2 janvier 2031",
        "article L. 1111-8, version en vigueur depuis le 24 mai 2024",
    ],
)
def test_what_the_graph_does_not_know_is_said_to_be_unknown(
    workspace: Workspace, words: str
) -> None:
    found = audit(workspace, words, on=TODAY).citations

    assert found[-1].status is CitationStatus.UNKNOWN


@pytest.mark.parametrize(
    "words", ["Tél. 01-02-03-04", "page 12-14", "le 23 mai 2024", "article 3 du contrat", "2,5 %"]
)
def test_what_is_no_citation_is_left_alone(workspace: Workspace, words: str) -> None:
    assert audit(workspace, words, on=TODAY).citations == ()


@pytest.mark.parametrize(
    ("words", "since", "act"),
    [
        ("LEGIARTI000049571347", date(2025, 7, 1), "loi-2024-449_32"),
        (
            "Article L1111-8\nVersion en vigueur depuis le 23 mai 2024",
            date(2025, 7, 1),
            "loi-2024-449_32",
        ),
        (
            "L.1111-8 du code de la santé publique, modifié par la loi n° 2016-41",
            date(2018, 4, 1),
            "ordonnance-2017-27",
        ),
        ("LEGIARTI000036658481", date(2026, 3, 27), "decret-2026-209"),
    ],
)
def test_a_superseded_wording_names_the_day_the_act_and_the_change(
    workspace: Workspace, words: str, since: date, act: str
) -> None:
    finding = audit(workspace, words, on=TODAY).citations[-1]

    assert finding.status is CitationStatus.SUPERSEDED
    assert finding.since == since
    assert act in {a.iri.rsplit("/", 1)[-1] for a in finding.by}
    assert finding.change.fr
    assert finding.change.en
    assert finding.current is not None


def test_the_day_decides_what_is_in_force(workspace: Workspace) -> None:
    old = "LEGIARTI000049571347"

    assert one(workspace, old, date(2024, 5, 22)).status is CitationStatus.NOT_YET
    assert one(workspace, old, date(2024, 5, 23)).status is CitationStatus.IN_FORCE
    assert one(workspace, old, date(2025, 6, 30)).status is CitationStatus.IN_FORCE
    assert one(workspace, old, date(2025, 7, 1)).status is CitationStatus.SUPERSEDED
    assert one(workspace, "R. 1111-9-1", date(2026, 9, 25)).status is CitationStatus.NOT_YET
    assert one(workspace, "R. 1111-9-1", date(2026, 9, 26)).status is CitationStatus.IN_FORCE


def test_every_claim_of_the_memo_is_found_and_confirmed_by_its_tests(report: AuditReport) -> None:
    found = {claim.id: claim for claim in report.claims}

    assert sorted(found) == sorted(f"m{n}" for n in range(1, 18))
    assert [id_ for id_, claim in found.items() if not claim.is_confirmed] == []
    assert all(claim.tests for claim in report.claims)


def test_the_verdicts_are_those_of_a_critical_reading(report: AuditReport) -> None:
    verdicts = {claim.id: claim.verdict for claim in report.claims}

    assert verdicts["m9"] == "does-not-follow"
    assert verdicts["m10"] == "wrong"
    assert verdicts["m11"] == "outdated"
    assert verdicts["m12"] == "holds"
    assert verdicts["m14"] == "outdated"
    assert not report.is_clean


def test_a_verdict_that_the_law_of_the_day_does_not_bear_out_is_not_confirmed(
    workspace: Workspace, memo: str
) -> None:
    on_2024 = {c.id: c for c in audit(workspace, memo, on=date(2024, 3, 1)).claims}

    assert not on_2024["m11"].is_confirmed
    assert not on_2024["m14"].is_confirmed


def test_a_claim_is_found_whatever_its_blanks_apostrophes_accents_and_case(
    workspace: Workspace,
) -> None:
    text = "Bref.\n\nNOTRE infogérant   étant\ndument CERTIFIE, tout va bien."

    (claim, silence) = audit(workspace, text, on=TODAY).claims

    assert (claim.id, claim.line) == ("m9", 3)
    assert silence.id == "m17"


def test_a_text_that_speaks_of_what_the_memo_omits_is_not_blamed_for_silence(
    workspace: Workspace,
) -> None:
    text = (
        "Notre infogérant étant dument certifié. Voir R. 1111-11, R. 1111-8-8, R. 1111-9-1 et "
        "l’article L. 1115-1 du code de la santé publique."
    )

    assert [claim.id for claim in audit(workspace, text, on=TODAY).claims] == ["m9"]


def test_a_text_that_cites_the_law_in_force_is_clean(workspace: Workspace) -> None:
    report = audit(workspace, "Selon L. 1111-8 et l’art. 28 du RGPD, un contrat.", on=TODAY)

    assert report.is_clean
    assert report.claims == ()


def test_the_report_is_read_in_both_languages_and_by_programs(report: AuditReport) -> None:
    tree = json.loads(audit_as_json(report))
    french, english = audit_as_text(report, "fr"), audit_as_text(report, "en")

    assert tree["format"] == "hds-audit/1"
    assert {c["verdict"] for c in tree["claims"]} >= {"wrong", "outdated", "does-not-follow"}
    assert "DÉPASSÉE depuis le 01/07/2025, par Loi n° 2024-449" in french
    assert "SUPERSEDED since 2025-07-01, by Law no. 2024-449" in english


def test_no_claim_quotes_more_than_a_short_passage(workspace: Workspace) -> None:
    quotes = [quote for claim in read_claims(workspace.graph) for quote in claim.quotes]

    assert all(len(quote) < 160 for quote in quotes)


def test_every_case_of_the_claims_tests_a_claim(workspace: Workspace, root: Path) -> None:
    asked = {q.case for claim in read_claims(workspace.graph) for q in claim.questions}

    assert {path.stem for path in (root / "data" / "claims").glob("*.yaml")} == asked - {""}
