"""What a floor of authority leaves open: what it does not settle, and the duties it leaves out."""

from __future__ import annotations

from collections.abc import Iterator

from kg.domain.answers import LeftOpen, Outcome
from kg.domain.catalogue import Catalogue
from kg.domain.texts import Text
from kg.reasoning.axioms.theory import Notion
from kg.reasoning.inquiry import Inquiry
from kg.vocabulary import HDS

__all__ = ["left_open", "norms_below"]


def left_open(inquiry: Inquiry, catalogue: Catalogue) -> tuple[LeftOpen, ...]:
    """Return what sources above the floor do not settle, and some answer depends on."""
    met = dict.fromkeys(
        opening
        for entity in inquiry.case.of("actors")
        for notion in _asked(inquiry, catalogue, entity.id)
        for opening in inquiry.left_open(notion, entity.id)
    )
    return tuple(
        LeftOpen(
            question=opening.notion[0].rsplit("#", 1)[-1],
            label=opening.label,
            settled_by=tuple(inquiry.cite(iri) for iri in opening.settled_by),
            settled_from=opening.settled_from,
        )
        for opening in met
    )


def _asked(inquiry: Inquiry, catalogue: Catalogue, actor: str) -> Iterator[Notion]:
    """Yield what an answer says of an actor: the two questions, and what depends on a yes."""
    certification = (catalogue.certification.iri, "")
    yield certification
    yield (catalogue.approval.iri, "")
    if inquiry.outcome(certification, actor) is Outcome.YES:
        yield from ((activity.debtor, "") for activity in catalogue.activities)
    for norm in catalogue.norms:
        bound = (HDS.term("isBoundBy"), norm.iri)
        yield bound
        if inquiry.outcome(bound, actor) is Outcome.YES:
            yield (HDS.term("breaches"), norm.iri)


def norms_below(inquiry: Inquiry, catalogue: Catalogue) -> tuple[tuple[str, Text], ...]:
    """Return the ids and labels of the norms that only sources below the floor impose."""
    bound = HDS.term("isBoundBy")
    return tuple(
        (norm.id, norm.label)
        for norm in catalogue.norms
        if (bound, norm.iri) in inquiry.theory.left_out
    )
