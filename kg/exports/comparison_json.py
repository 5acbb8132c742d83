"""A comparison as JSON (`hds-comparison/1`): stable keys, words in both languages."""

from __future__ import annotations

import json
from typing import TypeAlias

from kg.domain.answers import Outcome, Status
from kg.domain.comparisons import (
    ActorChanges,
    Comparison,
    ConclusionChange,
    FactChange,
    LawChange,
    NormChange,
    PositionChange,
    RoleChange,
    Side,
)
from kg.domain.texts import Text

__all__ = ["FORMAT", "comparison_to_json"]

FORMAT = "hds-comparison/1"

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"


def comparison_to_json(comparison: Comparison) -> str:
    """Return the comparison as one line of JSON."""
    tree: dict[str, Json] = {
        "format": FORMAT,
        "before": _side(comparison.before),
        "after": _side(comparison.after),
        "same": comparison.is_same,
        "facts": [_fact(fact) for fact in comparison.facts],
        "law": [_law(ground) for ground in comparison.law],
        "actors": {actor.id: _actor(actor) for actor in comparison.actors},
    }
    return json.dumps(tree, ensure_ascii=False, separators=(",", ":"))


def _text(text: Text) -> Json:
    return {"fr": text.fr, "en": text.en}


def _side(side: Side) -> Json:
    return {
        "case": side.case,
        "title": _text(side.title),
        "date": side.day.isoformat(),
        "authority_floor": side.floor,
        "reading": side.reading,
    }


def _fact(fact: FactChange) -> Json:
    return {
        "fact": fact.fact,
        "label": _text(fact.label),
        "before": _text(fact.before),
        "after": _text(fact.after),
        "decides": fact.decides,
    }


def _law(ground: LawChange) -> Json:
    return {
        "ground": ground.ground,
        "label": _text(ground.label),
        "is_reading": ground.is_reading,
        "counts": ground.presence.value,
        "provisions": [{"iri": c.iri, "label": _text(c.label)} for c in ground.citations],
        "in_force_from": ground.since.isoformat() if ground.since else None,
        "in_force_until": ground.until.isoformat() if ground.until else None,
        "decides": ground.decides,
    }


def _actor(actor: ActorChanges) -> Json:
    return {
        "name": actor.name,
        "in": actor.presence.value,
        "conclusions": {c.question: _conclusion(c) for c in actor.conclusions},
        "roles": {role.id: _role(role) for role in actor.roles},
        "norms": [_norm(norm) for norm in actor.norms],
        "positions": [_position(position) for position in actor.positions],
    }


def _conclusion(change: ConclusionChange) -> Json:
    return {
        "before": change.before.value,
        "after": change.after.value,
        "activities_before": list(change.activities_before),
        "activities_after": list(change.activities_after),
        "missing_before": list(change.missing_before),
        "missing_after": list(change.missing_after),
        **_rests(change),
    }


def _role(change: RoleChange) -> Json:
    return {"label": _text(change.label), "has": change.presence.value, **_rests(change)}


def _norm(change: NormChange) -> Json:
    return {
        "id": change.id,
        "label": _text(change.label),
        "modality": change.modality,
        "provision": change.provision,
        "before": {"binds": change.before.value, "status": _value(change.status_before)},
        "after": {"binds": change.after.value, "status": _value(change.status_after)},
        **_rests(change),
    }


def _position(change: PositionChange) -> Json:
    return {
        "conclusion": change.conclusion,
        "question": change.question,
        "reading": change.reading,
        "label": _text(change.label),
        "before": _value(change.before),
        "after": _value(change.after),
    }


def _value(member: Outcome | Status | None) -> Json:
    return member.value if member is not None else None


def _rests(change: ConclusionChange | RoleChange | NormChange) -> dict[str, Json]:
    return {"facts": list(change.facts), "law": list(change.law)}
