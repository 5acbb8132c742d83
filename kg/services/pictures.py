"""Draw the neighbourhood of a term: who is shown, where, and how many are left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice, zip_longest

from kg.domain.pictures import Edge, Node, Picture
from kg.domain.texts import Text
from kg.services.workspace import Workspace
from kg.store.prefixes import expand
from kg.store.relations import Relation, relations
from kg.store.terms import sort_of, term_name
from kg.vocabulary import HDS, RDF, SKOS

__all__ = ["FIRST", "MORE", "MOST", "draw"]

FIRST, MORE, MOST = 16, 10, 150
"""How many neighbours a picture begins with, how many come at a time, how many terms it holds."""

# What many terms share tells little of any: it comes last.
_LAST = (HDS.term("authority"), HDS.term("confidence"), RDF.term("type"), SKOS.term("inScheme"))


def draw(workspace: Workspace, steps: Sequence[str], *, inferred: bool = False) -> Picture:
    """Return the picture that a walk leads to; the same steps give the same places.

    Args:
        workspace: where the graph is.
        steps: the IRIs, or short forms, of the terms opened, in turn; opened again, a term shows
            `MORE`; one that is not in the picture by then is passed over.
        inferred: whether what follows from the kinds alone is drawn as well.
    """
    canvas = _Canvas(workspace)
    for step in map(expand, steps):
        canvas.open(step, MORE if canvas.opened else FIRST)
    if inferred:
        for step in tuple(canvas.opened):
            canvas.open(step, MORE, inferred=True)
    return Picture(
        nodes=tuple(canvas.node(iri, inferred=inferred) for iri in canvas.places),
        edges=tuple(canvas.edges(inferred=inferred)),
    )


@dataclass(slots=True)
class _Canvas:
    """The places taken so far: each term by its column and row."""

    workspace: Workspace
    places: dict[str, tuple[int, int]] = field(default_factory=dict)
    opened: dict[str, None] = field(default_factory=dict)

    def open(self, iri: str, count: int, *, inferred: bool = False) -> None:
        """Place the next neighbours of a term beside it."""
        if iri not in self.places and self.places:
            return
        self.opened[iri] = None
        side = _sign(self.places.setdefault(iri, (0, 0))[0])
        waiting = [r for r in self._around(iri, inferred=inferred) if inferred is bool(r.via)]
        new = {_other(r, iri): r for r in _in_turn(iri, waiting)}
        chosen = [(name, new[name]) for name in new if name not in self.places]
        room = max(0, min(count, MOST - len(self.places)))
        self._place(iri, chosen[:room], side)

    def _place(self, iri: str, chosen: list[tuple[str, Relation]], side: int) -> None:
        """Place terms in the columns beside a term, as near as there is room, in reading order."""
        column, row = self.places[iri]
        for way in (-1, 1):
            here = [pair for pair in chosen if (side or _way(pair[1], iri)) == way]
            ordered = sorted(here, key=self._reading)
            rows = sorted(islice(self._free(column + way, row), len(ordered)))
            for (name, _), free in zip(ordered, rows, strict=True):
                self.places[name] = (column + way, free)

    def _around(self, iri: str, *, inferred: bool) -> Iterator[Relation]:
        known = relations(self.workspace.graph)
        found = chain(known.leaving.get(iri, ()), known.reaching.get(iri, ()))
        return (r for r in found if r.subject != r.object and (inferred or not r.via))

    def _reading(self, pair: tuple[str, Relation]) -> tuple[bool, str, str]:
        name, relation = pair
        label = term_name(self.workspace.graph, name).label.fr.casefold()
        return relation.predicate in _LAST, relation.predicate, label

    def _free(self, column: int, row: int) -> Iterator[int]:
        """Yield the free rows of a column, the nearest first."""
        taken = {place for other, place in self.places.values() if other == column}
        rows = chain([row], *((row + step, row - step) for step in range(1, MOST + 1)))
        return (place for place in rows if place not in taken)

    def node(self, iri: str, *, inferred: bool) -> Node:
        """Return a term in its place, with the count of its neighbours."""
        around = {_other(r, iri) for r in self._around(iri, inferred=inferred)}
        column, row = self.places[iri]
        return Node(
            name=term_name(self.workspace.graph, iri),
            sort=sort_of(self.workspace.graph, iri),
            column=column,
            row=row,
            neighbours=len(around),
            shown=len(around & self.places.keys()) if iri in self.opened else 0,
        )

    def edges(self, *, inferred: bool) -> Iterator[Edge]:
        """Yield what joins the terms opened to those in the picture, one edge a pair."""
        found: dict[tuple[str, str], dict[Relation, None]] = {}
        for iri in self.opened:
            for relation in self._around(iri, inferred=inferred):
                if {relation.subject, relation.object} <= self.places.keys():
                    pair = relation.subject, relation.object
                    found.setdefault(pair, {})[relation] = None
        yield from (self._edge(pair, tuple(found[pair])) for pair in found)

    def _edge(self, pair: tuple[str, str], joined: tuple[Relation, ...]) -> Edge:
        stated = [relation for relation in joined if not relation.via] or joined
        names = [term_name(self.workspace.graph, r.predicate).label for r in stated]
        return Edge(
            source=pair[0],
            target=pair[1],
            label=Text(_slashed(n.fr for n in names), _slashed(n.en for n in names)),
            is_inferred=all(relation.via for relation in joined),
        )


def _slashed(words: Iterable[str]) -> str:
    return " / ".join(dict.fromkeys(words))


def _other(relation: Relation, iri: str) -> str:
    return relation.object if relation.subject == iri else relation.subject


def _way(relation: Relation, iri: str) -> int:
    """Return -1 for what points to a term, which stands to its left, and 1 for the rest."""
    return 1 if relation.subject == iri else -1


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)


def _in_turn(iri: str, found: Iterable[Relation]) -> Iterator[Relation]:
    """Yield relations of each sort in turn, so that none fills the picture."""
    groups: dict[tuple[bool, bool, str], list[Relation]] = {}
    for r in found:
        key = (r.predicate in _LAST, r.subject != iri, r.predicate)
        groups.setdefault(key, []).append(r)
    sizes = Counter({key: len(groups[key]) for key in groups})
    ordered = sorted(groups, key=lambda key: (key[0], sizes[key], key))
    for shared in (False, True):
        turns = zip_longest(*(groups[key] for key in ordered if key[0] is shared))
        yield from (relation for turn in turns for relation in turn if relation is not None)
