from __future__ import annotations

from datetime import date

import pytest

from kg.errors import UsageError
from kg.services.read_law import provisions, read_provision
from kg.services.scales import confidences, first_day, modalities, ranks
from kg.services.workspace import Workspace


def test_every_article_with_a_text_can_be_read_paragraph_by_paragraph(workspace: Workspace) -> None:
    articles = provisions(workspace)

    assert articles
    for article in articles:
        worded = [version for version in article.versions if version.paragraphs]
        assert worded
        assert all(part.text for version in worded for part in version.paragraphs)


def test_an_article_reads_as_it_did_on_the_day(workspace: Workspace) -> None:
    changed = next(a for a in provisions(workspace) if len(a.versions) > 1)
    last = changed.versions[-1]

    assert read_provision(workspace, changed.iri).version_on(last.start) == last


def test_a_provision_that_nobody_knows_is_refused(workspace: Workspace) -> None:
    with pytest.raises(UsageError, match="nothing-at-all"):
        read_provision(workspace, "https://example.org/nothing-at-all")


def test_the_scales_have_words_in_both_languages(workspace: Workspace) -> None:
    for scale in (ranks(workspace), confidences(workspace), modalities(workspace)):
        assert scale
        assert all(option.value and option.label.fr and option.label.en for option in scale)


def test_ranks_go_from_the_law_down(workspace: Workspace) -> None:
    assert ranks(workspace)[0].value == "law"
    assert first_day(workspace) < date(2018, 4, 1)
