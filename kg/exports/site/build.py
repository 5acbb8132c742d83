"""The files of the site: an index, a page a term, a page a provision, one style sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from pathlib import Path

from lxml.builder import E

from kg.domain.law import Provision
from kg.domain.terms import Sort, TermCard
from kg.exports.site.pages import Part, both, link, page, path_of, term_parts, wording_parts
from kg.exports.site.words import SITE_WORDS

__all__ = ["site"]

_STYLE = Path(__file__).with_name("style.css")
_ORDER = (Sort.TEXT, Sort.NORM, Sort.GROUND, Sort.READING, Sort.CLASS, Sort.PROPERTY, Sort.THING)


def site(
    cards: Iterable[TermCard], provisions: Iterable[Provision], *, on: date
) -> Mapping[str, bytes]:
    """Return the files of the site by their path in its folder.

    Args:
        cards: a card for each term that has a page.
        provisions: the provisions that have wordings to show.
        on: the day by which a wording is in force or not.
    """
    found = {card.name.iri: card for card in cards if path_of(card.name.iri)}
    worded = {provision.iri: provision for provision in provisions}
    known = frozenset(found)
    files = {"style.css": _STYLE.read_bytes(), "index.html": _index(found.values(), known)}
    for iri, card in found.items():
        path = path_of(iri)
        parts = [*term_parts(card, known)]
        if iri in worded:
            # The wordings stand above what the graph says of the article.
            parts[2:2] = wording_parts(worded[iri], on)
        files[path] = page(path, card.name.label.fr or card.name.short, parts)
    return files


def _index(cards: Iterable[TermCard], known: frozenset[str]) -> bytes:
    ordered = sorted(cards, key=lambda card: (_ORDER.index(card.sort), card.name.label.fr))
    parts: list[Part] = [
        E.h1(*both(SITE_WORDS["title"], "span")),
        *both(SITE_WORDS["disclaimer"]),
        *_groups(ordered, known),
    ]
    return page("index.html", SITE_WORDS["title"].fr, parts)


def _groups(ordered: list[TermCard], known: frozenset[str]) -> Iterator[Part]:
    for sort, group in groupby(ordered, key=lambda card: card.sort):
        members = list(group)
        yield E.h2(*both(SITE_WORDS[sort.value], "span"), E.small(f" {len(members)}"))
        yield E.ul(*(E.li(link(card.name, known)) for card in members))
