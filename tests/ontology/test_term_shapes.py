"""The shapes of terms let through what is whole, and name what is not (pySHACL)."""

from __future__ import annotations

from pathlib import Path

import pyshacl
import pytest
import rdflib

KINDS = ("class", "property", "norm", "ground", "reading", "provision", "version")


@pytest.fixture(scope="module")
def shapes(root: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(root / "ontology/shapes/terms.ttl")


def check(data: rdflib.Graph, shapes: rdflib.Graph) -> tuple[bool, str]:
    conforms, _, text = pyshacl.validate(data, shacl_graph=shapes, inference="none")
    return conforms, text


@pytest.mark.parametrize("kind", KINDS)
def test_a_whole_term_is_let_through(root: Path, shapes: rdflib.Graph, kind: str) -> None:
    conforms, text = check(rdflib.Graph().parse(root / f"tests/shapes/valid-{kind}.ttl"), shapes)

    assert conforms, text


@pytest.mark.parametrize("kind", KINDS)
def test_a_term_with_a_defect_is_named(root: Path, shapes: rdflib.Graph, kind: str) -> None:
    conforms, text = check(rdflib.Graph().parse(root / f"tests/shapes/invalid-{kind}.ttl"), shapes)

    assert not conforms
    assert "example" in text.casefold()


def test_every_shape_has_its_examples(shapes: rdflib.Graph) -> None:
    named = {
        str(shape).partition("/shape/term-")[2]
        for shape in shapes.subjects(rdflib.RDF.type, rdflib.SH.NodeShape)
    }

    assert named == set(KINDS)


def test_the_whole_ontology_has_the_shapes_of_its_terms(root: Path, shapes: rdflib.Graph) -> None:
    ontology = rdflib.Graph()
    for path in sorted((root / "ontology").glob("*.ttl")):
        ontology.parse(path)

    conforms, text = check(ontology, shapes)

    assert conforms, text[:3000]
