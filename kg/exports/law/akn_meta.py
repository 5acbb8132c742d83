"""The metadata of an Akoma Ntoso document: work, expression, manifestation, life, wording."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from lxml import etree
from lxml.builder import ElementMaker

from kg.domain.law import Paragraph
from kg.store.prefixes import BASE
from kg.vocabulary import HDS

__all__ = ["NAMESPACE", "local", "meta", "path_of"]

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

_E = ElementMaker(namespace=NAMESPACE, nsmap={None: NAMESPACE})
_OURS = ElementMaker(namespace=str(HDS), nsmap={"hds": str(HDS)})
_EDITOR, _LEGISLATOR = "#editor", "#france"


def path_of(iri: str) -> str:
    """Return the path of a provision below the law: `csp/L1111-8`."""
    return iri.removeprefix(f"{BASE}law/")


def local(iri: str) -> str:
    """Return the last part of the IRI of a provision: `L1111-8`."""
    return iri.rsplit("/", 1)[-1]


def meta(
    work: str,
    *,
    day: date,
    until: date | None,
    names: Mapping[str, str],
    words: Mapping[str, Paragraph] | None = None,
) -> etree._Element:
    """Return the metadata of one wording.

    Args:
        work: the address of the work across its wordings.
        day: the first day of this wording.
        until: the first day on which it is no longer in force, None for none known.
        names: other identifiers of the wording, each with the name of its kind.
        words: the paragraphs by their eId, to tell the official words from our summaries.
    """
    parts = [_identification(work, day, names), _lifecycle(day, until), _references()]
    if words:
        parts.append(_proprietary(words))
    return _E.meta(*parts)


def _identification(work: str, day: date, names: Mapping[str, str]) -> etree._Element:
    expression = f"{work}/fra@{day}"
    aliases = [_E.FRBRalias(value=value, name=name) for value, name in names.items() if value]
    author = {"href": _LEGISLATOR, "as": "#author"}
    return _E.identification(
        _E.FRBRWork(
            *_frbr(f"{work}/!main", work),
            *aliases,
            _E.FRBRdate(date=day.isoformat(), name="in-force"),
            _E.FRBRauthor(**author),
            _E.FRBRcountry(value="fr"),
        ),
        _E.FRBRExpression(
            *_frbr(f"{expression}/!main", expression),
            _E.FRBRdate(date=day.isoformat(), name="in-force"),
            _E.FRBRauthor(**author),
            _E.FRBRlanguage(language="fra"),
        ),
        _E.FRBRManifestation(
            *_frbr(f"{expression}/!main.xml", f"{expression}.xml"),
            _E.FRBRdate(date=day.isoformat(), name="in-force"),
            _E.FRBRauthor(href=_EDITOR),
        ),
        source=_EDITOR,
    )


def _frbr(this: str, uri: str) -> tuple[etree._Element, etree._Element]:
    return _E.FRBRthis(value=this), _E.FRBRuri(value=uri)


def _lifecycle(day: date, until: date | None) -> etree._Element:
    events = [_event("in_force", day, "generation")]
    if until is not None:
        events.append(_event("superseded", until, "repeal"))
    return _E.lifecycle(*events, source=_EDITOR)


def _event(name: str, day: date, kind: str) -> etree._Element:
    return _E.eventRef(eId=name, date=day.isoformat(), source=_LEGISLATOR, type=kind)


def _references() -> etree._Element:
    return _E.references(
        _E.TLCOrganization(eId="editor", href=f"{BASE}ontology", showAs="hds-fr"),
        _E.TLCOrganization(eId="france", href="/akn/ontology/organization/fr", showAs="France"),
        _E.TLCRole(eId="author", href="/akn/ontology/role/author", showAs="author"),
        source=_EDITOR,
    )


def _proprietary(words: Mapping[str, Paragraph]) -> etree._Element:
    said = (
        _OURS.wording(
            about=f"#{eid}",
            paragraph=paragraph.iri,
            isOfficial=str(paragraph.official).lower(),
            confidence=paragraph.confidence,
        )
        for eid, paragraph in words.items()
    )
    return _E.proprietary(*said, source=_EDITOR)
