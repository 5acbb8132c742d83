"""The matrix of obligations: every norm of a day, and whom it binds."""

from __future__ import annotations

from datetime import date

from kg.domain.catalogue import Norm, Role
from kg.domain.obligations import Binding, Duty, Matrix
from kg.reasoning.axioms.expressions import Named
from kg.reasoning.axioms.theory import Ground
from kg.reasoning.subsumption import Subsumption, cases_of
from kg.services.workspace import Workspace
from kg.store.prefixes import shorten
from kg.store.terms import term_name
from kg.vocabulary import HDS, SKOS

__all__ = ["obligations", "roles_to_certify"]

_BOUND, _LABEL = HDS.term("isBoundBy"), SKOS.term("prefLabel")


def roles_to_certify(workspace: Workspace) -> tuple[Role, ...]:
    """Return, for each activity, the class of those who must be certified for it."""
    graph = workspace.graph
    return tuple(
        Role(id=activity.id, iri=activity.debtor, label=graph.text(activity.debtor, _LABEL))
        for activity in workspace.catalogue.activities
    )


def obligations(workspace: Workspace, *, on: date) -> Matrix:
    """Return the norms in force on a day against the roles and those to certify, by citation.

    A norm that nobody can be bound by on that day is left out.
    """
    roles = (*workspace.catalogue.roles, *roles_to_certify(workspace))
    theory = workspace.theory.on(on)
    shown = Subsumption(theory)
    duties = (
        _duty(workspace, norm, grounds, _bindings(shown, grounds, roles), on)
        for norm in workspace.catalogue.norms
        if (grounds := theory.grounds.get((_BOUND, norm.iri), ()))
    )
    return Matrix(day=on, roles=roles, duties=tuple(sorted(duties, key=_order)))


def _order(duty: Duty) -> tuple[str, str]:
    return duty.citations[0].label.fr if duty.citations else "", duty.term.label.fr


def _duty(
    workspace: Workspace,
    norm: Norm,
    grounds: tuple[Ground, ...],
    bindings: tuple[Binding, ...],
    on: date,
) -> Duty:
    graph = workspace.graph
    articles = {_whole(workspace, source) for source in norm.sources}
    return Duty(
        term=term_name(graph, norm.iri),
        modality=norm.modality,
        citations=tuple(workspace.cite(source, on) for source in norm.sources),
        articles=tuple(sorted(articles)),
        bearers=tuple(term_name(graph, ground.name) for ground in grounds),
        owed_to=norm.owed_to,
        bindings=bindings,
    )


def _whole(workspace: Workspace, iri: str) -> str:
    """Return the short name of the article around a provision."""
    while above := workspace.graph.iri(iri, HDS.term("isPartOf")):
        iri = above
    return shorten(iri)


def _bindings(
    shown: Subsumption, grounds: tuple[Ground, ...], roles: tuple[Role, ...]
) -> tuple[Binding, ...]:
    return tuple(_binding(shown, grounds, Named(role.iri)) for role in roles)


def _binding(shown: Subsumption, grounds: tuple[Ground, ...], role: Named) -> Binding:
    if any(shown.is_below(role, ground.condition) for ground in grounds):
        return Binding.ALWAYS
    if any(shown.is_below(way, role) for ground in grounds for way in cases_of(ground.condition)):
        return Binding.SOMETIMES
    return Binding.UNLINKED
