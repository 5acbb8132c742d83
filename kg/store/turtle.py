"""The one layout of a Turtle file: the same text for the same axioms, in whatever order."""

from __future__ import annotations

import re

import pyoxigraph as ox
import rdflib

from kg.errors import Fault, OntologyError

__all__ = ["canonical"]

# rdflib would rewrite "01"^^xsd:integer as 1 while it reads.
rdflib.NORMALIZE_LITERALS = False


def canonical(text: str) -> str:
    """Return the same triples in the canonical long Turtle, with the prefixes that they use.

    >>> print(canonical('@prefix : <https://example.org/> . :b a :C . :a a :C .'))
    PREFIX : <https://example.org/>
    <BLANKLINE>
    :a
        a :C ;
    .
    <BLANKLINE>
    :b
        a :C ;
    .
    <BLANKLINE>

    Raises:
        OntologyError: the text is not Turtle, or this layout would change its triples.
    """
    before = _read(text)
    graph = rdflib.Graph(bind_namespaces="core")
    graph.parse(data=text, format="turtle")
    long = graph.serialize(format="longturtle", canon=True)
    tidy = re.sub(r"[ \t]+$", "", long, flags=re.MULTILINE).strip() + "\n"
    # Spaces that end a line inside a long literal belong to it.
    for written in (tidy, long):
        if _read(written) == before:
            return written
    raise OntologyError(
        Fault(
            fr="la mise en forme changerait le sens de ce fichier : écrivez ses littéraux sous "
            "leur forme canonique (true et non 1, par exemple).",
            en="the layout would change what this file says: write its literals in their "
            "canonical form (true and not 1, for instance).",
        )
    )


def _read(text: str) -> ox.Dataset:
    try:
        triples = ox.Dataset(
            ox.Quad(triple.subject, triple.predicate, triple.object)
            for triple in ox.parse(text, format=ox.RdfFormat.TURTLE)
        )
    except SyntaxError as error:
        raise OntologyError(
            Fault(
                fr=f"ce n’est pas du Turtle : {error}.",
                en=f"this is not Turtle: {error}.",
                line=error.lineno or 0,
            )
        ) from error
    triples.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return triples
