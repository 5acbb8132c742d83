"""What the tests of the readers share: the case format of the ontology, and short ways to read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.domain.case_format import CaseFormat
from kg.domain.cases import Case
from kg.errors import CaseError, Fault
from kg.imports import read_case
from kg.store.formats import case_format
from kg.store.graph import Graph

HEAD = "format: hds-case/1\nid: a-case\n"


@pytest.fixture(scope="session")
def ontology(root: Path) -> Graph:
    """The whole ontology, shapes included."""
    return Graph().load(sorted((root / "ontology").rglob("*.ttl")))


@pytest.fixture(scope="session")
def form(ontology: Graph) -> CaseFormat:
    """The case format that the ontology describes."""
    return case_format(ontology)


@pytest.fixture(scope="session")
def read(form: CaseFormat) -> Callable[[str], Case]:
    """Read a case whose head (format and id) is understood."""
    return lambda text: read_case(HEAD + text, source="a.yaml", form=form)


@pytest.fixture(scope="session")
def refusal(form: CaseFormat) -> Callable[[str | bytes], tuple[Fault, ...]]:
    """Return the faults of a whole file, which must have some."""

    def faults(text: str | bytes) -> tuple[Fault, ...]:
        with pytest.raises(CaseError) as caught:
            read_case(text, source="a.yaml", form=form)
        return caught.value.faults

    return faults


@pytest.fixture(scope="session")
def fault(refusal: Callable[[str | bytes], tuple[Fault, ...]]) -> Callable[[str], Fault]:
    """Return the one fault of a case whose head is understood."""

    def only(text: str) -> Fault:
        (found,) = refusal(HEAD + text)
        return found

    return only
