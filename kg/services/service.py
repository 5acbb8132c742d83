"""The service: what the server offers beside SPARQL, as values that JSON can hold."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cached_property
from typing import TypeAlias, cast

from kg.domain.tables import QueryResult
from kg.exports.results_json import result_document
from kg.sandbox.pool import result_of
from kg.sandbox.question import Question
from kg.services.case_desk import CaseDesk
from kg.services.endpoint import SECONDS, Endpoint
from kg.services.sources import served_dataset
from kg.settings import Settings
from kg.store.queries import read_questions

__all__ = ["Service", "open_service"]

Json: TypeAlias = Mapping[str, object]


class Service:
    """The endpoint, and the desk for cases, of one graph."""

    def __init__(self, endpoint: Endpoint, settings: Settings, *, release: str = "") -> None:
        """Serve an endpoint; `release` is the name of what it holds, "" for working files."""
        self.endpoint, self.settings, self.release = endpoint, settings, release
        self.desk = CaseDesk()

    def close(self) -> None:
        """End every process of the service."""
        self.desk.close()
        self.endpoint.close()

    @cached_property
    def _triples(self) -> int:
        question = Question(text="SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
        reply = self.endpoint.pool.ask(question, seconds=self.endpoint.seconds)
        return int(result_of(reply.head).rows[0][0].text)

    def health(self) -> Json:
        """Return that the graph answers, how many triples it has, and which release it is.

        Raises:
            QueryError: it does not answer.
        """
        return {"status": "ok", "release": self.release or None, "triples": self._triples}

    def questions(self) -> Json:
        """Return the questions of the catalogue, with their parameters and columns.

        Raises:
            OntologyError: a file of the catalogue has no header.
        """
        found = read_questions(self.settings.ontology / "queries")
        return {
            "questions": [
                {
                    "id": question.id,
                    "name": question.name,
                    "question": {"fr": question.question.fr, "en": question.question.en},
                    "about_a_case": question.is_about_a_case,
                    "columns": [column.name for column in question.columns],
                    "parameters": [
                        {
                            "name": parameter.name,
                            "kind": parameter.kind.value,
                            "label": {"fr": parameter.label.fr, "en": parameter.label.en},
                            "example": parameter.example,
                            "default": parameter.default or None,
                            "optional": parameter.optional,
                        }
                        for parameter in question.parameters
                    ],
                }
                for question in found
            ]
        }

    def ask(
        self, name: str, values: Mapping[str, str], *, case: str, today: str, asker: str
    ) -> Json:
        """Return the answer to a question, as SPARQL 1.1 Query Results JSON.

        Raises:
            CaseError: there is no such question, or its parameters or the case are wrong.
            QueryError: it takes too long, or too many are waiting.
        """
        asked = {"question": name, "values": json.dumps(values), "case": case, "today": today}
        reply = self.desk.answer(asked, asker=asker)
        if "document" in reply:
            return cast("Json", reply["document"])
        bound = cast("list[tuple[str, str]]", reply["values"])
        question = Question(
            text=str(reply["sparql"]),
            values=tuple((name, term) for name, term in bound),
            beside=str(reply["beside"]),
        )
        answer = self.endpoint.pool.ask(question, seconds=self.endpoint.seconds, asker=asker)
        columns = cast("list[str]", reply["columns"])
        return result_document(_columns(result_of(answer.head), columns))

    def qualify(self, asked: Mapping[str, str], *, asker: str) -> str:
        """Return the answer to a case as JSON, or the proofs about an actor as text.

        Raises:
            CaseError: the case is none, with every fault, or what is asked of it is wrong.
            QueryError: it takes too long, or too many are waiting.
        """
        return str(self.desk.answer(asked, asker=asker)["text"])


def _columns(result: QueryResult, names: list[str]) -> QueryResult:
    """Return the columns that a question returns, without its parameters."""
    places = [result.columns.index(name) for name in names]
    rows = tuple(tuple(row[place] for place in places) for row in result.rows)
    return QueryResult(form="select", columns=tuple(names), rows=rows)


def open_service(settings: Settings, *, seconds: float = SECONDS) -> Service:
    """Return the service of the graph that `settings` name, each query stopped after `seconds`.

    Raises:
        OntologyError: a file cannot be read.
        ReleaseError: the release is missing or damaged.
    """
    quads, release = served_dataset(settings)
    return Service(Endpoint(quads, seconds=seconds), settings, release=release)
