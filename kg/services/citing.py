"""Citations judged on a day: in force, superseded and by what, or unknown to the graph."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from kg.domain.audits import CitationFinding, CitationStatus
from kg.domain.law import Citation, Provision, Version
from kg.domain.mentions import Kind, Mention, find_mentions
from kg.services.workspace import Workspace
from kg.store.law_index import LawIndex
from kg.store.texts import provision
from kg.vocabulary import HDS, RDF

__all__ = ["Citations"]

_REACH = 400
"""How far after an article its date or the act that changed it may stand."""


class Citations:
    """The judge of citations, on one day."""

    def __init__(self, workspace: Workspace, day: date) -> None:
        """Index the provisions of the graph."""
        self.workspace, self.graph, self.day = workspace, workspace.graph, day
        self.index = LawIndex(workspace.graph)
        self._article = lru_cache(maxsize=None)(self._article_of)
        self._provision = lru_cache(maxsize=None)(self._read)

    def _read(self, iri: str) -> Provision:
        return provision(self.graph, iri)

    def judge(self, text: str) -> tuple[CitationFinding, ...]:
        """Return what the citations of a text are worth, in its order."""
        return tuple(finding for finding, _ in self._judged(text))

    def provisions(self, text: str) -> frozenset[str]:
        """Return the provisions that a text cites, with all that they are part of."""
        found = (iri for _, iri in self._judged(text))
        return frozenset(whole for iri in found if iri for whole in self._wholes(iri))

    def _judged(self, text: str) -> Iterator[tuple[CitationFinding, str]]:
        whole = unicodedata.normalize("NFC", text)
        article, place = "", -_REACH
        for mention in find_mentions(whole, self.index.codes):
            near = article if mention.start - place <= _REACH else ""
            finding, iri = self._finding(mention, whole, near)
            yield finding, iri
            if mention.kind in {Kind.ARTICLE, Kind.IDENTIFIER} and not mention.changes:
                article, place = self._article(iri), mention.end

    def _finding(self, mention: Mention, text: str, near: str) -> tuple[CitationFinding, str]:
        said = " ".join(text[mention.start : mention.end].split())
        line = text.count("\n", 0, mention.start) + 1
        iri, version = self._resolve(mention, near)
        if version is not None:
            return self._of_version(said, line, version, near or iri), iri
        if not iri:
            return CitationFinding(text=said, line=line, status=CitationStatus.UNKNOWN), ""
        return self._of_provision(said, line, iri), iri

    def _resolve(self, mention: Mention, near: str) -> tuple[str, Version | None]:
        match mention.kind:
            case Kind.IDENTIFIER:
                iri = self.index.identifiers.get(mention.number, "")
                whole = self.graph.iri(iri, HDS.term("isVersionOf")) if iri else ""
                return whole or iri, self._version(whole, iri) if whole else None
            case Kind.SINCE:
                return self._since(mention, near)
            case Kind.ARTICLE | Kind.ACT:
                iri = self._known(mention)
                changed = self._changed(near, iri) if mention.changes and iri else None
                return iri, changed

    def _known(self, mention: Mention) -> str:
        """Return the provision cited; none where its paragraphs are known and it is not one."""
        iri = self.index.provision(mention)
        if iri and mention.kind is Kind.ARTICLE and not self.index.is_whole(mention):
            parted = any(len(v.paragraphs) > 1 for v in self._provision(iri).versions)
            return "" if parted else iri
        return iri

    def _since(self, mention: Mention, near: str) -> tuple[str, Version | None]:
        """Return the wording of the article just cited that began on the day named."""
        versions = self._provision(near).versions if near else ()
        found = next((v for v in versions if v.start == mention.day), None)
        return (near, found) if found else ("", None)

    def _changed(self, near: str, act: str) -> Version | None:
        """Return the last wording of the article just cited that an act made, up to the day."""
        versions = self._provision(near).versions if near else ()
        made = [v for v in versions if act in self._wholes_of(self._makers(v))]
        found = [v for v in made if v.start <= self.day] or made
        return found[-1] if found else None

    def _makers(self, version: Version) -> list[str]:
        return self.graph.iris(version.iri, HDS.term("changedBy"))

    def _wholes_of(self, iris: list[str]) -> set[str]:
        return {whole for iri in iris for whole in self._wholes(iri)}

    def _wholes(self, iri: str) -> Iterator[str]:
        while iri:
            yield iri
            iri = self.graph.iri(iri, HDS.term("isPartOf"))

    def _article_of(self, iri: str) -> str:
        """Return the article that a provision is, or is part of, that has wordings."""
        for whole in reversed(list(self._wholes(iri))):
            if self._provision(whole).versions:
                return whole
        return ""

    def _version(self, whole: str, iri: str) -> Version | None:
        return next((v for v in self._provision(whole).versions if v.iri == iri), None)

    def _cite(self, iri: str) -> Citation:
        return self.workspace.cite(iri, self.day)

    def _of_version(self, text: str, line: int, version: Version, article: str) -> CitationFinding:
        cited = self.workspace.cite(version.iri, self.day)
        if version.is_in_force(self.day):
            status, since = CitationStatus.IN_FORCE, version.start
        elif self.day < version.start:
            status, since = CitationStatus.NOT_YET, version.start
        else:
            return self._superseded(text, line, version, article)
        return CitationFinding(text=text, line=line, status=status, cited=cited, since=since)

    def _superseded(self, text: str, line: int, version: Version, article: str) -> CitationFinding:
        whole = self._provision(self._article(article) or article)
        later = next((v for v in whole.versions if v.start == version.until), None)
        current = whole.version_on(self.day)
        return CitationFinding(
            text=text,
            line=line,
            status=CitationStatus.SUPERSEDED,
            cited=self._cite(version.iri),
            since=version.until,
            by=tuple(map(self._cite, self._makers(later))) if later else (),
            change=later.change if later else self.graph.text(version.iri, HDS.term("changeNote")),
            current=self._cite(current.iri) if current else None,
        )

    def _of_provision(self, text: str, line: int, iri: str) -> CitationFinding:
        versions = self._versions(iri)
        now = next((v for v in versions if v.is_in_force(self.day)), None)
        start, until = self._dates(iri)
        since: date | None
        if now is not None:
            status, since = CitationStatus.IN_FORCE, now.start
        elif versions and versions[-1].start <= self.day:
            return self._superseded(text, line, versions[-1], iri)
        elif versions or (start and self.day < start):
            status, since = CitationStatus.NOT_YET, versions[0].start if versions else start
        elif until and until <= self.day:
            status, since = CitationStatus.SUPERSEDED, until
        else:
            status, since = CitationStatus.IN_FORCE, start
        cited = self._cite(iri)
        return CitationFinding(text=text, line=line, status=status, cited=cited, since=since)

    def _versions(self, iri: str) -> tuple[Version, ...]:
        """Return the wordings of a provision, else of its parts."""
        if HDS.term("Provision") not in self.graph.iris(iri, RDF.term("type")):
            return ()
        if own := self._provision(iri).versions:
            return own
        parts = self.graph.subjects(HDS.term("isPartOf"), iri)
        found = (v for part in parts for v in self._provision(part).versions)
        return tuple(sorted(found, key=lambda v: v.start)) if self._article(iri) else ()

    def _dates(self, iri: str) -> tuple[date | None, date | None]:
        """Return the first day of a provision, or of what it is part of, and the day of its end."""
        for whole in self._wholes(iri):
            start = self.graph.literal(whole, HDS.term("inForceFrom"))
            until = self.graph.literal(whole, HDS.term("inForceUntil"))
            if start or until:
                return (
                    date.fromisoformat(start) if start else None,
                    date.fromisoformat(until) if until else None,
                )
        return None, None
