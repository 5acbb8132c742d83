"""Facts that are comparisons: of identifiers, or of days. They know no provision.

Each term stated here says in the ontology, by `hds:comparedAs`, what it compares.
"""

from __future__ import annotations

from datetime import date

from kg.domain.cases import Entity
from kg.domain.texts import Text
from kg.reasoning.facts import Conditions, individual
from kg.reasoning.functions import FALSE, TRUE
from kg.vocabulary import HDS

__all__ = ["compare"]


class _Comparison:
    """The lists of the case under their conditions, and what comes of comparing them."""

    def __init__(self, conditions: Conditions) -> None:
        self.conditions = conditions
        self.situation = conditions.situation
        self.functions = conditions.situation.functions
        self.actors = [individual(f"actors.{id_}") for id_ in conditions.ids("actors")]

    def edge(self, term: str, source: str, target: str) -> int:
        return self.situation.edge(HDS.term(term), source, target)

    def beneficiary(self, service: Entity, actor: str, dataset: str) -> int:
        """By default a service is rendered on behalf of the controllers of its data."""
        if service.fact("on_behalf_of") is None:
            return self.edge("controls", actor, dataset)
        return self.edge("entrusts", actor, individual(service.path))

    def processing(self, service: Entity, dataset: Entity) -> None:
        """State who is what in one processing."""
        subject, data = individual(service.path), individual(dataset.path)
        condition = self.edge("isAbout", subject, data)
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
            provider = self.edge("provides", actor, individual(service.path))
            client = self.edge("contractsFor", actor, individual(service.path))
            served = self.beneficiary(service, actor, data)
            controls = self.edge("controls", actor, data)
            originates = self.edge("originates", actor, data)
            own = self.functions.either(own, both(provider, controls))
            clients = self.functions.either(clients, client)
            outside = both(negate(controls), negate(served))
            onward = both(onward, self.functions.either(negate(client), outside))
            served_controller = both(served, controls)
            subject = both(both(served, negate(controls)), both(negate(originates), negate(provider)))
            self._relate("isControllerIn", actor, iri, served_controller, paths[2], paths[3])
            self._relate("isOriginatingControllerIn", actor, iri, both(served_controller, originates), paths[2], paths[3], paths[5])
            self._relate("isDataSubjectIn", actor, iri, subject, paths[2], paths[3], paths[5])
        self.situation.state(HDS.term("OwnAccountProcessing"), iri, own, paths[0], paths[3])
        self.situation.state(HDS.term("OnwardEntrustedProcessing"), iri, both(clients, onward), paths[1], paths[3])

    def _relate(self, term: str, source: str, target: str, condition: int, *paths: str) -> None:
        self.situation.close(HDS.term(term), target, *paths)
        if condition != FALSE:
            self.situation.relate(HDS.term(term), source, target, condition, *paths)

    def joint(self, dataset: Entity) -> None:
        """State whether a dataset has two controllers or more."""
        data, one, two = individual(dataset.path), FALSE, FALSE
        for actor in self.actors:
            controls = self.edge("controls", actor, data)
            two = self.functions.either(two, self.functions.both(one, controls))
            one = self.functions.either(one, controls)
        self.situation.state(HDS.term("JointlyControlledDataset"), data, two, f"{dataset.path}.controllers")

    def resources(self, service: Entity) -> None:
        """State whether the machines are those of the client, or of who the service is for."""
        subject = individual(service.path)
        result = FALSE
        for actor in self.actors:
            owns = self.edge("usesResourcesOf", subject, actor)
            client = self.edge("contractsFor", actor, subject)
            served = self.functions.some(
                self.functions.both(
                    self.edge("isAbout", subject, data), self.beneficiary(service, actor, data)
                )
                for data in self._datasets()
            )
            mine = self.functions.negate(self.edge("provides", actor, subject))
            theirs = self.functions.both(mine, self.functions.either(client, served))
            result = self.functions.either(result, self.functions.both(owns, theirs))
        self.situation.state(HDS.term("ClientResourceService"), subject, result, f"{service.path}.resources_of")

    def _datasets(self) -> list[str]:
        return [individual(f"data.{id_}") for id_ in self.conditions.ids("data")]

    def reliance(self) -> None:
        """State which services rely on a third party's, and which depend on which."""
        services = self.conditions.of("services")
        depends = {
            (a.id, b.id): self.edge("reliesOn", individual(a.path), individual(b.path))
            for a in services
            for b in services
        }
        for (a, b), condition in depends.items():
            if condition != FALSE:
                self._third_party(a, b, condition)
        for k in services:
            for a in services:
                for b in services:
                    onward = self.functions.both(depends[a.id, k.id], depends[k.id, b.id])
                    depends[a.id, b.id] = self.functions.either(depends[a.id, b.id], onward)
        for (a_id, b_id), condition in depends.items():
            self.situation.close(HDS.term("dependsOn"), individual(f"services.{a_id}"), f"services.{a_id}.relies_on")
            if condition != FALSE and a_id != b_id:
                ends = individual(f"services.{a_id}"), individual(f"services.{b_id}")
                self.situation.relate(HDS.term("dependsOn"), *ends, condition, f"services.{a_id}.relies_on")

    def _third_party(self, a: str, b: str, condition: int) -> None:
        ends = individual(f"services.{a}"), individual(f"services.{b}")
        same = self.functions.some(
            self.functions.both(self.edge("provides", actor, ends[0]), self.edge("provides", actor, ends[1]))
            for actor in self.actors
        )
        other = self.functions.both(condition, self.functions.negate(same))
        if other != FALSE:
            self.situation.relate(HDS.term("reliesOnThirdParty"), *ends, other, f"services.{a}.relies_on", f"services.{b}.provider")

    def groups(self, service: Entity) -> None:
        """State which groups a service serves: provided by the delegate, to members alone."""
        subject = individual(service.path)
        for group in self.conditions.of("groups"):
            iri = individual(group.path)
            delegate = self.functions.some(
                self.functions.both(
                    self.edge("provides", actor, subject), self.edge("hostsForGroup", actor, iri)
                )
                for actor in self.actors
            )
            members = self.functions.every(
                self.functions.either(
                    self.functions.negate(self._served(service, actor)),
                    self.edge("isMemberOf", actor, iri),
                )
                for actor in self.actors
            )
            condition = self.functions.both(delegate, members)
            if condition != FALSE:
                path = group.path if not group.id.startswith("?") else "groups"
                self.situation.relate(HDS.term("servesGroup"), subject, iri, condition, path)

    def _served(self, service: Entity, actor: str) -> int:
        subject = individual(service.path)
        return self.functions.some(
            self.functions.both(
                self.edge("isAbout", subject, data), self.beneficiary(service, actor, data)
            )
            for data in self._datasets()
        )

    def validity(self, entity: Entity, term: str) -> None:
        """State whether a certificate or an approval is within its dates, both inclusive."""
        iri, start, until = individual(entity.path), entity.fact("from"), entity.fact("until")
        day = self.conditions.day
        condition, paths = TRUE, []
        for fact, is_start in ((start, True), (until, False)):
            name = "from" if is_start else "until"
            value = fact.value if fact is not None else None
            paths.append(f"{entity.path}.{name}")
            if not isinstance(value, date):
                condition = self.functions.both(condition, self._open_day(entity, name))
            elif (value > day) if is_start else (value < day):
                condition = FALSE
        if self.conditions.vary and condition in {FALSE, TRUE}:
            condition = self.situation.variable(paths[1], "true", now=condition == TRUE)
        self.situation.state(HDS.term(term), iri, condition, *paths)

    def _open_day(self, entity: Entity, name: str) -> int:
        path = entity.section if entity.id.startswith("?") else f"{entity.path}.{name}"
        self.situation.words.setdefault(path, {}).update(_WITHIN)
        return self.situation.variable(path, "true")


_WITHIN = {
    "true": Text("un jour qui le laisse dans ses dates", "a day that leaves it within its dates"),
    "false": Text("un jour qui le met hors de ses dates", "a day that puts it outside its dates"),
}


def _label(service: Entity, dataset: Entity) -> Text:
    return Text(
        f"traitement de « {dataset.id} » par « {service.id} »",
        f"processing of “{dataset.id}” by “{service.id}”",
    )


def compare(conditions: Conditions) -> None:
    """State everything that comes of comparing what the case states."""
    comparison = _Comparison(conditions)
    for service in conditions.of("services"):
        for dataset in conditions.of("data"):
            comparison.processing(service, dataset)
        comparison.resources(service)
        comparison.groups(service)
    for dataset in conditions.of("data"):
        comparison.joint(dataset)
    comparison.reliance()
    for certificate in conditions.of("certificates"):
        comparison.validity(certificate, "ValidCertificate")
    for approval in conditions.of("approvals"):
        comparison.validity(approval, "ValidApproval")
