"""What the catalogue asks of the reasoner, by the name that a question gives in `calls`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from kg.domain.answers import ActorAnswer, Answer, NormAnswer
from kg.domain.questions import Question
from kg.services.qualify import qualify
from kg.services.questions.cells import Row, citations, iri, plain, said
from kg.services.questions.values import Values
from kg.services.workspace import Workspace

__all__ = ["CALLS", "Call"]

Call: TypeAlias = Callable[[Workspace, Question, Values], Iterator[Row]]


def norms(workspace: Workspace, question: Question, values: Values) -> Iterator[Row]:
    """Yield the norms that bind, or may bind, an actor or each; those given alone, if any are."""
    wanted = dict(question.given).get("norms", ())
    known = {norm.id: norm.iri for norm in workspace.catalogue.norms}
    for actor in _actors(workspace, values):
        for norm in (*actor.norms, *actor.possible_norms):
            if not wanted or norm.id in wanted:
                yield plain(actor.id), iri(known[norm.id]), *_norm(norm, values)


def _norm(norm: NormAnswer, values: Values) -> Row:
    return (
        said(norm.label, values.lang),
        plain(norm.binding.value),
        plain(norm.modality),
        plain(norm.provision),
        citations(norm.citations, values.lang),
        plain(norm.authority),
        plain(norm.status.value),
    )


def _actors(workspace: Workspace, values: Values) -> tuple[ActorAnswer, ...]:
    """Return the answers about the actor asked of, or about each."""
    answer = answer_of(workspace, values)
    wanted = values.texts.get("actor", "")
    return tuple(actor for actor in answer.actors if not wanted or actor.id == wanted)


def answer_of(workspace: Workspace, values: Values, floor: str = "") -> Answer:
    """Return the answer to the case of a question, on its day."""
    assert values.case is not None  # noqa: S101 - each question that calls this needs one
    return qualify(workspace, values.case, on=values.day, floor=floor)


CALLS: Mapping[str, Call] = {"norms": norms}
"""Each yields rows in the order of the columns that the question returns."""
