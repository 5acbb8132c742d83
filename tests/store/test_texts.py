"""The texts of the law and their versions."""

from __future__ import annotations

import csv
import hashlib
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from kg.domain.law import Provision
from kg.errors import OntologyError, UsageError
from kg.store.graph import Graph
from kg.store.texts import load_texts, provision
from kg.vocabulary import HDS, RDF, SKOS

LAW = "https://w3id.org/hds-fr/law/"
HOSTING = LAW + "csp/L1111-8"
DAY_BEFORE_ARCHIVING = date(2025, 6, 30)
FIRST_DAY_OF_ARCHIVING = date(2025, 7, 1)


@pytest.fixture(scope="module")
def law(root: Path) -> Graph:
    graph = Graph().load([root / "ontology" / "law.ttl"])
    load_texts(graph, root / "data" / "texts")
    return graph


@pytest.fixture(scope="module")
def hosting(law: Graph) -> Provision:
    return provision(law, HOSTING)


def of_class(law: Graph, name: str) -> list[str]:
    return law.subjects(RDF.term("type"), HDS.term(name))


def marks(article: Provision, day: date) -> list[str]:
    version = article.version_on(day)
    return [paragraph.mark for paragraph in version.paragraphs] if version else []


def words(law: Graph, paragraph: str) -> str:
    return law.literal(LAW + paragraph, HDS.term("text"))


def test_the_versions_of_the_hosting_article_have_no_gap_and_no_overlap(
    hosting: Provision,
) -> None:
    assert all(older.until == newer.start for older, newer in pairwise(hosting.versions))
    assert hosting.versions[0].start == date(2002, 3, 5)
    assert hosting.versions[-1].until is None


def test_the_versions_of_every_article_have_no_gap_and_no_overlap(law: Graph) -> None:
    articles = [provision(law, iri) for iri in of_class(law, "Provision")]

    broken = {
        newer.iri
        for article in articles
        for older, newer in pairwise(article.versions)
        if older.until != newer.start
    }

    assert not broken


@pytest.mark.parametrize(
    ("day", "legiarti"),
    [
        (date(2018, 3, 31), ""),
        (date(2018, 4, 1), "LEGIARTI000033862549"),
        (date(2024, 5, 22), "LEGIARTI000033862549"),
        (date(2024, 5, 23), "LEGIARTI000049571347"),
        (date(2025, 6, 30), "LEGIARTI000049571347"),
        (date(2025, 7, 1), "LEGIARTI000049577902"),
        (date(2026, 11, 23), "LEGIARTI000049577902"),
    ],
)
def test_the_hosting_article_of_a_day_is_the_wording_in_force_on_it(
    hosting: Provision, day: date, legiarti: str
) -> None:
    version = hosting.version_on(day)

    assert version
    assert version.legiarti == legiarti


def test_there_is_no_hosting_article_before_the_act_of_2002(hosting: Provision) -> None:
    assert hosting.version_on(date(2002, 3, 4)) is None


def test_the_archiving_paragraph_is_in_force_from_1_july_2025_and_not_before(
    law: Graph, hosting: Provision
) -> None:
    archiving = provision(law, HOSTING + "_II-4")

    assert archiving.version_on(DAY_BEFORE_ARCHIVING) is None
    assert archiving.version_on(FIRST_DAY_OF_ARCHIVING)
    assert "II, al. 4" not in marks(hosting, DAY_BEFORE_ARCHIVING)
    assert "II, al. 4" in marks(hosting, FIRST_DAY_OF_ARCHIVING)


def test_the_electronic_archiver_is_sent_to_the_approval_until_22_may_2024_only(
    law: Graph,
) -> None:
    exception = "il est soumis aux dispositions du III"

    assert exception in words(law, "csp/L1111-8_2018-04-01_II-1")
    assert exception not in words(law, "csp/L1111-8_2024-05-23_II-1")


def test_the_act_of_2024_changed_nothing_but_ii_and_iv(hosting: Provision) -> None:
    old, new = hosting.version_on(date(2024, 5, 22)), hosting.version_on(date(2024, 5, 23))

    assert old
    assert new
    changed = {
        was.mark
        for was, now in zip(old.paragraphs, new.paragraphs, strict=True)
        if was.text != now.text
    }
    assert changed == {"II, al. 1", "IV"}


def test_the_wording_of_2025_is_that_of_2024_and_one_more_paragraph(hosting: Provision) -> None:
    old, new = (hosting.version_on(day) for day in (DAY_BEFORE_ARCHIVING, FIRST_DAY_OF_ARCHIVING))

    assert old
    assert new
    kept = [p.text for p in new.paragraphs if p.mark != "II, al. 4"]
    assert kept == [p.text for p in old.paragraphs]


def test_the_hosting_article_reads_from_i_to_vii(hosting: Provision) -> None:
    found = marks(hosting, date(2026, 11, 23))

    assert [mark.split(",")[0] for mark in found] == [
        *("I", "I", "I", "II", "II", "II", "II"),
        *("III", "III", "III", "IV", "V", "V", "VI", "VII"),
    ]


def test_every_paragraph_of_the_hosting_article_of_2025_has_an_official_text(
    hosting: Provision,
) -> None:
    version = hosting.version_on(FIRST_DAY_OF_ARCHIVING)

    assert version
    assert all(paragraph.text and paragraph.official for paragraph in version.paragraphs)


def test_every_paragraph_of_the_law_has_a_text(law: Graph) -> None:
    silent = [iri for iri in of_class(law, "Paragraph") if not law.literal(iri, HDS.term("text"))]

    assert not silent


def test_no_official_wording_is_from_memory_or_interpretation(law: Graph) -> None:
    unsure = {
        paragraph.iri
        for iri in of_class(law, "Provision")
        for version in provision(law, iri).versions
        for paragraph in version.paragraphs
        if paragraph.official and paragraph.confidence not in {"V", "V2"}
    }

    assert not unsure


def test_the_clause_of_the_intermediary_is_marked_as_from_memory(law: Graph) -> None:
    clause = provision(law, LAW + "csp/R1111-11_II").version_on(date(2026, 11, 23))

    assert clause
    assert clause.confidence == "M"
    assert not clause.paragraphs[0].official


def test_storage_within_the_union_is_a_rule_of_the_code_from_26_september_2026(
    law: Graph,
) -> None:
    storage = provision(law, LAW + "csp/R1111-9-1")

    assert storage.version_on(date(2026, 9, 25)) is None
    assert storage.version_on(date(2026, 9, 26))


def test_the_six_activities_are_listed_in_the_order_of_the_decree(law: Graph) -> None:
    activities = provision(law, LAW + "csp/R1111-9")

    listed = marks(activities, date(2018, 4, 1))

    assert listed == ["chapeau", "1°", "2°", "3°", "4°", "5°", "6°"]


def test_a_hosting_contract_has_fourteen_clauses(law: Graph) -> None:
    found = marks(provision(law, LAW + "csp/R1111-11"), date(2026, 11, 23))

    assert found == [*(f"I, {n}°" for n in range(1, 15)), "II"]


def test_the_standard_has_thirty_one_requirements(law: Graph) -> None:
    requirements = [iri for iri in of_class(law, "Provision") if "/v2_requirement-" in iri]

    assert requirements == [f"{LAW}referentiel/v2_requirement-{n:02}" for n in range(1, 32)]


def test_every_provision_says_its_citation_title_and_summary_in_both_languages(
    law: Graph,
) -> None:
    said = (HDS.term("citation"), SKOS.term("prefLabel"), HDS.term("summary"))

    silent = [
        (iri, predicate)
        for iri in of_class(law, "Provision")
        for predicate in said
        if not (law.text(iri, predicate).fr and law.text(iri, predicate).en)
    ]

    assert not silent


def test_every_provision_has_a_rank_a_confidence_a_source_and_a_day_of_checking(
    law: Graph,
) -> None:
    owed = [HDS.term(name) for name in ("authority", "confidence", "checkedOn")]
    owed.append("http://purl.org/dc/terms/source")

    lacking = [
        (iri, predicate)
        for iri in of_class(law, "Provision")
        for predicate in owed
        if not law.objects(iri, predicate)
    ]

    assert not lacking


TO_READ = [
    *(f"csp/{a}" for a in ("L1111-8", "L1115-1", "L1115-2", "L1110-4", "L1111-7")),
    *(f"csp/{a}" for a in ("L1421-1", "L1421-2", "L1421-3", "L1435-7", "R1111-8-8", "R1111-9")),
    *(f"csp/{a}" for a in ("R1111-9-1", "R1111-10", "R1111-11", "R1111-16")),
    *(f"cpen/226-{n}" for n in (13, 17, 21)),
    *(f"crpa/{a}" for a in ("L121-1", "L121-2", "L122-1")),
    *(f"gdpr/art-{n}" for n in (4, 9, 26, 28, 29, 30, 32, 33, 34, 35, 37, "44-49")),
    *("acts/loi-2008-776_137", "acts/decret-2026-209", "referentiel/v1", "referentiel/v2"),
]
"""Every provision that a conclusion of the field rests on, or that punishes its breach."""


@pytest.mark.parametrize("name", TO_READ)
def test_what_the_law_says_can_be_read_on_the_day(law: Graph, name: str) -> None:
    version = provision(law, LAW + name).version_on(date(2026, 5, 16))
    if name == "csp/R1111-9-1":
        version = provision(law, LAW + name).version_on(date(2026, 9, 26))

    assert version is not None
    assert version.paragraphs
    assert all(paragraph.text for paragraph in version.paragraphs)
    assert version.confidence in {"V", "V2", "M", "I"}


def test_the_second_standard_is_read_with_its_thirty_one_requirements(law: Graph) -> None:
    version = provision(law, LAW + "referentiel/v2").version_on(date(2026, 11, 23))
    assert version is not None

    marks_ = {paragraph.mark for paragraph in version.paragraphs}
    assert {f"exigence {n:02}" for n in range(1, 32)} <= marks_
    official = [paragraph for paragraph in version.paragraphs if paragraph.official]
    assert len(official) == 2, "the definition of activity 5 and its exemption, word for word"


def test_a_summary_of_ours_says_so(root: Path) -> None:
    for path in (root / "data" / "texts").rglob("*.md"):
        head = path.read_text(encoding="utf-8").split("---\n", 2)[1]
        assert ("official: true" in head) != ("ne vaut pas texte" in head), path


def test_the_manifest_lists_every_text_with_its_hash(root: Path) -> None:
    data = root / "data"
    with (data / "manifest.csv").open(encoding="utf-8", newline="") as lines:
        listed = {row["path"]: row["sha256"] for row in csv.DictReader(lines)}

    found = {
        path.relative_to(data).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (data / "texts").rglob("*.md")
    }

    assert listed == found


def test_a_text_without_a_head_is_refused_by_name(tmp_path: Path) -> None:
    file = tmp_path / "csp" / "article" / "2025-07-01.md"
    file.parent.mkdir(parents=True)
    file.write_text("## I-1\n\nToute personne…\n", encoding="utf-8")

    with pytest.raises(OntologyError, match=r"2025-07-01\.md:1"):
        load_texts(Graph(), tmp_path)


def test_a_text_of_an_unknown_paragraph_is_refused_by_name(law: Graph, tmp_path: Path) -> None:
    file = tmp_path / "csp" / "article" / "2025-07-01.md"
    file.parent.mkdir(parents=True)
    head = f"---\nversion: {HOSTING}_2025-07-01\nofficial: true\n---\n"
    file.write_text(head + "\n## VIII\n\nNul…\n", encoding="utf-8")

    with pytest.raises(OntologyError, match="2025-07-01_VIII"):
        load_texts(law.copy(), tmp_path)


def test_an_unknown_provision_is_refused_by_name(law: Graph) -> None:
    with pytest.raises(UsageError, match="L9999-9"):
        provision(law, LAW + "csp/L9999-9")
