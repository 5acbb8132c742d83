"""The catalogue of questions: listed, found, and answered with parameters."""

from __future__ import annotations

from kg.services.questions.asking import ask_question, prepare_question, question_sparql
from kg.services.questions.catalogue import find_question, list_questions, questions_as_markdown
from kg.services.questions.values import allowed_values

__all__ = [
    "allowed_values",
    "ask_question",
    "find_question",
    "list_questions",
    "prepare_question",
    "question_sparql",
    "questions_as_markdown",
]
