"""The shapes of cases let every case through, and name what each of their constraints refuses.

`tests/shapes/case` holds, for each constraint of each key, one entity that breaks it and no other:
it is named after both.
"""

from __future__ import annotations

from pathlib import Path

import pyshacl
import pytest
import rdflib
from rdflib import RDF, RDFS, SH

from kg.services.cases import load_case
from kg.services.export import export
from kg.services.workspace import Workspace
from tests.conftest import LAW

SECTIONS = ("actors", "approvals", "certificates", "data", "evidence", "groups", "inspections",
            "sales", "services")  # fmt: skip
KINDS = {
    "class": SH.ClassConstraintComponent,
    "datatype": SH.DatatypeConstraintComponent,
    "in": SH.InConstraintComponent,
    "maxCount": SH.MaxCountConstraintComponent,
    "minCount": SH.MinCountConstraintComponent,
}
EXAMPLE, SHAPE = "https://example.org/", "https://w3id.org/hds-fr/shape/"


@pytest.fixture(scope="module")
def shapes(root: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(root / "ontology/shapes/case.ttl")


@pytest.fixture(scope="module")
def reference(root: Path) -> rdflib.Graph:
    """What the ontology says of the kinds of its individuals."""
    whole, found = rdflib.Graph(), rdflib.Graph()
    for path in sorted((root / "ontology").glob("*.ttl")):
        whole.parse(path)
    for predicate in (RDF.type, RDFS.subClassOf):
        for triple in whole.triples((None, predicate, None)):
            if isinstance(triple[2], rdflib.URIRef):
                found.add(triple)
    return found


def broken(
    data: rdflib.Graph, shapes: rdflib.Graph, reference: rdflib.Graph
) -> set[tuple[str, str, str]]:
    """Return each entity with the shape and the kind of the constraint that it breaks."""
    _, report, _ = pyshacl.validate(data + reference, shacl_graph=shapes, inference="none")
    assert isinstance(report, rdflib.Graph)
    return {
        (
            str(report.value(result, SH.focusNode)),
            str(report.value(result, SH.sourceShape)),
            str(report.value(result, SH.sourceConstraintComponent)),
        )
        for result in report.subjects(RDF.type, SH.ValidationResult)
    }


def constraints(shapes: rdflib.Graph, section: str) -> set[tuple[str, str, str]]:
    """Return each constraint of a section, with the name that its example must have."""
    found = set()
    for shape in shapes.objects(rdflib.URIRef(SHAPE + section), SH.property):
        for kind, component in KINDS.items():
            if shapes.value(shape, SH[kind]) is not None:
                name = f"{EXAMPLE}{str(shape).removeprefix(SHAPE)}-{kind}"
                found.add((name, str(shape), str(component)))
    return found


@pytest.mark.parametrize("section", SECTIONS)
def test_what_breaks_one_constraint_is_named_for_it_and_for_no_other(
    root: Path, shapes: rdflib.Graph, reference: rdflib.Graph, section: str
) -> None:
    examples = rdflib.Graph().parse(root / f"tests/shapes/case/{section}.ttl")

    found = broken(examples, shapes, reference)

    assert found == constraints(shapes, section)


def test_every_section_and_every_kind_of_constraint_has_its_examples(shapes: rdflib.Graph) -> None:
    named = {str(shape).removeprefix(SHAPE) for shape in shapes.subjects(RDF.type, SH.NodeShape)}
    properties = set(shapes.subjects(RDF.type, SH.PropertyShape))
    used = {
        p for shape in properties for p in shapes.predicates(shape) if str(p).startswith(str(SH))
    }

    assert named == set(SECTIONS)
    assert used <= {SH[name] for name in (*KINDS, "description", "name", "order", "path")}


def test_every_case_has_the_shapes_of_cases(
    workspace: Workspace, shapes: rdflib.Graph, reference: rdflib.Graph
) -> None:
    data = rdflib.Graph()
    for path in (*LAW, *sorted((workspace.settings.data / "cases").glob("*.yaml"))):
        case = load_case(workspace, path)
        data.parse(data=export(workspace, "ntriples", case=case), format="nt")

    assert broken(data, shapes, reference) == set()
