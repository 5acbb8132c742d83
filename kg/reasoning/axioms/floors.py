"""A floor of rank: what the sources of that rank conclude by themselves, and what they leave open.

Silence is not no. Leaving out the sources below a floor takes away what they add, and also what
they close: a notion stays closed only where the source that closes it, whose rank is the notion's
own, is above the floor. What is left open is told as a question of its own, with the two ways of
reading texts that do not settle it; both are of the rank of those texts.

A duty is the exception: none is presumed. One that only weaker sources impose is not concluded.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.domain.wording import word
from kg.reasoning.axioms.expressions import And
from kg.reasoning.axioms.theory import Ground, Notion, Opening, Reading, Source, Theory

__all__ = ["WAYS", "raise_floor"]

WAYS = _HOLDS, _FAILS = "the-text-covers", "the-text-does-not-cover"
_UNDECIDED = "open"


def raise_floor(theory: Theory, floor: str) -> Theory:
    """Return what `theory` concludes from sources of rank `floor` and above; all of it for ""."""
    if not floor:
        return theory
    parts = {notion: _split(theory, grounds, floor) for notion, grounds in theory.grounds.items()}
    openings = {
        notion: opening
        for notion, (_, dropped) in parts.items()
        if (opening := _opening(theory, notion, dropped, floor)) is not None
    }
    grounds = {
        notion: kept + _possible(openings.get(notion), dropped)
        for notion, (kept, dropped) in parts.items()
    }
    left_out = frozenset(n for n, (kept, dropped) in parts.items() if dropped and not kept)
    return replace(
        theory,
        grounds=grounds,
        readings=(*_readings(theory, floor), *_both_ways(openings.values())),
        sources={**theory.sources, **{n[0]: o.source for n, o in openings.items()}},
        recorded=theory.recorded - left_out,
        openings=tuple(openings.values()),
        left_out=left_out,
    )


def _split(
    theory: Theory, grounds: tuple[Ground, ...], floor: str
) -> tuple[tuple[Ground, ...], tuple[Ground, ...]]:
    """Return the grounds that stand at the floor, and those that it leaves out."""
    kept = tuple(ground for ground in grounds if _stands(theory, ground, floor))
    return kept, tuple(ground for ground in grounds if ground not in kept)


def _stands(theory: Theory, ground: Ground, floor: str) -> bool:
    reading = theory.reading(ground.reading)
    sources = (ground.source, reading.source) if reading else (ground.source,)
    return all(theory.is_above(source, floor) for source in sources)


def _readings(theory: Theory, floor: str) -> tuple[Reading, ...]:
    return tuple(r for r in theory.readings if theory.is_above(r.source, floor))


def _opening(
    theory: Theory, notion: Notion, dropped: tuple[Ground, ...], floor: str
) -> Opening | None:
    """Return what the floor leaves open of a notion, None where its sources still settle it."""
    name, value = notion
    if value:
        return None
    closed = theory.is_above(theory.sources.get(name, Source()), floor)
    missed = [g for g in dropped if _is_missed(theory, g, floor, closed=closed)]
    if closed and not missed:
        return None
    return Opening(
        notion=notion,
        label=theory.labels[name],
        whole=not closed,
        source=_source_at(theory, name, floor),
        missed=frozenset(ground.name for ground in missed),
        settled_by=tuple(dict.fromkeys(p for g in missed for p in g.source.provisions)),
        settled_from=theory.strongest(g.source.authority for g in missed),
    )


def _is_missed(theory: Theory, ground: Ground, floor: str, *, closed: bool) -> bool:
    """Tell whether leaving a ground out leaves its question without an answer.

    A minority reading is only ever shown. Where a notion is closed, a question that some reading
    above the floor answers is answered.
    """
    reading = theory.reading(ground.reading)
    if reading is None:
        return True
    others = (r for r in _readings(theory, floor) if r.question == reading.question)
    answered = closed and any(other.is_admissible for other in others)
    return reading.is_admissible and not answered


def _source_at(theory: Theory, name: str, floor: str) -> Source:
    """Return the provisions by which sources above the floor speak of a notion."""
    ranks = theory.provision_ranks
    provisions = tuple(
        p
        for p in theory.sources[name].provisions
        if p in ranks and theory.is_above(Source(authority=ranks[p]), floor)
    )
    rank = theory.weakest(frozenset(ranks[p] for p in provisions)) or floor
    return Source(provisions=provisions, authority=rank, confidence=theory.confidences[-1])


def _possible(opening: Opening | None, dropped: tuple[Ground, ...]) -> tuple[Ground, ...]:
    """Return the grounds of the reading by which the texts cover what is left open.

    A notion that nothing closes may hold of anything; else, of what the grounds left out bring.
    """
    if opening is None:
        return ()
    if opening.whole:
        name = f"{opening.question}/any"
        return (_possibly(opening, Ground(name=name, notion=opening.notion, condition=And(()))),)
    return tuple(_possibly(opening, ground) for ground in dropped if ground.name in opening.missed)


def _possibly(opening: Opening, ground: Ground) -> Ground:
    return replace(ground, source=opening.source, reading=opening.reading(_HOLDS))


def _both_ways(openings: Iterable[Opening]) -> Iterable[Reading]:
    for opening in openings:
        for way in WAYS:
            yield Reading(
                iri=opening.reading(way),
                id=way,
                question=opening.question,
                question_id=opening.notion[0].rsplit("#", 1)[-1],
                label=word(way).fill_each(x=opening.label),
                question_label=word("the-text-alone").fill_each(x=opening.label),
                holder=word("no-source-of-that-rank"),
                standing=_UNDECIDED,
                source=opening.source,
            )
