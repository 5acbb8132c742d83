"""The texts of the law as Akoma Ntoso 3.0: a document for each wording, or one collection of all.

Source: OASIS, Akoma Ntoso Version 1.0, part 1 (vocabulary) and the schema `akomantoso30.xsd`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from lxml import etree
from lxml.builder import ElementMaker

from kg.domain.law import Paragraph, Provision, Version
from kg.exports.law.akn_meta import NAMESPACE, local, meta, path_of
from kg.store.prefixes import BASE

__all__ = ["akn_collection", "akn_documents"]

_E = ElementMaker(namespace=NAMESPACE, nsmap={None: NAMESPACE})


def akn_documents(provisions: tuple[Provision, ...]) -> Mapping[str, bytes]:
    """Return one document for each wording, under its path: `csp/L1111-8/2025-07-01.xml`."""
    return {
        f"{path_of(provision.iri)}/{version.start}.xml": _written(_act(provision, version))
        for provision, version in _wordings(provisions)
    }


def akn_collection(provisions: tuple[Provision, ...], *, on: date) -> bytes:
    """Return one document that holds every wording, oldest first within each provision."""
    wordings = list(_wordings(provisions))
    names = [f"cmp_{number}" for number in range(1, len(wordings) + 1)]
    acts = [_within(name, _act(*w)) for name, w in zip(names, wordings, strict=True)]
    references = (
        _E.component(
            _E.documentRef(href=f"#{name}", eId=f"ref_{number}", showAs=name), eId=f"body_{number}"
        )
        for number, name in enumerate(names, start=1)
    )
    components = (_E.component(act, eId=name) for name, act in zip(names, acts, strict=True))
    collection = _E.documentCollection(
        meta("/akn/fr/collection/hds", day=on, until=None, names={BASE: "law"}),
        _E.collectionBody(*references),
        _E.components(*components),
        name="hds",
    )
    return _written(collection)


def _within(name: str, act: etree._Element) -> etree._Element:
    """Return an act whose eIds begin with the name of its component: the schema wants each once."""
    for element in act.iter():
        for key, value in element.attrib.items():
            if key == "eId":
                element.set(key, f"{name}__{value}")
            elif str(value).startswith("#"):
                element.set(key, f"#{name}__{value[1:]}")
    return act


def _wordings(provisions: tuple[Provision, ...]) -> Iterator[tuple[Provision, Version]]:
    for provision in provisions:
        for version in provision.versions:
            if any(paragraph.text for paragraph in version.paragraphs):
                yield provision, version


def _act(provision: Provision, version: Version) -> etree._Element:
    eid = f"art_{local(provision.iri)}"
    article = _E.article(
        _E.num(provision.label.fr), _E.heading(provision.title.fr), *_blocks(version, eid), eId=eid
    )
    names = {version.iri: "version", version.legiarti: "legiarti", version.url: "page"}
    work = f"/akn/fr/act/{path_of(provision.iri)}"
    words = {_eid(eid, part): paragraph for part, paragraph in _parts(version)}
    head = meta(work, day=version.start, until=version.until, names=names, words=words)
    return _E.act(head, _E.body(article), name="article")


def _parts(version: Version) -> list[tuple[str, Paragraph]]:
    """Return the paragraphs that have words, each with its place: the `II-4` of its IRI."""
    return [
        (paragraph.iri.rpartition("_")[2], paragraph)
        for paragraph in version.paragraphs
        if paragraph.text
    ]


def _blocks(version: Version, eid: str) -> Iterator[etree._Element]:
    """Yield the divisions of an article: the place `II-4` is within its division II."""
    divisions: dict[str, list[tuple[str, Paragraph]]] = {}
    for place, paragraph in _parts(version):
        divisions.setdefault(place.partition("-")[0], []).append((place, paragraph))
    for head, members in divisions.items():
        number = _E.num(members[0][1].mark.partition(",")[0])
        own = _eid(eid, head)
        if len(members) == 1:
            place, paragraph = members[0]
            yield _E.paragraph(number, _content(paragraph), eId=_eid(eid, place))
        else:
            yield _E.paragraph(number, *_members(members, head, eid), eId=f"{own}__all")


def _members(members: list[tuple[str, Paragraph]], head: str, eid: str) -> Iterator[etree._Element]:
    """Yield the parts of a division; its own words, if it has some, introduce the others."""
    for place, paragraph in sorted(members, key=lambda member: member[0] != head):
        if place == head:
            yield _E.intro(*_lines(paragraph), eId=_eid(eid, place))
        else:
            yield _E.subparagraph(_content(paragraph), eId=_eid(eid, place))


def _content(paragraph: Paragraph) -> etree._Element:
    return _E.content(*_lines(paragraph))


def _lines(paragraph: Paragraph) -> Iterator[etree._Element]:
    return (_E.p(line) for line in paragraph.text.splitlines() if line.strip())


def _eid(eid: str, place: str) -> str:
    head, dash, rest = place.partition("-")
    return f"{eid}__para_{head}" + (f"__subpara_{rest}" if dash else "")


def _written(document: etree._Element) -> bytes:
    root = _E.akomaNtoso(document)
    etree.cleanup_namespaces(root)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))
