"""One page of the site: a term with all that is said of it, a provision with its wordings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from lxml import etree
from lxml.builder import E

from kg.domain.law import Paragraph, Provision, Version
from kg.domain.terms import Link, TermCard, TermName
from kg.domain.texts import Text
from kg.exports.site.words import SITE_WORDS
from kg.store.prefixes import BASE

__all__ = ["Part", "both", "link", "listed", "page", "path_of", "term_parts", "wording_parts"]

Part = etree._Element  # noqa: SLF001 - lxml has no public name for it


def path_of(iri: str) -> str:
    """Return the place of a term's page in the site, or "" for a term that is not ours.

    >>> path_of("https://w3id.org/hds-fr/ontology#Host")
    'ontology/Host.html'
    """
    if not iri.startswith(BASE):
        return ""
    return f"{iri.removeprefix(BASE).replace('#', '/')}.html"


def page(path: str, title: str, parts: Iterable[Part]) -> bytes:
    """Return a whole page; `path` is its place, from which its links are reckoned."""
    up = "../" * path.count("/")
    home = E.a(SITE_WORDS["all"].fr, {"lang": "fr", "href": f"{up}index.html"})
    other = E.a(SITE_WORDS["all"].en, {"lang": "en", "href": f"{up}index.html"})
    document = E.html(
        E.head(
            E.meta(charset="utf-8"),
            E.meta(name="viewport", content="width=device-width"),
            E.title(title),
            E.link(rel="stylesheet", href=f"{up}style.css"),
        ),
        E.body(E.nav(home, " · ", other), E.main(*parts)),
        lang="fr",
    )
    for anchor in document.iter("a"):
        target = anchor.get("data-to")
        if target is not None:
            del anchor.attrib["data-to"]
            anchor.set("href", up + target)
    written = etree.tostring(document, encoding="utf-8", method="html", doctype="<!doctype html>")
    return bytes(written)


def both(words: Text, tag: str = "p") -> Iterator[Part]:
    """Yield words in French, then in English where they differ, each marked with its language."""
    for lang in ("fr", "en"):
        said = words.fr if lang == "fr" else words.en
        if said and (lang == "fr" or said != words.fr):
            yield E(tag, said, lang=lang)


def link(name: TermName, known: frozenset[str]) -> Part:
    """Return a link to a term by its label: to its page, to its address, or none."""
    label = E.span(name.label.fr or name.short, lang="fr", title=name.label.en or name.short)
    if name.iri in known:
        return E.a(label, {"data-to": path_of(name.iri)})
    if name.iri.startswith(("http://", "https://")) and not name.iri.startswith(BASE):
        return E.a(label, href=name.iri, rel="noreferrer")
    return label


def term_parts(card: TermCard, known: frozenset[str]) -> Iterator[Part]:
    """Yield what a page says of a term."""
    yield E.h1(*both(card.name.label, "span"))
    yield E.p(E.code(card.name.iri))
    yield from both(card.definition)
    yield from both(card.note, "blockquote")
    if card.sources:
        yield E.h2(*both(SITE_WORDS["sources"], "span"))
        yield E.ul(*(E.li(link(source, known)) for source in card.sources))
    if card.axioms:
        yield E.h2(*both(SITE_WORDS["axioms"], "span"))
        yield E.ul(*(E.li(*both(axiom)) for axiom in card.axioms))
    yield from listed("says", card.outgoing, known)
    yield from listed("said", card.incoming, known)
    yield E.details(E.summary("Turtle"), E.pre(card.turtle))


def listed(key: str, links: tuple[Link, ...], known: frozenset[str]) -> Iterator[Part]:
    """Yield a table of statements, those that are stated before those that follow."""
    if not links:
        return
    yield E.h2(*both(SITE_WORDS[key], "span"))
    rows = []
    for statement in sorted(links, key=lambda found: bool(found.via)):
        words = statement.words.fr or statement.words.en
        other = link(statement.other, known) if statement.other is not None else E.span(words)
        kind = SITE_WORDS["inferred" if statement.via else "stated"]
        row = (E.td(link(statement.predicate, known)), E.td(other), E.td(*both(kind, "span")))
        rows.append(E.tr(*row))
    yield E.table(E.tbody(*rows))


def wording_parts(provision: Provision, on: date) -> Iterator[Part]:
    """Yield the wordings of a provision, the newest first, and which one is in force on a day."""
    for version in sorted(provision.versions, key=lambda version: version.start, reverse=True):
        if version.paragraphs or version.change:
            yield E.h2(_period(version), id=version.start.isoformat())
            key = "in_force" if version.is_in_force(on) else "not_in_force"
            yield from both(SITE_WORDS[key].fill(day=on.isoformat()))
            yield from both(version.change)
            yield E.dl(*(part for p in version.paragraphs if p.text for part in _alinea(p)))


def _period(version: Version) -> str:
    until = version.until.isoformat() if version.until is not None else ""
    return f"{version.start.isoformat()} → {until} {version.legiarti}".strip()


def _alinea(paragraph: Paragraph) -> Iterator[Part]:
    kind = SITE_WORDS["official" if paragraph.official else "summary"]
    yield E.dt(paragraph.mark, " ", E.small(f"{kind.fr} · {kind.en} · {paragraph.confidence}"))
    yield E.dd(*(E.p(line) for line in paragraph.text.splitlines() if line.strip()), lang="fr")
