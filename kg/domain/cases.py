"""A case: the situation that somebody describes, as facts and nothing more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from kg.domain.texts import Text

__all__ = ["Case", "Entity", "Fact", "Value"]

Value: TypeAlias = bool | str | date | tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One key of one entity, and its value; None where the case says `unknown`."""

    key: str
    value: Value | None
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One actor, dataset, service, certificate...: its section, its id, its facts.

    The id of an entity of a list is its index, counted from 0. An entity nested in another
    (`evidence`) names it as its `owner`.
    """

    section: str
    id: str
    facts: tuple[Fact, ...] = ()
    owner: str = ""
    line: int = 0

    @property
    def path(self) -> str:
        """The path of the entity in the case: `services.saas`, `certificates[0]`."""
        base = f"{self.owner}.{self.section}" if self.owner else self.section
        return f"{base}[{self.id}]" if self.id.isdigit() else f"{base}.{self.id}"

    def fact(self, key: str) -> Fact | None:
        """Return what is said of `key`, or None where nothing is."""
        return next((fact for fact in self.facts if fact.key == key), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A described situation (the contract's `hds-case/1`).

    `day` is the case's own date, None where it gives none. `sections` are the sections that the
    file holds, be they empty. `source` is the file's name, for messages.
    """

    id: str
    title: Text
    day: date | None
    complete: bool
    entities: tuple[Entity, ...]
    sections: frozenset[str]
    source: str = ""

    def of(self, section: str) -> tuple[Entity, ...]:
        """Return the entities of one section, in the order of the file."""
        return tuple(entity for entity in self.entities if entity.section == section)

    def find(self, section: str, id: str) -> Entity | None:  # noqa: A002 - the contract's word
        """Return one entity, or None."""
        return next((entity for entity in self.of(section) if entity.id == id), None)
