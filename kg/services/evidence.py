"""What an actor can show that it keeps a norm."""

from __future__ import annotations

from datetime import date

from kg.domain.answers import Status
from kg.domain.cases import Case, Entity

__all__ = ["shown"]


def shown(case: Case, actor: str, norm: str, day: date) -> Status:
    """Return the status that the evidence of an actor gives a norm on a day.

    Evidence whose last day has passed shows nothing.
    """
    for entity in case.of("evidence"):
        if entity.owner == f"actors.{actor}" and _says(entity, "norm") == norm:
            until = _says(entity, "until")
            if not isinstance(until, date) or until >= day:
                return _status(_says(entity, "met"))
    return Status.UNKNOWN


def _says(entity: Entity, key: str) -> object:
    fact = entity.fact(key)
    return fact.value if fact is not None else None


def _status(met: object) -> Status:
    match met:
        case True:
            return Status.MET
        case False:
            return Status.BREACHED
        case _:
            return Status.UNKNOWN
