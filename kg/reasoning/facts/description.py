"""Describe a case to the reasoners: its individuals, its facts, and what comparing them gives."""

from __future__ import annotations

from datetime import date

from kg.domain.case_format import CaseFormat, KeyFormat, SectionFormat, ValueKind
from kg.domain.cases import Case, Entity
from kg.domain.texts import Text
from kg.reasoning.axioms.theory import Theory
from kg.reasoning.facts.comparisons import compare
from kg.reasoning.facts.conditions import Conditions, individual
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
_FIRST = ("groups", "approvals", "actors", "data", "services")
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
    terms = {role.iri for role in theory.roles} | theory.classes
    for section in form.sections:
        for entity in conditions.of(section.name):
            if section.sort:
                conditions.situation.add(individual(entity.path), section.sort, _label(entity))
    for section in sorted(form.sections, key=_place):
        for entity in conditions.of(section.name):
            _state(conditions, section, entity, terms)
    compare(conditions)
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


def _place(section: SectionFormat) -> int:
    """Return the place of a section's variables: what others share first, what is its own last.

    The size of the diagrams depends on it: a group is shared by services, a certificate by none.
    """
    return _FIRST.index(section.name) if section.name in _FIRST else len(_FIRST)


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


def _state(conditions: Conditions, section: SectionFormat, entity: Entity, terms: set[str]) -> None:
    for key in section.keys:
        is_compared = key.term.rsplit("#", 1)[-1] in _COMPARED
        if not key.term or not (key.term in terms or is_compared):
            continue
        if key.kind is ValueKind.BOOLEAN:
            truth = conditions.truth(entity, key)
            conditions.situation.state(
                key.term, individual(entity.path), truth, conditions.path(entity, key)
            )
        else:
            _relate(conditions, entity, key)


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
