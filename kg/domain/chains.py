"""A chain: who does what for whom, on which data, relying on whom."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Chain", "ChainLink"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainLink:
    """One service of a case, its parties and data by their ids; None or "" where unknown.

    `relies_on` are services. `activities` are those that its provider performs in it.
    """

    service: str
    provider: str
    clients: tuple[str, ...] | None
    data: tuple[str, ...] | None
    activities: tuple[str, ...] | None
    relies_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """The services of a case, those that rely on others before those, and its actors."""

    links: tuple[ChainLink, ...]
    actors: tuple[str, ...]

    @property
    def apart(self) -> tuple[str, ...]:
        """The actors that no service names."""
        named = {link.provider for link in self.links}
        named |= {client for link in self.links for client in link.clients or ()}
        return tuple(actor for actor in self.actors if actor not in named)
