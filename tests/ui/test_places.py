"""Citations lead to the text: each address of a proof is one that the page of texts can open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from kg.domain.answers import Answer
from kg.services.articles import read_article
from kg.services.cases import example_cases, load_case
from kg.services.qualify import qualify
from kg.services.read_law import place_of
from kg.services.workspace import Workspace

DAY = date(2026, 11, 23)


def cited(answer: Answer) -> Iterator[str]:
    """The IRIs that the proofs and the norms of an answer cite."""
    for actor in answer.actors:
        conclusions = (actor.certification, actor.approval)
        steps = [c.because for c in conclusions] + [norm.because for norm in actor.norms]
        for step in filter(None, steps):
            for part in step.walk():
                yield from (citation.iri for citation in part.citations)
        for norm in (*actor.norms, *actor.possible_norms):
            yield from (citation.iri for citation in (*norm.citations, *norm.penalties))


@pytest.mark.parametrize("name", ["source-memo", "source-memo-completed"])
def test_every_citation_of_an_answer_opens_where_it_says(workspace: Workspace, name: str) -> None:
    case = load_case(workspace, example_cases(workspace)[name])
    iris = set(cited(qualify(workspace, case, on=DAY)))

    places = {iri: place_of(iri) for iri in iris}

    assert any(places.values())
    for iri, place in places.items():
        if place:
            opened = read_article(workspace, place, on=DAY, today=DAY)
            assert opened == read_article(workspace, iri, on=DAY, today=DAY)
