"""An article on a day, with what hangs on each alinéa, and what changed between two days."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from kg.domain.articles import Alinea, Article, Force
from kg.domain.terms import Sort
from kg.errors import UsageError
from kg.services.articles import list_articles, read_article
from kg.services.rewordings import compare_wordings
from kg.services.workspace import Workspace

TODAY = date(2026, 11, 25)


def read(workspace: Workspace, name: str, on: date = TODAY) -> Article:
    return read_article(workspace, name, on=on, today=TODAY)


def alinea(article: Article, name: str) -> Alinea:
    return next(alinea for alinea in article.alineas if alinea.id == name)


def norms(alinea: Alinea) -> set[str]:
    return {h.term.short for h in alinea.hanging if h.sort is Sort.NORM}


def test_the_certificate_hangs_on_the_first_alinea_of_the_second_part(
    workspace: Workspace,
) -> None:
    article = read(workspace, "csp:L1111-8")

    assert norms(alinea(article, "II-1")) == {"norm:hold-certificate"}
    assert alinea(article, "II-1").is_official
    assert article.force is Force.IN_FORCE


def test_the_alinea_on_archiving_is_there_from_july_2025_only(workspace: Workspace) -> None:
    before = read(workspace, "csp:L1111-8", date(2025, 6, 30))
    after = read(workspace, "csp:L1111-8", date(2025, 7, 1))

    assert "II-4" not in {part.id for part in before.alineas}
    assert norms(alinea(after, "II-4")) == {"norm:hold-certificate-archiving"}
    assert before.force is Force.SUPERSEDED


def test_a_norm_hangs_nowhere_before_its_first_day(workspace: Workspace) -> None:
    article = read(workspace, "csp:R1111-9-1", date(2026, 9, 25))

    assert article.version is None
    assert article.alineas == ()


def test_a_wording_to_come_is_no_law_of_today(workspace: Workspace) -> None:
    article = read_article(
        workspace, "csp:R1111-9-1", on=date(2026, 9, 26), today=date(2026, 9, 25)
    )

    assert article.force is Force.FUTURE


@pytest.mark.parametrize(
    ("name", "asked"),
    [("csp:L1111-8", ""), ("csp:L1111-8_II-4", "II-4"), ("csp:L1111-8_2025-07-01_II-4", "II-4")],
)
def test_a_part_or_a_wording_leads_to_its_article(
    workspace: Workspace, name: str, asked: str
) -> None:
    article = read(workspace, name)

    assert (article.short, article.asked) == ("csp:L1111-8", asked)


def test_a_reference_brings_the_words_of_what_it_refers_to(workspace: Workspace) -> None:
    references = alinea(read(workspace, "ref:v2"), "activity-5-exemption").references

    assert [r.short for r in references] == ["csp:R1111-9"]
    assert references[0].text.fr


def test_what_has_no_wording_here_is_a_summary_and_says_so(workspace: Workspace) -> None:
    article = read(workspace, "gdpr:regulation")

    assert len(article.alineas) > 10
    assert not any(part.is_official for part in article.alineas)
    assert all(part.text.fr and part.text.en for part in article.alineas)


def test_every_article_can_be_read_on_any_day(workspace: Workspace) -> None:
    for item in list_articles(workspace):
        for day in (date(2017, 1, 1), TODAY):
            article = read(workspace, item.iri, day)
            names = [part.id for part in article.alineas]
            assert len(set(names)) == len(names), item.iri


def test_a_wording_that_is_not_here_is_not_summed_up_by_the_law_of_today(
    workspace: Workspace,
) -> None:
    article = read(workspace, "csp:L1111-8", date(2003, 1, 1))

    assert article.version is not None
    assert article.alineas == ()


def test_an_unknown_article_is_refused(workspace: Workspace) -> None:
    with pytest.raises(UsageError, match="L9999"):
        read(workspace, "csp:L9999-9")


def test_what_the_act_of_2024_added_is_marked_and_nothing_else(workspace: Workspace) -> None:
    versions = read(workspace, "csp:L1111-8").provision.versions
    before, after = (v for v in versions if v.start in {date(2024, 5, 23), date(2025, 7, 1)})

    changed = [r for r in compare_wordings(before, after) if r.is_changed]

    assert [(r.mark, r.before) for r in changed] == [("II, al. 4", ())]


def test_two_wordings_say_the_same_as_their_pieces(workspace: Workspace) -> None:
    """Whatever is marked, no word is lost on either side."""
    for item in list_articles(workspace):
        worded = [version for version in item.versions if version.paragraphs]
        for before, after in pairwise(worded):
            found = compare_wordings(before, after)
            for side, version in (("before", before), ("after", after)):
                pieces = ["".join(p.text for p in getattr(r, side)) for r in found]
                said = [part.text for part in version.paragraphs]
                assert [piece for piece in pieces if piece] == said
