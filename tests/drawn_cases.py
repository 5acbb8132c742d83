"""Cases drawn at random from the case format itself: whatever a file may say, some case says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from kg.domain.case_format import CaseFormat, KeyFormat, SectionFormat, ValueKind
from kg.domain.cases import Case, Entity, Fact, Value
from kg.domain.texts import Text

__all__ = ["draw_case", "draw_cases"]

DAYS = [
    date(2018, 3, 31),
    date(2018, 4, 1),
    date(2024, 5, 23),
    date(2025, 7, 1),
    date(2026, 3, 27),
    date(2026, 9, 26),
    date(2026, 11, 23),
]
# How many entities of a section, each number as often as it stands here.
COUNTS = {
    "actors": (2, 3, 3, 4),
    "data": (1, 1, 2),
    "services": (1, 2, 2, 3),
    "certificates": (0, 1, 1, 2),
}
SELDOM = (0, 0, 1)
COUNTRIES = ("FR", "DE", "NO", "US", "CN")
# What most cases say, lest nearly all that is drawn falls outside the regime.
USUAL: dict[str, Value] = {
    "data.health": True,
    "data.identifiability": "identified",
    "data.collected_for": ("care",),
    "data.linked_to_france": True,
    "data.controllers": ("a0",),
    "data.originators": ("a0",),
    "services.provider": "a1",
    "services.client": ("a0",),
    "services.on_behalf_of": ("a0",),
    "services.data": ("d0",),
    "services.medium": "digital",
    "services.electronic_archiving": False,
    "services.short_term_processing": (),
    "services.transit_only": False,
}
AS_USUAL = 0.75
STATED, COMPLETE, UNKNOWN = 0.75, 0.7, 0.08
MOST_UNKNOWN = 14
"""How many facts are left unknown at the most: the two reasoners see each completion."""


def draw_cases(form: CaseFormat, seed: int, count: int) -> Iterator[Case]:
    """Yield so many cases, the same ones for the same seed, whatever the number."""
    for rank in range(count):
        yield draw_case(form, Random(f"{seed}-{rank}"), name=f"drawn-{seed}-{rank}")  # noqa: S311 - no secret


def draw_case(form: CaseFormat, random: Random, *, name: str, closed: bool = False) -> Case:
    """Return a case in which every section and every key of the format may occur.

    A `closed` one leaves nothing unknown.
    """
    sections = [section for section in form.sections if not section.owner]
    ids = {section.name: _ids(section, random) for section in sections}
    case = Case(
        id=name,
        title=Text(name, name),
        day=random.choice(DAYS) + timedelta(days=random.choice((-1, 0, 0))),
        complete=random.random() < COMPLETE,
        entities=tuple(
            Entity(section=s.name, id=i, facts=tuple(_facts(s, i, ids, random)))
            for s in sections
            for i in ids[s.name]
        ),
        sections=frozenset(name for name, found in ids.items() if found),
    )
    if closed:
        return replace(_settle(case, form, random, ids, most=0), complete=True)
    return case if case.complete else _settle(case, form, random, ids)


def _ids(section: SectionFormat, random: Random) -> list[str]:
    count = random.choice(COUNTS.get(section.name, SELDOM))
    return [f"{section.name[0]}{n}" if section.keyed else str(n) for n in range(count)]


def _facts(
    section: SectionFormat, owner: str, ids: dict[str, list[str]], random: Random
) -> Iterator[Fact]:
    for key in section.keys:
        value = _draw(key, owner, ids, random)
        is_usual = f"{key.section}.{key.key}" in USUAL
        if value is not None and (key.required or is_usual):
            yield Fact(key=key.key, value=value)
        elif value is not None and random.random() < STATED:
            yield Fact(key=key.key, value=None if random.random() < UNKNOWN else value)


def _draw(key: KeyFormat, owner: str, ids: dict[str, list[str]], random: Random) -> Value | None:
    """Return a value that the key may take; None where there is none to draw."""
    usual = USUAL.get(f"{key.section}.{key.key}")
    if usual is not None and random.random() < AS_USUAL:
        return usual
    if key.kind is ValueKind.BOOLEAN:
        return random.random() < 0.5
    if key.kind is ValueKind.DATE:
        return _day(key, random)
    words = _words(key, owner, ids)
    if not words:
        return () if key.is_list else None
    if not key.is_list:
        return random.choice(words)
    return tuple(sorted(random.sample(words, random.randint(0, min(3, len(words))))))


def _day(key: KeyFormat, random: Random) -> date:
    """Return a first day in the past, or a last day that may be in the past too."""
    year = random.choice((2016, 2019) if key.key == "from" else (2021, 2025, 2027))
    return date(year, random.randint(1, 12), 1)


def _words(key: KeyFormat, owner: str, ids: dict[str, list[str]]) -> list[str]:
    if key.target == key.section:  # no service relies on itself, nor in a circle
        return [name for name in ids[key.target] if name < owner]
    if key.target:
        return ids[key.target]
    if key.kind is ValueKind.TEXT:
        return ["a text"]
    return [option.value for option in key.options if not key.stands or option.value in COUNTRIES]


def _settle(
    case: Case,
    form: CaseFormat,
    random: Random,
    ids: dict[str, list[str]],
    most: int = MOST_UNKNOWN,
) -> Case:
    """Return the case with all but some of its unknown facts stated."""
    places = [
        (entity.path, key)
        for entity in case.entities
        for section in form.sections
        if section.name == entity.section
        for key in section.keys
        if not key.default and _is_settled_by(key) and _is_unknown(entity, key)
    ]
    kept = {(path, key.key) for path, key in random.sample(places, min(most, len(places)))}
    open_keys = {(path, key) for path, key in places if (path, key.key) not in kept}
    entities = tuple(_with(entity, open_keys, ids, random) for entity in case.entities)
    sections = [section.name for section in form.sections if not section.owner]
    return replace(case, entities=entities, sections=frozenset(sections))


def _is_settled_by(key: KeyFormat) -> bool:
    return bool(key.term) or key.kind is ValueKind.DATE


def _is_unknown(entity: Entity, key: KeyFormat) -> bool:
    fact = entity.fact(key.key)
    return fact is None or fact.value is None


def _with(
    entity: Entity,
    open_keys: set[tuple[str, KeyFormat]],
    ids: dict[str, list[str]],
    random: Random,
) -> Entity:
    drawn = [
        Fact(key=key.key, value=_draw(key, entity.id, ids, random))
        for path, key in sorted(open_keys, key=lambda place: (place[0], place[1].key))
        if path == entity.path
    ]
    names = {fact.key for fact in drawn}
    kept = tuple(fact for fact in entity.facts if fact.key not in names)
    return replace(entity, facts=(*kept, *drawn))
