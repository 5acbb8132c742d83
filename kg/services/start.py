"""Start: a first situation for somebody who has written nothing down yet."""

from __future__ import annotations

from dataclasses import dataclass

from kg.domain.cases import Case, Entity, Fact, Value
from kg.domain.texts import Text
from kg.services.workspace import Workspace

__all__ = ["Beginning", "Names", "begin"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """What somebody says first: who they are, whom they serve, and on whom they rely.

    `kind` and `client_kind` are kinds of actors, "" where nobody said. `health`: whether the data
    are about health; `relies`: whether the service relies on somebody else's. None: not known.
    `names` are what to call the case, the two actors, the data, the two services and the third
    actor, in the words of whoever asks.
    """

    kind: str
    client_kind: str
    health: bool | None
    relies: bool | None
    names: Names


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What the parts of a first situation are called."""

    title: Text
    us: str
    client: str
    data: str
    service: str
    host: str
    hosting: str


def begin(workspace: Workspace, said: Beginning) -> Case:
    """Return the situation: one service, its provider, its client, its data; the rest unknown."""
    names = said.names
    relied = [names.hosting] if said.relies else []
    service: dict[str, Value | None] = {
        "provider": "us",
        "client": ("client",),
        "data": (names.data,),
    }
    if said.relies is not None:
        service["relies_on"] = tuple(relied)
    entities = [
        _actor("us", names.us, said.kind),
        _actor("client", names.client, said.client_kind),
        *([_actor("host", names.host, "")] if relied else []),
        _entity("data", names.data, health=said.health),
        *(_hosting(name, names.data) for name in relied),
        _entity("services", names.service, **service),
    ]
    named = {section.name for section in workspace.form.sections}
    return Case(
        id="situation",
        title=names.title,
        day=None,
        complete=False,
        entities=tuple(entities),
        sections=frozenset(entity.section for entity in entities) & named,
    )


def _actor(id_: str, name: str, kind: str) -> Entity:
    said: dict[str, Value | None] = {"name": name} if name else {}
    return _entity("actors", id_, **said, **({"kind": kind} if kind else {}))


def _hosting(name: str, data: str) -> Entity:
    return _entity("services", name, provider="host", client=("us",), data=(data,))


def _entity(section: str, id_: str, **facts: Value | None) -> Entity:
    stated = tuple(Fact(key=key, value=value) for key, value in facts.items())
    return Entity(section=section, id=id_, facts=stated)
