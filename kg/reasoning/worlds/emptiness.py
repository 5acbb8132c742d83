"""Why a class can have no member: the axioms that empty it, and none that does not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.reasoning.axioms.expressions import NOTHING, THING, Named, OneOf
from kg.reasoning.axioms.refusals import RefusedAxiomError
from kg.reasoning.axioms.statements import Axiom, Inclusion, signature
from kg.reasoning.worlds.expansion import has_model
from kg.reasoning.worlds.limits import least

__all__ = ["why_empty"]

_MOST = 200


def why_empty(name: str, axioms: Iterable[Axiom]) -> tuple[Axiom, ...]:
    """Return axioms under which the class `name` has no member, none of which can be left out.

    None at all where the engine cannot tell, where too many are concerned, or where it finds that
    the class can have a member.
    """
    concerned = _concerned(name, tuple(axioms))
    if len(concerned) > _MOST or not _empties(name, concerned):
        return ()
    return least(concerned, lambda kept: _empties(name, kept))


def _empties(name: str, axioms: Sequence[Axiom]) -> bool:
    member = Axiom("assertion", (name,), Inclusion(OneOf(("_:member",)), Named(name)))
    try:
        return not has_model((*axioms, member))
    except RefusedAxiomError:
        return False


def _concerned(name: str, axioms: Sequence[Axiom]) -> tuple[Axiom, ...]:
    """Return what the class and all that it leads to are included in, and what keeps them apart."""
    found: dict[Axiom, None] = {}
    reached, size = {name, THING.iri, NOTHING.iri}, -1
    while len(found) > size:
        size = len(found)
        for axiom in axioms:
            classes, roles = signature(axiom.says)
            is_about = axiom.kind.startswith("rdfs:") or axiom.kind == "owl:equivalentClass"
            is_led_to = is_about and axiom.about[0] in reached
            if axiom not in found and (is_led_to or classes | roles <= reached):
                found[axiom] = None
                reached |= classes | roles
    return tuple(found)
