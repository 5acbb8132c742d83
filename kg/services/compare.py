"""Compare: what changes between two cases, two days, two floors or two readings, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from kg.domain.answers import ActorAnswer, Answer, Conclusion, NormAnswer, Outcome, Status
from kg.domain.cases import Case
from kg.domain.comparisons import (
    ActorChanges,
    Comparison,
    ConclusionChange,
    FactChange,
    LawChange,
    NormChange,
    PositionChange,
    Presence,
    RoleChange,
    Side,
)
from kg.domain.proofs import Step
from kg.domain.texts import Language
from kg.exports.comparison_json import comparison_to_json
from kg.exports.comparison_text import comparison_to_text
from kg.services.differences import facts_that_differ, law_that_differs
from kg.services.qualify import qualify
from kg.services.scales import find_reading
from kg.services.workspace import Workspace

_Change: TypeAlias = ConclusionChange | RoleChange | NormChange

__all__ = ["Asked", "compare", "comparison_as_json", "comparison_as_text"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One side to compare: a case, the day whose law applies, the sources, the reading."""

    case: Case
    day: date
    floor: str = ""
    reading: str = ""


def compare(workspace: Workspace, before: Asked, after: Asked) -> Comparison:
    """Return what changes from one side to the other, and why.

    Raises:
        UsageError: there is no such rank or reading, or no law of the field on a day.
    """
    answers = [
        qualify(workspace, side.case, on=side.day, floor=side.floor, reading=side.reading)
        for side in (before, after)
    ]
    facts = facts_that_differ(workspace.form, before.case, after.case)
    law = law_that_differs(
        workspace,
        (before.day, before.floor, before.reading),
        (after.day, after.floor, after.reading),
    )
    actors = tuple(_Changes(facts, law).of(*answers))
    used_facts = {fact for actor in actors for fact in _used(actor, "facts")}
    used_law = {ground for actor in actors for ground in _used(actor, "law")}
    return Comparison(
        before=_side(workspace, before),
        after=_side(workspace, after),
        facts=tuple(replace(fact, decides=fact.fact in used_facts) for fact in facts),
        law=tuple(replace(ground, decides=ground.ground in used_law) for ground in law),
        actors=actors,
        labels=answers[0].labels,
    )


def comparison_as_json(comparison: Comparison) -> str:
    """Return the comparison as one line of JSON (`hds-comparison/1`)."""
    return comparison_to_json(comparison)


def comparison_as_text(comparison: Comparison, lang: Language) -> str:
    """Return the comparison as a person reads it."""
    return comparison_to_text(comparison, lang)


def _side(workspace: Workspace, asked: Asked) -> Side:
    side = Side(case=asked.case.id, title=asked.case.title, day=asked.day, floor=asked.floor)
    if not asked.reading:
        return side
    label = find_reading(workspace, asked.reading, asked.floor).label
    return replace(side, reading=asked.reading, reading_label=label)


def _used(actor: ActorChanges, kind: str) -> Iterator[str]:
    changes: tuple[_Change, ...] = (*actor.conclusions, *actor.roles, *actor.norms)
    for change in changes:
        yield from change.facts if kind == "facts" else change.law


class _Changes:
    """What changes for each actor, and on which of the differences it rests."""

    def __init__(self, facts: tuple[FactChange, ...], law: tuple[LawChange, ...]) -> None:
        self._facts = [fact.fact for fact in facts]
        self._law = [ground.ground for ground in law]
        self._readings = tuple(ground.ground for ground in law if ground.is_reading)

    def of(self, before: Answer, after: Answer) -> Iterator[ActorChanges]:
        """Yield the changes about each actor about whom something changes."""
        for id_ in dict.fromkeys(actor.id for answer in (before, after) for actor in answer.actors):
            old, new = before.actor(id_), after.actor(id_)
            changes = self._actor(old, new)
            if old is None or new is None or _has_some(changes):
                yield changes

    def _actor(self, old: ActorAnswer | None, new: ActorAnswer | None) -> ActorChanges:
        known = new or old
        assert known is not None  # noqa: S101 - an id comes from one of the two answers
        whole = ActorChanges(id=known.id, name=known.name, presence=_presence(old, new))
        if old is None or new is None:
            return whole
        pairs = ((old.certification, new.certification), (old.approval, new.approval))
        return replace(
            whole,
            conclusions=tuple(self._conclusion(*pair) for pair in pairs if _differ(*pair)),
            roles=tuple(self._roles(old, new)),
            norms=tuple(self._norms(old, new)),
            positions=tuple(p for pair in pairs for p in _positions(*pair)),
        )

    def _conclusion(self, old: Conclusion, new: Conclusion) -> ConclusionChange:
        facts, law = self._rests(old.because, new.because)
        return ConclusionChange(
            question=new.question,
            label=new.label,
            before=old.answer,
            after=new.answer,
            activities_before=old.activities,
            activities_after=new.activities,
            missing_before=old.missing,
            missing_after=new.missing,
            facts=facts,
            law=law,
        )

    def _roles(self, old: ActorAnswer, new: ActorAnswer) -> Iterator[RoleChange]:
        had, has = ({role.id: role for role in actor.roles} for actor in (old, new))
        for id_ in sorted(had.keys() ^ has.keys()):
            role = had.get(id_) or has[id_]
            facts, law = self._rests(role.because)
            yield RoleChange(
                id=id_,
                label=role.label,
                presence=_presence(had.get(id_), has.get(id_)),
                facts=facts,
                law=law,
            )

    def _norms(self, old: ActorAnswer, new: ActorAnswer) -> Iterator[NormChange]:
        had, has = ({n.id: n for n in (*a.norms, *a.possible_norms)} for a in (old, new))
        for id_ in sorted(had.keys() | has.keys()):
            ways = had.get(id_), has.get(id_)
            if _state(ways[0]) != _state(ways[1]):
                yield self._norm(*ways)

    def _norm(self, old: NormAnswer | None, new: NormAnswer | None) -> NormChange:
        known = new or old
        assert known is not None  # noqa: S101 - an id comes from one of the two answers
        steps = (step for n in (old, new) if n for step in (n.because, n.status_because))
        facts, law = self._rests(*steps)
        (before, was), (after, is_) = _state(old), _state(new)
        return NormChange(
            id=known.id,
            label=known.label,
            modality=known.modality,
            provision=known.provision,
            before=before,
            after=after,
            status_before=was,
            status_after=is_,
            facts=facts,
            law=law,
        )

    def _rests(self, *proofs: Step | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the differing facts, and the differing grounds, that some proofs rest on.

        Where neither shows, what parts the two answers is the reading that one leaves aside.
        """
        steps = [step for proof in proofs if proof is not None for step in proof.walk()]
        said = {path for step in steps for path in step.fact.split(", ") if path}
        by = {name for step in steps for name in (step.by, step.term)}
        facts = tuple(fact for fact in self._facts if any(_about(fact, path) for path in said))
        law = tuple(ground for ground in self._law if ground in by)
        return facts, law or (() if facts else self._readings)


def _about(fact: str, path: str) -> bool:
    """Tell whether a proof that names `path` rests on `fact`: that fact, or all of a section."""
    return fact == path or fact.startswith((f"{path}.", f"{path}["))


def _has_some(changes: ActorChanges) -> bool:
    return bool(changes.conclusions or changes.roles or changes.norms or changes.positions)


def _presence(old: object, new: object) -> Presence:
    if old is None:
        return Presence.AFTER
    return Presence.BEFORE if new is None else Presence.BOTH


def _differ(old: Conclusion, new: Conclusion) -> bool:
    ways = [(c.answer, c.activities, c.missing) for c in (old, new)]
    return ways[0] != ways[1]


def _state(norm: NormAnswer | None) -> tuple[Outcome, Status | None]:
    return (Outcome.NO, None) if norm is None else (norm.binding, norm.status)


def _positions(old: Conclusion, new: Conclusion) -> Iterator[PositionChange]:
    had, has = ({p.reading: p for p in conclusion.positions} for conclusion in (old, new))
    for reading in dict.fromkeys((*had, *has)):
        before, after = had.get(reading), has.get(reading)
        answers = [p.answer if p else None for p in (before, after)]
        known = after or before
        if known is not None and answers[0] is not answers[1]:
            yield PositionChange(
                conclusion=new.question,
                question=known.question,
                reading=reading,
                label=known.reading_label,
                before=answers[0],
                after=answers[1],
            )
