"""What follows of what is stated before it is closed: wider classes, parts, inverses, chains.

A property that axioms make of others holds where they bring it and nowhere else, as a notion holds
nowhere but where its grounds do: what a case states is closed once they are drawn.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.reasoning.axioms.expressions import Role
from kg.reasoning.axioms.statements import Chain
from kg.reasoning.axioms.theory import Theory
from kg.reasoning.facts.situation import Situation
from kg.reasoning.functions import FALSE, TRUE

__all__ = ["derive"]


def derive(situation: Situation, theory: Theory) -> None:
    """Add to the situation the memberships and relations that follow of its own."""
    for (name, individual), condition in list(situation.members.items()):
        for upper in theory.uppers.get(name, ()):
            _widen(situation, name, upper, individual, condition)
    made = [axiom.says for axiom in theory.chains if isinstance(axiom.says, Chain)]
    is_new = bool(made)
    while is_new:
        drawn = [_draw(situation, chain) for chain in made]
        is_new = any(drawn)


def _widen(situation: Situation, name: str, upper: str, individual: str, condition: int) -> None:
    """State a member of a class of a wider one, unless that is the individual's own sort."""
    if upper != situation.sorts.get(individual):
        known = situation.members.get((upper, individual), FALSE)
        paths = (*situation.paths.get((upper, individual), ()), *situation.paths[name, individual])
        both = situation.functions.either(known, condition)
        situation.state(upper, individual, both, *dict.fromkeys(paths))


def _draw(situation: Situation, chain: Chain) -> bool:
    """Add what one chain brings; tell whether that was anything new."""
    is_new = False
    for start in list(_rows(situation, chain.lower[0])):
        for end, condition, paths in list(_walk(situation, chain.lower, start)):
            source, target = (end, start) if chain.upper.inverse else (start, end)
            known = situation.edge(chain.upper.iri, source, target)
            if situation.functions.either(known, condition) != known:
                situation.relate(chain.upper.iri, source, target, condition, *paths)
                is_new = True
    return is_new


def _rows(situation: Situation, role: Role) -> dict[str, dict[str, int]]:
    rows = situation.incoming if role.inverse else situation.edges
    return rows.get(role.iri, {})


def _walk(
    situation: Situation, lower: tuple[Role, ...], start: str
) -> Iterator[tuple[str, int, tuple[str, ...]]]:
    """Yield where a chain leads from an individual, when, and by which facts of the case."""
    if not lower:
        yield start, TRUE, ()
        return
    own = situation.paths.get((lower[0].iri, start), ())
    for other, condition in list(_rows(situation, lower[0]).get(start, {}).items()):
        for end, rest, paths in _walk(situation, lower[1:], other):
            both = situation.functions.both(condition, rest)
            if both != FALSE:
                yield end, both, tuple(dict.fromkeys((*own, *paths)))
