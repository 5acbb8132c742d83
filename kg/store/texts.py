"""The texts of the law: read from their files into the graph, and from the graph as values.

A file is `<code>/<article>/<date>.md`: a front matter of `key: value` lines (the version, whether
the wording is official), then one `## mark` heading a paragraph, and its words below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyoxigraph as ox

from kg.domain.law import Paragraph, Provision, Version
from kg.errors import Fault, OntologyError, UsageError
from kg.store.graph import Graph
from kg.vocabulary import HDS, RDF, SKOS

__all__ = ["load_texts", "provision"]

_PAGE = "http://xmlns.com/foaf/0.1/page"
_HEADING = re.compile(r"^## (\S+)$", re.MULTILINE)
_OFFICIAL = {"true": True, "false": False}


def load_texts(graph: Graph, folder: Path) -> None:
    """Add to each paragraph of the graph its words, and whether they are official.

    Raises:
        OntologyError: a file breaks the format, or holds a paragraph that the graph does not know.
    """
    for path in sorted(folder.glob("*/*/*.md")):
        file = _parse(path)
        for mark, words in file.paragraphs.items():
            graph.store.extend(_quads(graph, file, mark, words))


def provision(graph: Graph, iri: str) -> Provision:
    """Return a provision with its wordings, oldest first, and their paragraphs in reading order.

    Raises:
        UsageError: the graph knows no such provision.
    """
    if HDS.term("Provision") not in graph.iris(iri, RDF.term("type")):
        raise UsageError(_no_such_provision(iri))
    versions = (_version(graph, v) for v in _wordings(graph, iri))
    return Provision(
        iri=iri,
        label=graph.text(iri, HDS.term("citation")),
        title=graph.text(iri, SKOS.term("prefLabel")),
        authority=_local(graph.iri(iri, HDS.term("authority"))),
        versions=tuple(sorted(versions, key=lambda version: version.start)),
    )


def _wordings(graph: Graph, iri: str) -> list[str]:
    """Return the versions of a provision; the one paragraph of an article is no second version."""
    found = graph.subjects(HDS.term("isVersionOf"), iri)
    return [v for v in found if not set(graph.iris(v, HDS.term("isParagraphOf"))) & set(found)]


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    path: Path
    version: str
    official: bool
    paragraphs: dict[str, str]


def _parse(path: Path) -> _File:
    match path.read_text(encoding="utf-8").split("---\n", 2):
        case ["", head, body]:
            fields = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line)
        case _:
            raise OntologyError(_no_front_matter(path))
    if not fields.get("version") or fields.get("official") not in _OFFICIAL:
        raise OntologyError(_no_front_matter(path))
    _, *parts = _HEADING.split(body)
    words = (text.strip() for text in parts[1::2])
    return _File(
        path=path,
        version=fields["version"],
        official=_OFFICIAL[fields["official"]],
        paragraphs=dict(zip(parts[::2], words, strict=True)),
    )


def _quads(graph: Graph, file: _File, mark: str, words: str) -> Iterator[ox.Quad]:
    iri = f"{file.version}_{mark}"
    if HDS.term("Paragraph") not in graph.iris(iri, RDF.term("type")):
        raise OntologyError(_no_such_paragraph(file.path, mark, iri))
    paragraph = ox.NamedNode(iri)
    yield ox.Quad(paragraph, ox.NamedNode(HDS.term("text")), ox.Literal(words, language="fr"))
    yield ox.Quad(paragraph, ox.NamedNode(HDS.term("isOfficial")), ox.Literal(file.official))


def _version(graph: Graph, iri: str) -> Version:
    """Return a wording; one of a single paragraph takes its dates from the article's."""
    whole = graph.iri(iri, HDS.term("isParagraphOf"))
    dated = whole or iri
    until = graph.literal(dated, HDS.term("inForceUntil"))
    parts = [iri] if whole else graph.subjects(HDS.term("isParagraphOf"), iri)
    return Version(
        iri=iri,
        start=date.fromisoformat(graph.literal(dated, HDS.term("inForceFrom"))),
        until=date.fromisoformat(until) if until else None,
        legiarti=graph.literal(dated, HDS.term("legiarti")),
        url=graph.iri(dated, _PAGE),
        confidence=_local(graph.iri(iri, HDS.term("confidence"))),
        change=graph.text(dated, HDS.term("changeNote")),
        paragraphs=tuple(_paragraph(graph, part) for part in _in_order(graph, parts)),
    )


def _paragraph(graph: Graph, iri: str) -> Paragraph:
    return Paragraph(
        iri=iri,
        mark=graph.literal(iri, HDS.term("mark")),
        text=graph.literal(iri, HDS.term("text")),
        official=graph.literal(iri, HDS.term("isOfficial")) == "true",
        confidence=_local(graph.iri(iri, HDS.term("confidence"))),
    )


def _in_order(graph: Graph, paragraphs: list[str]) -> list[str]:
    return sorted(paragraphs, key=lambda iri: int(graph.literal(iri, HDS.term("order")) or 0))


def _local(iri: str) -> str:
    return iri.rsplit("/", 1)[-1]


def _no_front_matter(path: Path) -> Fault:
    return Fault(
        fr="ce texte doit commencer par un en-tête entre deux lignes « --- », avec « version » "
        "(une IRI) et « official » (true ou false). Complétez-le.",
        en="this text must begin with a head between two lines “---”, with “version” (an IRI) "
        "and “official” (true or false). Complete it.",
        file=str(path),
        line=1,
    )


def _no_such_paragraph(path: Path, mark: str, iri: str) -> Fault:
    return Fault(
        fr=f"l’ontologie ne connaît pas l’alinéa {iri}. Corrigez le titre « ## {mark} » ou "
        "déclarez l’alinéa.",
        en=f"the ontology knows no paragraph {iri}. Correct the heading “## {mark}” or declare "
        "the paragraph.",
        file=str(path),
        key=mark,
    )


def _no_such_provision(iri: str) -> Fault:
    return Fault(
        fr=f"l’ontologie ne connaît pas la disposition {iri}. Vérifiez son IRI.",
        en=f"the ontology knows no provision {iri}. Check its IRI.",
        key=iri,
    )
