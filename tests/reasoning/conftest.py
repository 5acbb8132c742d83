"""What the tests of the reasoners share: an inquiry into a case of the law."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kg.domain.cases import Case
from kg.reasoning.inquiry import Inquiry
from kg.services.cases import load_case
from kg.services.workspace import Workspace


@pytest.fixture(scope="session")
def law(workspace: Workspace, root: Path) -> Callable[[str], Case]:
    """Read the case of `tests/cases` that its sentence names."""

    def read(sentence: str) -> Case:
        return load_case(workspace, root / "tests" / "cases" / f"{sentence.replace(' ', '-')}.yaml")

    return read


@pytest.fixture(scope="session")
def inquire(workspace: Workspace) -> Callable[[Case], Inquiry]:
    """Inquire into a case on its own day."""

    def ask(case: Case) -> Inquiry:
        day = case.day or date(2026, 11, 23)
        cite = lambda iri: workspace.cite(iri, day)  # noqa: E731 - bound to this day
        return Inquiry(workspace.theory, workspace.form, case, day=day, cite=cite)

    return ask
