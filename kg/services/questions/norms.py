"""Calls of the catalogue: the norms that bind an actor, the roles that it has in law."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kg.domain.answers import ActorAnswer, Answer, NormAnswer
from kg.domain.questions import Question
from kg.reasoning.inquiry import Inquiry
from kg.reasoning.proofs.prover import authorities
from kg.services.qualify import qualify
from kg.services.questions.cells import Row, citations, iri, plain, reason, said
from kg.services.questions.values import Values
from kg.services.workspace import Workspace

__all__ = ["answer_of", "answer_on_actor", "inquiry_of", "norms", "role"]


def norms(workspace: Workspace, question: Question, values: Values) -> Iterator[Row]:
    """Yield the norms that bind, or may bind, an actor or each; those given alone, if any are."""
    wanted = dict(question.given).get("norms", ())
    known = {norm.id: norm.iri for norm in workspace.catalogue.norms}
    for actor in answer_of(workspace, values).actors:
        if values.texts.get("actor", actor.id) == actor.id:
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


def role(workspace: Workspace, question: Question, values: Values) -> Iterator[Row]:
    """Yield the one answer to whether an actor has the role given, and why."""
    (wanted,) = dict(question.given)["role"]
    name = next(known.iri for known in workspace.catalogue.roles if known.id == wanted)
    inquiry = inquiry_of(workspace, values)
    actor = values.texts["actor"]
    because = inquiry.reason((name, ""), actor)
    weakest = inquiry.theory.weakest(authorities(because) if because else frozenset())
    answer = inquiry.outcome((name, ""), actor)
    yield plain(answer.value), *reason(because, values.lang), plain(weakest)


def inquiry_of(workspace: Workspace, values: Values, floor: str = "") -> Inquiry:
    """Return the inquiry into the case of a question, on its day."""
    assert values.case is not None  # noqa: S101 - each question that calls this needs one
    cite = partial(workspace.cite, day=values.day)
    return Inquiry(
        workspace.theory, workspace.form, values.case, day=values.day, floor=floor, cite=cite
    )


def answer_of(workspace: Workspace, values: Values, floor: str = "") -> Answer:
    """Return the answer to the case of a question, on its day."""
    assert values.case is not None  # noqa: S101 - each question that calls this needs one
    return qualify(workspace, values.case, on=values.day, floor=floor)


def answer_on_actor(workspace: Workspace, values: Values, floor: str = "") -> ActorAnswer:
    """Return the answer about the actor of a question."""
    actor = answer_of(workspace, values, floor).actor(values.texts["actor"])
    assert actor is not None  # noqa: S101 - the actor is one of the case
    return actor
