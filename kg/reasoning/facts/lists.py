"""The lists of a case under their conditions: who provides, controls, is served, in what."""

from __future__ import annotations

from kg.domain.cases import Entity
from kg.reasoning.facts.conditions import Conditions, individual
from kg.vocabulary import HDS

__all__ = ["Lists"]


class Lists:
    """What comparisons compare."""

    def __init__(self, conditions: Conditions) -> None:
        """Read the lists that `conditions` has stated."""
        self.conditions = conditions
        self.situation = conditions.situation
        self.functions = conditions.situation.functions
        self.actors = [individual(f"actors.{id_}") for id_ in conditions.ids("actors")]

    def edge(self, term: str, source: str, target: str) -> int:
        """Return under what condition two individuals are related by a term of the ontology."""
        return self.situation.edge(term, source, target)

    def beneficiary(self, service: Entity, actor: str, dataset: str) -> int:
        """Return under what condition a service is rendered on behalf of an actor.

        By default it is rendered on behalf of the controllers of its data.
        """
        if service.fact("on_behalf_of") is None:
            return self.edge(HDS.term("controls"), actor, dataset)
        return self.edge(HDS.term("entrusts"), actor, individual(service.path))

    def served(self, service: Entity, actor: str) -> int:
        """Return under what condition an actor is served by a service, in some of its data."""
        subject = individual(service.path)
        return self.functions.some(
            self.functions.both(
                self.edge(HDS.term("isAbout"), subject, data),
                self.beneficiary(service, actor, data),
            )
            for data in self.datasets()
        )

    def datasets(self) -> list[str]:
        """Return the individuals that are the datasets of the case."""
        return [individual(f"data.{id_}") for id_ in self.conditions.ids("data")]
