"""What the facts of a case must not do together: end before they begin, turn in a circle."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from graphlib import CycleError, TopologicalSorter

from kg.domain.cases import Entity
from kg.imports import complaints as say
from kg.imports.faults import Faults
from kg.imports.nodes import Broken

__all__ = ["check_circles", "check_periods"]


# Each circle costs a walk through all the links.
_MOST_CIRCLES = 20


def check_periods(entities: Sequence[Entity], faults: Faults) -> None:
    """Note every entity whose `until` comes before its `from`."""
    for entity in entities:
        start, end = entity.fact("from"), entity.fact("until")
        days = (start.value if start else None, end.value if end else None)
        match days:
            case date() as first, date() as last if last < first:
                place = Broken(line=end.line if end else 0, path=f"{entity.path}.until")
                faults.add(place, say.until_before_from(first.isoformat(), last.isoformat()))
            case _:
                continue


def check_circles(entities: Sequence[Entity], key: str, faults: Faults) -> None:
    """Note the circles in which entities come back to themselves by `key`."""
    links = {entity.id: _linked(entity, key) for entity in entities}
    for _ in range(_MOST_CIRCLES):
        ring = _ring(links)
        if not ring:
            return
        first = next(entity for entity in entities if entity.id in ring)
        start = ring.index(first.id)
        fact = first.fact(key)
        place = Broken(line=fact.line if fact else first.line, path=f"{first.path}.{key}")
        faults.add(place, say.circle([*ring[start:], *ring[:start], first.id]))
        links = {name: ids for name, ids in links.items() if name not in ring}


def _linked(entity: Entity, key: str) -> tuple[str, ...]:
    fact = entity.fact(key)
    return fact.value if fact is not None and isinstance(fact.value, tuple) else ()


def _ring(links: dict[str, tuple[str, ...]]) -> list[str]:
    """Return the ids of one circle, each linked to the next; nothing where there is none."""
    try:
        TopologicalSorter(links).prepare()
    except CycleError as error:
        ring: list[str] = error.args[1]
        return ring[:0:-1]
    return []
