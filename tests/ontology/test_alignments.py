"""Every mapping leads from a term of ours to a term that was seen in its vocabulary."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from kg.exports.graphs import write_graph
from kg.services.workspace import Workspace
from kg.store.graph import Graph
from kg.store.prefixes import BASE, expand
from kg.vocabulary import OWL, RDF, SKOS

Row = dict[str, str]

PREDICATES = {f"skos:{kind}Match" for kind in ("exact", "close", "broad", "narrow", "related")}


@pytest.fixture(scope="module")
def table(root: Path) -> list[Row]:
    lines = (root / "data/mappings/hds.sssom.tsv").read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader((line for line in lines if line[0] != "#"), delimiter="\t"))


@pytest.fixture(scope="module")
def targets(root: Path) -> list[Row]:
    with (root / "data/mappings/targets.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_committed_table_is_the_one_that_kg_export_writes(
    workspace: Workspace, root: Path
) -> None:
    committed = (root / "data/mappings/hds.sssom.tsv").read_bytes()

    assert committed == write_graph(workspace.graph, "sssom"), (
        "kg export --format sssom --output data/mappings/hds.sssom.tsv"
    )


def test_each_row_is_a_mapping_that_the_ontology_states(
    workspace: Workspace, table: list[Row]
) -> None:
    names = ("subject_id", "predicate_id", "object_id")
    told = [tuple(expand(row[name]) for name in names) for row in table]
    stated = [any(workspace.graph.triples(s, p, o)) for s, p, o in told]

    assert all(stated)
    assert len({tuple(row.values()) for row in table}) == len(table) > 90


def test_each_row_names_a_term_of_ours_by_its_label(workspace: Workspace, table: list[Row]) -> None:
    for row in table:
        subject = expand(row["subject_id"])
        assert subject.startswith(BASE)
        assert row["subject_label"] == workspace.graph.text(subject, SKOS.term("prefLabel")).en
        assert row["predicate_id"] in PREDICATES
        assert row["mapping_justification"] == "semapv:ManualMappingCuration"


def test_each_target_was_seen_in_its_vocabulary(table: list[Row], targets: list[Row]) -> None:
    assert {expand(row["object_id"]) for row in table} == {row["iri"] for row in targets}


def test_each_target_says_where_and_when_it_was_seen(targets: list[Row]) -> None:
    assert all(row["vocabulary"] and row["version"] for row in targets)
    assert all(date.fromisoformat(row["checked_on"]) for row in targets)


def test_nothing_is_both_the_same_as_and_merely_near_a_target(table: list[Row]) -> None:
    pairs = [(row["subject_id"], row["object_id"]) for row in table]

    assert len(set(pairs)) == len(pairs)


def test_a_target_is_the_same_as_one_term_of_ours_at_most(table: list[Row]) -> None:
    same = [row["object_id"] for row in table if row["predicate_id"] == "skos:exactMatch"]

    assert len(set(same)) == len(same)


def test_the_alignments_add_no_axiom(root: Path) -> None:
    graph = Graph().load([root / "ontology/alignments.ttl"])
    axioms = [
        p
        for _, p, o in graph.triples()
        if p.startswith((OWL, RDF + "first", "http://www.w3.org/2000/01/rdf-schema#sub"))
        and p != OWL.term("versionInfo")
    ]

    assert not axioms
    assert not graph.subjects(RDF.term("type"), OWL.term("Class"))
