"""The provisions of the graph by the ways in which a text may cite them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.domain.folding import fold
from kg.domain.mentions import Kind, Mention, find_mentions
from kg.store.graph import Graph, Words
from kg.vocabulary import HDS, RDF, SKOS

__all__ = ["LawIndex"]

_IDENTIFIER = re.compile(r"(?:LEGIARTI|JORFTEXT|JORFARTI)\d{12}")
_PAGE = "http://xmlns.com/foaf/0.1/page"


class LawIndex:
    """What each article, act and identifier stands for."""

    def __init__(self, graph: Graph) -> None:
        """Read the citations and identifiers of every provision."""
        self.codes = _codes(graph)
        self.articles: dict[tuple[str, str], dict[tuple[str, ...], str]] = {}
        self.acts: dict[str, str] = {}
        provisions = graph.subjects(RDF.term("type"), HDS.term("Provision"))
        for iri in sorted(provisions, key=lambda iri: (len(iri), iri)):
            self._add(iri, graph.text(iri, HDS.term("citation")).fr)
        self.identifiers = dict(_identifiers(graph))

    def _add(self, iri: str, citation: str) -> None:
        found = find_mentions(citation, self.codes)
        articles = [m for m in found if m.kind is Kind.ARTICLE]
        for mention in articles:
            known = self.articles.setdefault((mention.container, mention.number), {})
            known.setdefault(mention.parts, iri)
        if len(articles) > 1 and articles[0].is_range:
            for number in _between(articles[0].number, articles[-1].number):
                self.articles.setdefault((articles[0].container, number), {}).setdefault((), iri)
        if not articles and found and found[0].kind is Kind.ACT:
            self.acts.setdefault(found[0].number, iri)

    def provision(self, mention: Mention) -> str:
        """Return the provision that an article or an act stands for, or "" for an unknown one."""
        if mention.kind is Kind.ACT:
            return self.acts.get(mention.number, "")
        known = self._article(mention)
        for length in range(len(mention.parts), -1, -1):
            if found := known.get(mention.parts[:length]):
                return found
        return ""

    def is_whole(self, mention: Mention) -> bool:
        """Tell whether the very paragraph cited is known, and not only the article around it."""
        known = self._article(mention)
        return any(parts[: len(mention.parts)] == mention.parts for parts in known)

    def _article(self, mention: Mention) -> dict[tuple[str, ...], str]:
        if mention.container:
            return self.articles.get((mention.container, mention.number), {})
        found = [known for (_, number), known in self.articles.items() if number == mention.number]
        return found[0] if len(found) == 1 else {}


def _codes(graph: Graph) -> dict[str, str]:
    said = (SKOS.term("prefLabel"), SKOS.term("altLabel"))
    return {
        " ".join(fold(name.text).split()): iri
        for iri in graph.subjects(RDF.term("type"), HDS.term("Code"))
        for predicate in said
        for name in graph.objects(iri, predicate)
        if isinstance(name, Words)
    }


def _between(first: str, last: str) -> Iterator[str]:
    """Yield the numbers from one article to another of the same series."""
    head, dash, low = first.rpartition("-")
    _, _, high = last.rpartition("-")
    for number in range(int(low) + 1, int(high)):
        yield f"{head}{dash}{number}"


def _identifiers(graph: Graph) -> Iterator[tuple[str, str]]:
    """Yield each identifier with its wording, its article or its act, the largest last."""
    found = []
    for predicate in (_PAGE, HDS.term("legiarti")):
        for iri, _, node in graph.triples(None, predicate):
            words = node.text if isinstance(node, Words) else node
            of_version = bool(graph.iri(iri, HDS.term("isVersionOf")))
            found += [(of_version, -len(iri), iri, name) for name in _IDENTIFIER.findall(words)]
    yield from ((name, iri) for _, _, iri, name in sorted(found))
