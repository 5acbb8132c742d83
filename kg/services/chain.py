"""Chain: the services of a case in the order in which one relies on another."""

from __future__ import annotations

from kg.domain.cases import Case, Entity
from kg.domain.chains import Chain, ChainLink

__all__ = ["chain_of"]


def chain_of(case: Case) -> Chain:
    """Return who does what for whom, the services that rely on others before those."""
    links = {entity.id: _link(entity, complete=case.complete) for entity in case.of("services")}
    ordered: dict[str, ChainLink] = {}
    for name in links:
        _place(name, links, ordered, frozenset())
    return Chain(
        links=tuple(reversed(ordered.values())),
        actors=tuple(entity.id for entity in case.of("actors")),
    )


def _place(
    name: str, links: dict[str, ChainLink], ordered: dict[str, ChainLink], above: frozenset[str]
) -> None:
    """Put a service after those that it relies on; a circle is entered once."""
    if name in ordered or name in above or name not in links:
        return
    for other in links[name].relies_on:
        _place(other, links, ordered, above | {name})
    ordered[name] = links[name]


def _link(service: Entity, *, complete: bool) -> ChainLink:
    return ChainLink(
        service=service.id,
        provider=_one(service, "provider"),
        clients=_several(service, "client", complete=complete),
        data=_several(service, "data", complete=complete),
        activities=_several(service, "activities", complete=complete),
        relies_on=_several(service, "relies_on", complete=complete) or (),
    )


def _one(service: Entity, key: str) -> str:
    fact = service.fact(key)
    return fact.value if fact is not None and isinstance(fact.value, str) else ""


def _several(service: Entity, key: str, *, complete: bool) -> tuple[str, ...] | None:
    """Return a list; where the case is silent, none if it is complete, else None."""
    fact = service.fact(key)
    if fact is None:
        return () if complete else None
    return fact.value if isinstance(fact.value, tuple) else None
