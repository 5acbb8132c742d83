"""The catalogue: every question that comes with the ontology, and one by its id or its name."""

from __future__ import annotations

from difflib import get_close_matches

from kg.domain.questions import Question
from kg.errors import UsageError
from kg.exports.questions_markdown import questions_to_markdown
from kg.services.questions import faults
from kg.services.workspace import Workspace
from kg.store.queries import read_questions

__all__ = ["find_question", "list_questions", "questions_as_markdown"]


def list_questions(workspace: Workspace) -> tuple[Question, ...]:
    """Return the questions of the catalogue, by id.

    Raises:
        OntologyError: a file of `ontology/queries` has no header, or one of another form.
    """
    return read_questions(workspace.settings.ontology / "queries")


def find_question(workspace: Workspace, name: str) -> Question:
    """Return the question of an id (`CQ-009`) or a name (`wording-on-a-day`).

    Raises:
        UsageError: there is none; the nearest is named.
    """
    questions = list_questions(workspace)
    known = {key: q for q in questions for key in (q.id.lower(), q.name)}
    if name.lower() not in known:
        near = get_close_matches(name.lower(), known, n=1)
        raise UsageError(faults.no_such_question(name, [q.name for q in questions], near))
    return known[name.lower()]


def questions_as_markdown(workspace: Workspace) -> str:
    """Return the catalogue as a page of Markdown, in both languages."""
    return questions_to_markdown(list_questions(workspace))
