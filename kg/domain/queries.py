"""Queries that come with the ontology, each with the question that it answers."""

from __future__ import annotations

from dataclasses import dataclass

from kg.domain.texts import Text

__all__ = ["ExampleQuery"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleQuery:
    """A query to start from: its id, the question that it answers, its SPARQL."""

    id: str
    question: Text
    query: str
