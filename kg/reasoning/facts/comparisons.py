"""Facts that are comparisons: of identifiers, or of days. They know no provision.

Each term stated here says in the ontology, by `hds:comparedAs`, what it compares.
"""

from __future__ import annotations

from kg.domain.cases import Entity
from kg.reasoning.facts.conditions import Conditions, individual
from kg.reasoning.facts.lists import Lists
from kg.reasoning.facts.parties import Parties
from kg.reasoning.facts.reliance import Reliance
from kg.reasoning.facts.validity import Validity
from kg.reasoning.functions import FALSE, TRUE
from kg.vocabulary import HDS

__all__ = ["compare"]


class _Comparisons(Lists):
    """Comparisons of one entity with the lists."""

    def joint(self, dataset: Entity) -> None:
        """State whether a dataset has two controllers or more."""
        data, one, two = individual(dataset.path), FALSE, FALSE
        for actor in self.actors:
            controls = self.edge(HDS.term("controls"), actor, data)
            two = self.functions.either(two, self.functions.both(one, controls))
            one = self.functions.either(one, controls)
        self.situation.state(
            HDS.term("JointlyControlledDataset"), data, two, f"{dataset.path}.controllers"
        )

    def resources(self, service: Entity) -> None:
        """State whether the machines are those of the client, or of who the service is for."""
        subject = individual(service.path)
        result = FALSE
        for actor in self.actors:
            owns = self.edge(HDS.term("usesResourcesOf"), subject, actor)
            client = self.edge(HDS.term("contractsFor"), actor, subject)
            served = self.served(service, actor)
            mine = self.functions.negate(self.edge(HDS.term("provides"), actor, subject))
            theirs = self.functions.both(mine, self.functions.either(client, served))
            result = self.functions.either(result, self.functions.both(owns, theirs))
        self.situation.state(
            HDS.term("ClientResourceService"), subject, result, f"{service.path}.resources_of"
        )

    def groups(self, service: Entity) -> None:
        """State which groups a service serves: provided by the delegate, to members alone."""
        subject = individual(service.path)
        self.situation.close(HDS.term("servesGroup"), subject, "groups")
        for group in self.conditions.of("groups"):
            iri = individual(group.path)
            delegate = self.functions.some(
                self.functions.both(
                    self.edge(HDS.term("provides"), actor, subject),
                    self.edge(HDS.term("hostsForGroup"), actor, iri),
                )
                for actor in self.actors
            )
            members = self.functions.every(
                self.functions.either(
                    self.functions.negate(self.served(service, actor)),
                    self.edge(HDS.term("isMemberOf"), actor, iri),
                )
                for actor in self.actors
            )
            condition = self.functions.both(delegate, members)
            if condition != FALSE:
                path = group.path if not group.id.startswith("?") else "groups"
                self.situation.relate(HDS.term("servesGroup"), subject, iri, condition, path)

    def issuer(self, certificate: Entity) -> None:
        """State who issued a certificate, where its body is an actor of the case."""
        iri, path = individual(certificate.path), f"{certificate.path}.body"
        self.situation.close(HDS.term("issues"), iri, path)
        body = certificate.fact("body")
        if body is not None and body.value in self.conditions.ids("actors"):
            issuer = individual(f"actors.{body.value}")
            self.situation.relate(HDS.term("issues"), issuer, iri, TRUE, path)


def compare(conditions: Conditions) -> None:
    """State everything that comes of comparing what the case states."""
    comparisons, parties = _Comparisons(conditions), Parties(conditions)
    for service in conditions.of("services"):
        for dataset in conditions.of("data"):
            parties.processing(service, dataset)
        comparisons.resources(service)
        comparisons.groups(service)
    for dataset in conditions.of("data"):
        comparisons.joint(dataset)
    Reliance(conditions).state()
    for certificate in conditions.of("certificates"):
        Validity(conditions).state(certificate, HDS.term("ValidCertificate"))
        comparisons.issuer(certificate)
    for approval in conditions.of("approvals"):
        Validity(conditions).state(approval, HDS.term("ValidApproval"))
