"""Describe a case to the reasoners: its individuals, its facts, and what comparing them gives."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kg.domain.case_format import CaseFormat, KeyFormat, SectionFormat, ValueKind
from kg.domain.cases import Case, Entity
from kg.domain.texts import Text
from kg.reasoning.axioms.theory import Theory
from kg.reasoning.facts.comparisons import compare
from kg.reasoning.facts.conditions import Conditions, individual
from kg.reasoning.facts.derivation import derive
from kg.reasoning.facts.situation import Situation
from kg.reasoning.functions import FALSE

__all__ = ["describe"]

_COMPARED = frozenset(
    {
        "contractsFor",
        "controls",
        "entrusts",
        "hostsForGroup",
        "isAbout",
        "isMemberOf",
        "originates",
        "provides",
        "reliesOn",
        "usesResourcesOf",
    }
)
_FIRST = ("services", "data")
_FOLLOWING = frozenset({"data"})
_NAMES = {
    "certificates": Text("certificat n° {n}", "certificate no. {n}"),
    "approvals": Text("agrément n° {n}", "approval no. {n}"),
    "groups": Text("groupement n° {n}", "group no. {n}"),
    "sales": Text("cession n° {n}", "sale no. {n}"),
}
_POSSIBLE = Text("éventuel {noun} non déclaré", "possible unstated {noun}")


def describe(
    case: Case,
    form: CaseFormat,
    theory: Theory,
    *,
    day: date,
    vary: bool = False,
    situation: Situation | None = None,
) -> Situation:
    """Return the situation that `case` describes on `day`.

    With `vary`, stated facts are variables as well as unknown ones. `situation` is one to fill,
    whose variables then come before those of the facts.
    """
    conditions = Conditions(case, form, day, vary=vary, situation=situation)
    for section in form.sections:
        for entity in conditions.of(section.name):
            if section.sort:
                conditions.situation.add(individual(entity.path), section.sort, _label(entity))
    for _, entity, key in sorted(_keys(conditions, theory.terms), key=lambda found: found[0]):
        _state(conditions, entity, key)
    compare(conditions)
    derive(conditions.situation, theory)
    _name_silences(conditions)
    return conditions.situation


def _name_silences(conditions: Conditions) -> None:
    """Name, for an individual of whom a section says nothing, the section that is silent."""
    situation = conditions.situation
    for section in conditions.form.sections:
        for key in (key for key in section.keys if key.inverse and key.term):
            for entity in conditions.of(key.target):
                if not situation.paths.get((key.term, individual(entity.path))):
                    situation.close(key.term, individual(entity.path), section.name)


def _keys(
    conditions: Conditions, terms: frozenset[str]
) -> Iterator[tuple[tuple[int, int, bool, int], Entity, KeyFormat]]:
    """Yield what is to be stated of each entity, with its place among all that is."""
    for section in conditions.form.sections:
        for rank, entity in enumerate(conditions.of(section.name)):
            for key in section.keys:
                is_compared = key.term.rsplit("#", 1)[-1] in _COMPARED
                if key.term and (key.term in terms or is_compared):
                    yield _place(section, key, rank), entity, key


def _place(section: SectionFormat, key: KeyFormat, rank: int) -> tuple[int, int, bool, int]:
    """Return the place of a key's variables, on which the size of the diagrams depends.

    What a service does stands before what is done with it, each service by itself; then what the
    datasets are, and then whose they are; then all else. Measured on cases that state nothing:
    a hundred times fewer nodes than in the order of the format.
    """
    name, is_reference = section.name, bool(key.target)
    place = _FIRST.index(name) if name in _FIRST else len(_FIRST)
    if name in _FOLLOWING:
        return place, 0, is_reference, rank
    return place, rank, is_reference, 0


def _label(entity: Entity) -> Text:
    name = entity.fact("name")
    if name is not None and isinstance(name.value, str):
        return Text(name.value, name.value)
    if entity.section not in _NAMES:
        return Text(f"« {entity.id} »", f"“{entity.id}”")
    if entity.id.startswith("?"):
        noun = _NAMES[entity.section]
        return Text(
            _POSSIBLE.fr.replace("{noun}", noun.fr.split(" n°", maxsplit=1)[0]),
            _POSSIBLE.en.replace("{noun}", noun.en.split(" no.", maxsplit=1)[0]),
        )
    return _NAMES[entity.section].fill(n=str(int(entity.id) + 1))


def _state(conditions: Conditions, entity: Entity, key: KeyFormat) -> None:
    if key.kind is not ValueKind.BOOLEAN:
        _relate(conditions, entity, key)
        return
    truth, path = conditions.truth(entity, key), conditions.path(entity, key)
    conditions.situation.state(key.term, individual(entity.path), truth, path)


def _relate(conditions: Conditions, entity: Entity, key: KeyFormat) -> None:
    subject, path = individual(entity.path), conditions.path(entity, key)
    conditions.situation.close(key.term, subject, path)
    for value, condition in _values(conditions, entity, key).items():
        other = _other(key, value)
        if condition != FALSE and other:
            ends = (other, subject) if key.inverse else (subject, other)
            conditions.situation.relate(key.term, *ends, condition, path)


def _values(conditions: Conditions, entity: Entity, key: KeyFormat) -> dict[str, int]:
    if entity.id.startswith("?") and key.inverse and key.target == "actors" and not key.is_list:
        holder = entity.id.removeprefix("?")
        return {holder: conditions.situation.variable(entity.section, "true")}
    return conditions.values(entity, key)


def _other(key: KeyFormat, value: str) -> str:
    if key.target:
        return individual(f"{key.target}.{value}")
    option = key.option(value)
    return option.iri if option is not None else ""
