"""Call of the catalogue: what another situation would change."""

from __future__ import annotations

from collections.abc import Iterator

from kg.domain.cases import Case
from kg.domain.comparisons import ActorChanges
from kg.domain.questions import Question
from kg.domain.texts import Text
from kg.services.compare import Asked, compare
from kg.services.edit import check_case, state
from kg.services.qualify import qualify
from kg.services.questions.cells import Row, plain, said
from kg.services.questions.values import Values
from kg.services.workspace import Workspace

__all__ = ["what_if"]


def what_if(workspace: Workspace, question: Question, values: Values) -> Iterator[Row]:
    """Yield what changes, actor by actor, when facts of one entity are stated otherwise.

    Where nothing does, the answers on the certificate are given, the same on both sides.
    """
    assert values.case is not None  # noqa: S101 - each question that calls this needs one
    given = dict(question.given)
    path = f"{given['section'][0]}.{values.texts[given['entity'][0]]}"
    other = check_case(workspace, _edited(values.case, path, given))
    sides = [Asked(case=case, day=values.day) for case in (values.case, other)]
    changes = compare(workspace, *sides)
    for actor in changes.actors:
        yield from _rows(actor, values)
    if changes.is_same:
        yield from _unchanged(workspace, values.case, values)


def _edited(case: Case, path: str, given: dict[str, tuple[str, ...]]) -> Case:
    for fact in given.get("set", ()):
        key, _, value = fact.partition("=")
        case = state(case, path, key, (value,))
    for fact in given.get("add", ()):
        key, _, value = fact.partition("=")
        case = state(case, path, key, (*_said(case, path, key), value))
    for key in given.get("clear", ()):
        case = state(case, path, key, ())
    return case


def _said(case: Case, path: str, key: str) -> tuple[str, ...]:
    entity = next(entity for entity in case.entities if entity.path == path)
    fact = entity.fact(key)
    return fact.value if fact and isinstance(fact.value, tuple) else ()


def _rows(actor: ActorChanges, values: Values) -> Iterator[Row]:
    for found in actor.conclusions:
        yield _row(actor.id, found.question, found.label, values, found.before, found.after)
    for norm in actor.norms:
        before = f"{norm.before.value} {norm.status_before or ''}".strip()
        after = f"{norm.after.value} {norm.status_after or ''}".strip()
        yield _row(actor.id, norm.id, norm.label, values, before, after)


def _unchanged(workspace: Workspace, case: Case, values: Values) -> Iterator[Row]:
    for actor in qualify(workspace, case, on=values.day).actors:
        found = actor.certification
        answer = found.answer.value
        yield _row(actor.id, found.question, found.label, values, answer, answer)


def _row(actor: str, what: str, label: Text, values: Values, before: str, after: str) -> Row:
    return plain(actor), plain(what), said(label, values.lang), plain(before), plain(after)
