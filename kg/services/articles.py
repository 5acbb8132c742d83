"""Read an article on a day, with all that hangs on it and all that it refers to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from kg.domain.articles import Alinea, Article, Force, Hanging, Reference
from kg.domain.law import Paragraph, Provision, Version
from kg.domain.mentions import find_mentions
from kg.domain.terms import Sort
from kg.domain.texts import Text
from kg.services.workspace import Workspace
from kg.store.graph import Graph
from kg.store.law_index import LawIndex
from kg.store.prefixes import expand, shorten
from kg.store.relations import relations
from kg.store.terms import sort_of, term_name
from kg.store.texts import provision
from kg.vocabulary import HDS, RDF, SKOS

__all__ = ["list_articles", "read_article"]

_VERSION_OF, _PART_OF = HDS.term("isVersionOf"), HDS.term("isPartOf")
_DEEPEST = 4
_ORDER = (Sort.NORM, Sort.GROUND, Sort.CLASS, Sort.READING)
# These say what a text is made of, and not what rests on it.
_OF_TEXTS = {_VERSION_OF, _PART_OF, HDS.term("changedBy")}


def list_articles(workspace: Workspace) -> tuple[Provision, ...]:
    """Return every article, act and decision: those of which a wording can be read come first."""
    return _articles(workspace.graph)


@lru_cache(maxsize=2)
def _articles(graph: Graph) -> tuple[Provision, ...]:
    every = graph.subjects(RDF.term("type"), HDS.term("Provision"))
    whole = (provision(graph, iri) for iri in every if not graph.iri(iri, _PART_OF))

    def order(found: Provision) -> tuple[bool, str]:
        return not any(v.paragraphs for v in found.versions), found.label.fr

    return tuple(sorted(whole, key=order))


def read_article(workspace: Workspace, name: str, *, on: date, today: date) -> Article:
    """Return the article that `name` is, or is a part or a wording of, as it reads on a day.

    Args:
        workspace: where the texts are.
        name: an IRI or a short form (`csp:L1111-8`).
        on: the day whose wording is read.
        today: the day by which that wording is in force, superseded or future.

    Raises:
        UsageError: the graph knows no such provision.
    """
    reader = _Reader(workspace.graph, on)
    asked = _part(workspace.graph, expand(name.strip()))
    found = provision(workspace.graph, _whole(workspace.graph, asked))
    version = found.version_on(on)
    alineas = tuple(reader.alineas(found, version))
    shown = {alinea.id for alinea in alineas}
    return Article(
        short=shorten(found.iri),
        asked=_local(found.iri, asked) if asked != found.iri else "",
        provision=found,
        day=on,
        version=version,
        force=_force(version, today),
        alineas=alineas,
        whole=tuple(reader.whole(found, shown)),
    )


def _part(graph: Graph, iri: str) -> str:
    """Return the provision that an IRI is a wording of, or the IRI itself."""
    return graph.iri(iri, _VERSION_OF) or iri


def _whole(graph: Graph, iri: str) -> str:
    """Return the article around a part."""
    for _ in range(_DEEPEST):
        iri = graph.iri(iri, _PART_OF) or iri
    return iri


def _force(version: Version | None, today: date) -> Force:
    if version is None:
        return Force.UNDATED
    if version.is_in_force(today):
        return Force.IN_FORCE
    return Force.FUTURE if today < version.start else Force.SUPERSEDED


class _Reader:
    """What reads an article on one day."""

    def __init__(self, graph: Graph, day: date) -> None:
        self.graph, self.day = graph, day

    def alineas(self, article: Provision, version: Version | None) -> Iterator[Alinea]:
        """Yield the paragraphs of the wording; summaries of the parts, of what has no wordings."""
        if article.versions:
            paragraphs = version.paragraphs if version is not None else ()
            yield from (self._worded(article, part) for part in paragraphs)
            return
        parts = self._parts(article.iri)
        for part in (p for p in parts if self.graph.text(p, HDS.term("summary"))):
            yield self._summed(article, part)
        if not parts and self.graph.text(article.iri, HDS.term("summary")):
            yield self._summed(article, article.iri)

    def _parts(self, iri: str) -> list[str]:
        def order(part: str) -> tuple[int, str]:
            return int(self.graph.literal(part, HDS.term("order")) or 0), part

        return sorted(self.graph.subjects(_PART_OF, iri), key=order)

    def _worded(self, article: Provision, paragraph: Paragraph) -> Alinea:
        part = self.graph.iri(paragraph.iri, _VERSION_OF)
        return Alinea(
            id=_local(article.iri, part),
            mark=paragraph.mark,
            text=Text(paragraph.text, ""),
            is_official=paragraph.official,
            confidence=paragraph.confidence,
            hanging=tuple(self.hanging(part, paragraph.mark)) if part != article.iri else (),
            references=tuple(self._references(article, paragraph.text)),
        )

    def _summed(self, article: Provision, part: str) -> Alinea:
        text = self.graph.text(part, HDS.term("summary"))
        mark = self.graph.literal(part, HDS.term("mark"))
        return Alinea(
            id=_local(article.iri, part),
            mark=mark or self.graph.text(part, HDS.term("citation")).fr,
            text=text,
            is_official=False,
            confidence=shorten(self.graph.iri(part, HDS.term("confidence"))).partition(":")[2],
            hanging=tuple(self.hanging(part, mark)) if part != article.iri else (),
            references=tuple(self._references(article, text.fr)),
        )

    def whole(self, article: Provision, shown: set[str]) -> Iterator[Hanging]:
        """Yield what hangs on the article itself, or on a part that is no alinéa shown."""
        yield from self.hanging(article.iri, "")
        for part in self._parts(article.iri):
            if _local(article.iri, part) not in shown:
                yield from self.hanging(part, self.graph.literal(part, HDS.term("mark")))

    def hanging(self, part: str, mark: str) -> Iterator[Hanging]:
        """Yield the terms that rest on a provision and are in force on the day, norms first."""
        found = (
            Hanging(
                term=term_name(self.graph, relation.subject),
                sort=sort_of(self.graph, relation.subject),
                how=term_name(self.graph, relation.predicate).label,
                mark=mark,
            )
            for relation in relations(self.graph).reaching.get(part, ())
            if relation.predicate not in _OF_TEXTS and self._is_in_force(relation.subject)
        )
        yield from sorted((h for h in found if h.sort in _ORDER), key=_rank)

    def _is_in_force(self, iri: str) -> bool:
        start = self.graph.literal(iri, HDS.term("inForceFrom"))
        until = self.graph.literal(iri, HDS.term("inForceUntil"))
        day = self.day.isoformat()
        return (not start or start <= day) and (not until or day < until)

    def _references(self, article: Provision, text: str) -> Iterator[Reference]:
        index, seen = _index(self.graph), {article.iri}
        for mention in find_mentions(text, index.codes):
            iri = index.provision(mention)
            if iri and iri not in seen:
                seen.add(iri)
                said = " ".join(text[mention.start : mention.end].split())
                words, is_official = self._words(iri)
                label = self.graph.text(iri, HDS.term("citation"))
                label = label or self.graph.text(iri, SKOS.term("prefLabel"))
                short = shorten(iri)
                yield Reference(
                    said=said, short=short, label=label, text=words, is_official=is_official
                )

    def _words(self, iri: str) -> tuple[Text, bool]:
        """Return the words of a provision on the day, or their summary."""
        version = provision(self.graph, iri).version_on(self.day)
        paragraphs = version.paragraphs if version is not None else ()
        text = "\n".join(paragraph.text for paragraph in paragraphs)
        if text:
            return Text(text, ""), all(paragraph.official for paragraph in paragraphs)
        return self.graph.text(iri, HDS.term("summary")), False


@lru_cache(maxsize=2)
def _index(graph: Graph) -> LawIndex:
    return LawIndex(graph)


def _local(article: str, part: str) -> str:
    """Return the name of a part inside its article: `II-4`."""
    own = part.removeprefix(f"{article}_")
    return own if own != part else part.rsplit("/", 1)[-1]


def _rank(hanging: Hanging) -> tuple[int, str]:
    return _ORDER.index(hanging.sort), hanging.term.label.fr.casefold()
