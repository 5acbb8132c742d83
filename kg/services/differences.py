"""What differs between two cases, fact by fact, and between the law of two days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TypeAlias

from kg.domain.case_format import CaseFormat, KeyFormat
from kg.domain.cases import Case, Entity, Value
from kg.domain.comparisons import FactChange, LawChange, Presence
from kg.domain.texts import EMPTY, Text
from kg.reasoning.axioms.floors import WAYS, raise_floor
from kg.reasoning.axioms.theory import Ground, Theory
from kg.services.scales import find_reading
from kg.services.workspace import Workspace

__all__ = ["facts_that_differ", "law_that_differs"]

Asked: TypeAlias = tuple[date, str, str]
"""A day, a floor of authority, the id of a reading retained or ""."""

_YES, _NO = Text("oui", "yes"), Text("non", "no")
_UNKNOWN = Text("inconnu", "unknown")
_NONE = Text("aucun", "none")
_COMPLETE = Text("le dossier est complet", "the case is complete")


def facts_that_differ(form: CaseFormat, before: Case, after: Case) -> tuple[FactChange, ...]:
    """Return the facts that two cases state otherwise, in the order of the format."""
    found = list(_differences(form, before, after))
    if before.complete != after.complete:
        says = (_YES if case.complete else _NO for case in (before, after))
        found.append(
            FactChange(fact="complete", label=_COMPLETE, before=next(says), after=next(says))
        )
    return tuple(found)


def _differences(form: CaseFormat, before: Case, after: Case) -> Iterator[FactChange]:
    for section in form.sections:
        old, new = ({e.path: e for e in case.of(section.name)} for case in (before, after))
        if not (old or new) and (section.name in before.sections) != (
            section.name in after.sections
        ):
            says = (_NONE if section.name in case.sections else EMPTY for case in (before, after))
            yield FactChange(
                fact=section.name, label=section.label, before=next(says), after=next(says)
            )
        for path in dict.fromkeys((*old, *new)):
            for key in section.keys:
                yield from _difference(key, path, old.get(path), new.get(path))


def _difference(
    key: KeyFormat, path: str, old: Entity | None, new: Entity | None
) -> Iterator[FactChange]:
    says = [_said(key, entity) for entity in (old, new)]
    if says[0] != says[1]:
        name = path.rsplit(".", 1)[-1]
        label = Text(f"{name} — {key.label.fr}", f"{name} — {key.label.en}")
        yield FactChange(fact=f"{path}.{key.key}", label=label, before=says[0], after=says[1])


def _said(key: KeyFormat, entity: Entity | None) -> Text:
    fact = entity.fact(key.key) if entity is not None else None
    if fact is None:
        return EMPTY
    return _UNKNOWN if fact.value is None else _words(key, fact.value)


def _words(key: KeyFormat, value: Value) -> Text:
    match value:
        case bool():
            return _YES if value else _NO
        case date():
            return Text(f"{value:%d/%m/%Y}", value.isoformat())
        case str():
            option = key.option(value)
            return option.label if option is not None else Text(value, value)
        case tuple():
            said = [_words(key, word) for word in sorted(value)]
            if not said:
                return _NONE
            return Text(", ".join(t.fr for t in said), ", ".join(t.en for t in said))


def law_that_differs(workspace: Workspace, before: Asked, after: Asked) -> tuple[LawChange, ...]:
    """Return the grounds that count on one side alone, by the names of the ontology."""
    old, new = (_grounds(workspace, asked) for asked in (before, after))
    grounds = tuple(
        _change(workspace, old.get(name) or new[name], is_before=name in old, day=before[0])
        for name in sorted(old.keys() ^ new.keys())
    )
    return (*grounds, *_readings_that_differ(workspace, before, after))


def _readings_that_differ(workspace: Workspace, before: Asked, after: Asked) -> Iterator[LawChange]:
    old, new = (_left_by(workspace, asked) for asked in (before, after))
    for reading in workspace.theory.readings:
        if (reading.iri in old) != (reading.iri in new):
            yield LawChange(
                ground=reading.iri,
                label=reading.label,
                presence=Presence.AFTER if reading.iri in old else Presence.BEFORE,
                citations=tuple(workspace.cite(p, before[0]) for p in reading.source.provisions),
                is_reading=True,
            )


def _left_by(workspace: Workspace, asked: Asked) -> frozenset[str]:
    """Return the readings that a side leaves aside because it retains another."""
    day, floor, reading = asked
    theory = raise_floor(workspace.theory.on(day), floor)
    return _left_aside(theory, find_reading(workspace, reading, floor).iri if reading else "")


def _grounds(workspace: Workspace, asked: Asked) -> dict[str, Ground]:
    """Return the grounds that count; of a question with a reading retained, that reading's own."""
    day, floor, _ = asked
    left = _left_by(workspace, asked)
    theory = raise_floor(workspace.theory.on(day), floor)
    open_ = {opening.reading(way) for opening in theory.openings for way in WAYS}
    return {
        f"{ground.name} {ground.notion[1]}".strip() if not ground.is_named else ground.name: ground
        for grounds in theory.grounds.values()
        for ground in grounds
        if ground.reading not in left | open_
    }


def _left_aside(theory: Theory, retained: str) -> frozenset[str]:
    question = next((r.question for r in theory.readings if r.iri == retained), None)
    return frozenset(
        r.iri
        for r in theory.readings
        if r.iri != retained and (r.question == question or not r.is_admissible)
    )


def _change(workspace: Workspace, ground: Ground, *, is_before: bool, day: date) -> LawChange:
    theory = workspace.theory
    return LawChange(
        ground=ground.name,
        label=theory.labels.get(ground.name) or theory.labels.get(ground.notion[1], EMPTY),
        presence=Presence.BEFORE if is_before else Presence.AFTER,
        citations=tuple(workspace.cite(iri, day) for iri in ground.source.provisions),
        since=ground.source.start,
        until=ground.source.until,
    )
