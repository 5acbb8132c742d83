"""The short names of namespaces: one table, for queries, cards and exports alike."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.vocabulary import DCTERMS, HDS, OWL, RDF, RDFS, SH, SKOS, XSD

__all__ = ["BASE", "CASE", "PREFIXES", "expand", "shorten"]

BASE = "https://w3id.org/hds-fr/"
CASE = BASE + "case/"
_KINDS = """
    access activity actor-kind approval-kind authority basis claim clause code confidence
    context country ground group-kind identifiability medium modality norm operation outcome
    power question reading right standard standing topic verdict
    """
_CODES = {
    "case-law": "case-law",
    "cpat": "cpat",
    "cpen": "cpen",
    "crpa": "crpa",
    "csp": "csp",
    "doctrine": "doctrine",
    "gdpr": "gdpr",
    "lois": "acts",
    "opinion": "opinion",
    "ref": "referentiel",
}

PREFIXES: Mapping[str, str] = {
    "hds": str(HDS),
    **{kind: f"{BASE}id/{kind}/" for kind in _KINDS.split()},
    **{prefix: f"{BASE}law/{code}/" for prefix, code in _CODES.items()},
    "case": CASE,
    "key": f"{BASE}case-key/",
    "shape": f"{BASE}shape/",
    "cccev": "http://data.europa.eu/m8g/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": str(DCTERMS),
    "dpv": "https://w3id.org/dpv#",
    "dpv-eu": "https://w3id.org/dpv/legal/eu#",
    "dpv-health": "https://w3id.org/dpv/sector/health#",
    "dpv-loc": "https://w3id.org/dpv/loc#",
    "dpv-tech": "https://w3id.org/dpv/tech#",
    "earl": "http://www.w3.org/ns/earl#",
    "eli": "http://data.europa.eu/eli/ontology#",
    "eu-ehds": "https://w3id.org/dpv/legal/eu/ehds#",
    "eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "lkif": "http://www.estrellaproject.org/lkif-core/norm.owl#",
    "odrl": "http://www.w3.org/ns/odrl/2/",
    "org": "http://www.w3.org/ns/org#",
    "owl": str(OWL),
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "sh": str(SH),
    "skos": str(SKOS),
    "void": "http://rdfs.org/ns/void#",
    "xsd": str(XSD),
}
"""Every prefix that a query may use without declaring it."""

_LOCAL = re.compile(r"\w(?:[\w.-]*[\w-])?")


def shorten(iri: str) -> str:
    """Return the short form of an IRI, or the IRI itself where no prefix fits.

    >>> shorten("https://w3id.org/hds-fr/ontology#Host")
    'hds:Host'
    >>> shorten("https://example.org/x")
    'https://example.org/x'
    """
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and _LOCAL.fullmatch(iri[len(namespace) :]):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


def expand(name: str) -> str:
    """Return the IRI that a short form stands for, or the name itself where it is none.

    >>> expand("norm:hold-certificate")
    'https://w3id.org/hds-fr/id/norm/hold-certificate'
    """
    prefix, colon, local = name.partition(":")
    if colon and prefix in PREFIXES and not local.startswith("//"):
        return PREFIXES[prefix] + local
    return name
