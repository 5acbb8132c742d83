"""What holds for every file of the house, whoever wrote it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.store.turtle import canonical
from kg.vocabulary import HDS, SKOS

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted(path for part in ("kg", "ui") for path in (ROOT / part).rglob("*.py"))
ONTOLOGY = sorted((ROOT / "ontology").rglob("*.ttl"))

MOST_LINES_OF_A_FILE = 250
MOST_LINES_OF_A_FUNCTION = 40

CITATION = re.compile(r"\b[LR]\.?[  ]?1[0-9]{3}-[0-9]+|LEGIARTI ?[0-9]")
# A short label is an ordinary word as well; a longer one is the ontology's.
LEAST_SIGNS_OF_A_LEGAL_LABEL = 16
OF_A_MACHINE = re.compile(r"(?<![\w./*-])/(?:home|root|tmp|work)/\w")


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


each_source = pytest.mark.parametrize("path", SOURCES, ids=relative)
each_ontology_file = pytest.mark.parametrize("path", ONTOLOGY, ids=relative)


@pytest.fixture(scope="module")
def triples() -> frozenset[ox.Triple]:
    return frozenset(triple for path in ONTOLOGY for triple in ox.parse(path=str(path)))


@pytest.fixture(scope="module")
def legal_labels(triples: frozenset[ox.Triple]) -> frozenset[str]:
    said = {SKOS.term("prefLabel"), SKOS.term("altLabel")}
    texts = (
        t.object.value
        for t in triples
        if t.predicate.value in said and isinstance(t.object, ox.Literal)
    )
    return frozenset(
        text.casefold()
        for text in texts
        if len(text) >= LEAST_SIGNS_OF_A_LEGAL_LABEL and " " in text
    )


def said_by_code(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the lines and texts of the literals and names, docstrings and comments apart."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if id(node) not in docstrings:
                yield node.lineno, node.value
        elif isinstance(node, ast.Name):
            yield node.lineno, node.id.replace("_", "-")


@each_source
def test_no_provision_is_cited_by_code(path: Path) -> None:
    cited = [f"{line}: {text}" for line, text in said_by_code(path) if CITATION.search(text)]

    assert not cited, "a provision belongs in ontology/, not in Python"


@each_source
def test_no_legal_label_is_typed_in_code(path: Path, legal_labels: frozenset[str]) -> None:
    typed = [f"{n}: {text}" for n, text in said_by_code(path) if text.casefold() in legal_labels]

    assert not typed, "a label is read from the ontology (skos:prefLabel)"


def test_every_term_that_code_names_is_in_the_ontology(triples: frozenset[ox.Triple]) -> None:
    defined = {t.subject.value for t in triples if isinstance(t.subject, ox.NamedNode)}

    unknown = {
        f"{relative(path)}: {name}"
        for path in SOURCES
        for name in named_terms(path)
        if HDS.term(name) not in defined
    }

    assert not unknown, "HDS.term(...) names what no file of ontology/ defines"


def named_terms(path: Path) -> Iterator[str]:
    """Yield the names that the code passes to `HDS.term`."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "HDS.term":
            yield from (str(ast.literal_eval(argument)) for argument in node.args[:1])


@each_source
def test_a_file_can_be_read_at_one_sitting(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")

    assert lines <= MOST_LINES_OF_A_FILE


@each_source
def test_a_function_fits_on_a_screen(path: Path) -> None:
    functions = (
        node
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )

    long = [
        node.name
        for node in functions
        if (node.end_lineno or node.lineno) - node.lineno >= MOST_LINES_OF_A_FUNCTION
    ]

    assert not long


@each_ontology_file
def test_a_turtle_file_is_in_its_canonical_layout(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert canonical(text) == text, "run make format"


def test_every_make_target_says_what_it_does(root: Path) -> None:
    makefile = (root / "Makefile").read_text(encoding="utf-8").replace("\\\n", " ")
    phony = re.findall(r"^\.PHONY:(.*)$", makefile, flags=re.MULTILINE)
    targets = {target for line in phony for target in line.split()}

    helped = set(re.findall(r"^([a-z-]+):.*## \S", makefile, flags=re.MULTILINE))

    assert targets == helped


def test_no_file_names_a_path_of_a_machine(tracked: tuple[Path, ...]) -> None:
    texts = (path for path in tracked if path.name != "requirements.lock")

    naming = [relative(path) for path in texts if OF_A_MACHINE.search(read(path))]

    assert not naming


def read(path: Path) -> str:
    """The text of a file; of one that is not text, what can be read of it."""
    return path.read_text(encoding="utf-8", errors="replace")
