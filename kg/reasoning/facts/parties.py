"""Who is who in a processing: provider, client, controller served, person concerned."""

from __future__ import annotations

from kg.domain.cases import Entity
from kg.domain.texts import Text
from kg.reasoning.facts.conditions import individual
from kg.reasoning.facts.lists import Lists
from kg.reasoning.functions import FALSE, TRUE
from kg.vocabulary import HDS

__all__ = ["Parties"]


class Parties(Lists):
    """The processings of a case: what each service does of each dataset."""

    def processing(self, service: Entity, dataset: Entity) -> None:
        """State who is what in one processing."""
        subject, data = individual(service.path), individual(dataset.path)
        condition = self.edge(HDS.term("isAbout"), subject, data)
        if condition == FALSE:
            return
        iri = f"{subject}/data/{dataset.id}"
        paths = self._paths(service, dataset)
        self.situation.add(iri, HDS.term("Processing"), _label(service, dataset))
        self.situation.relate(HDS.term("hasProcessing"), subject, iri, condition, paths[4])
        self.situation.relate(HDS.term("concerns"), iri, data, TRUE, paths[4])
        self._parties(service, iri, data, paths)

    def _paths(self, service: Entity, dataset: Entity) -> tuple[str, ...]:
        of_service = [f"{service.path}.{key}" for key in ("provider", "client", "on_behalf_of")]
        return (*of_service, f"{dataset.path}.controllers", f"{service.path}.data",
                f"{dataset.path}.originators")  # fmt: skip

    def _parties(self, service: Entity, iri: str, data: str, paths: tuple[str, ...]) -> None:
        own, onward, clients = FALSE, TRUE, FALSE
        both, negate = self.functions.both, self.functions.negate
        for actor in self.actors:
            provider = self.edge(HDS.term("provides"), actor, individual(service.path))
            client = self.edge(HDS.term("contractsFor"), actor, individual(service.path))
            served = self.beneficiary(service, actor, data)
            controls = self.edge(HDS.term("controls"), actor, data)
            originates = self.edge(HDS.term("originates"), actor, data)
            own = self.functions.either(own, both(provider, controls))
            clients = self.functions.either(clients, client)
            outside = both(negate(controls), negate(served))
            onward = both(onward, self.functions.either(negate(client), outside))
            served_controller = both(served, controls)
            subject = both(
                both(served, negate(controls)), both(negate(originates), negate(provider))
            )
            self._relate(
                HDS.term("isControllerIn"), actor, iri, served_controller, paths[2], paths[3]
            )
            self._relate(
                HDS.term("isOriginatingControllerIn"),
                actor,
                iri,
                both(served_controller, originates),
                paths[2],
                paths[3],
                paths[5],
            )
            self._relate(
                HDS.term("isDataSubjectIn"), actor, iri, subject, paths[2], paths[3], paths[5]
            )
        self.situation.state(HDS.term("OwnAccountProcessing"), iri, own, paths[0], paths[3])
        self.situation.state(
            HDS.term("OnwardEntrustedProcessing"), iri, both(clients, onward), paths[1], paths[3]
        )

    def _relate(self, term: str, source: str, target: str, condition: int, *paths: str) -> None:
        self.situation.close(term, target, *paths)
        if condition != FALSE:
            self.situation.relate(term, source, target, condition, *paths)


def _label(service: Entity, dataset: Entity) -> Text:
    return Text(
        f"traitement de « {dataset.id} » par « {service.id} »",
        f"processing of “{dataset.id}” by “{service.id}”",
    )
