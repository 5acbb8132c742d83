"""From a case to a situation: each fact stated, closed, presumed by default, or left open.

Nothing here knows a provision. What is compared (a provider among the controllers, a day
between two dates) is arithmetic on identifiers and days, in `kg.reasoning.facts.comparisons`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kg.domain.case_format import CaseFormat, KeyFormat, SectionFormat, ValueKind
from kg.domain.cases import Case, Entity, Value
from kg.domain.texts import Text
from kg.reasoning.facts.situation import Situation
from kg.reasoning.functions import FALSE, TRUE
from kg.store.prefixes import CASE

__all__ = ["Conditions", "Said", "individual", "said_of"]

_CONTRACT = "contract.exists"
_MOST_SERVICES = 4


def individual(path: str) -> str:
    """Return the IRI of the individual at a path of the case.

    >>> individual("certificates[0]")
    'https://w3id.org/hds-fr/case/certificates/0'
    """
    return CASE + path.replace("[", "/").replace("]", "").replace(".", "/")


@dataclass(frozen=True, slots=True)
class Said:
    """What a case says of a key: a value, or nothing (`is_open`) that would exclude any."""

    value: Value | None
    is_open: bool


def said_of(case: Case, entity: Entity, key: KeyFormat) -> Said:
    """Return what `case` says of one key of one entity, its silences read as the format says."""
    fact = entity.fact(key.key)
    if fact is not None:
        return Said(fact.value, is_open=fact.value is None)
    if key.default:
        return Said(_default(key), is_open=False)
    if _is_without_contract(entity, key) or (case.complete and key.closes and _closes(key)):
        return Said(None, is_open=False)
    return Said(None, is_open=True)


def _default(key: KeyFormat) -> Value:
    return key.default == "true" if key.kind is ValueKind.BOOLEAN else key.default


def _closes(key: KeyFormat) -> bool:
    return key.is_list or key.kind is ValueKind.BOOLEAN


def _is_without_contract(entity: Entity, key: KeyFormat) -> bool:
    exists = entity.fact(_CONTRACT)
    return key.key.startswith("contract.") and exists is not None and exists.value is False


class Conditions:
    """The conditions under which the facts of a case hold.

    With `vary`, what is stated of an entity is variable too, and remembers what is stated: this
    is what the smallest changes are searched in.
    """

    def __init__(
        self,
        case: Case,
        form: CaseFormat,
        day: date,
        *,
        vary: bool = False,
        situation: Situation | None = None,
    ) -> None:
        """Hold the case, its format and the day, with a situation to fill."""
        self.case, self.form, self.day, self.vary = case, form, day, vary
        self.situation = situation if situation is not None else Situation()
        self.entities = case.entities + tuple(self._unstated())

    def of(self, section: str) -> tuple[Entity, ...]:
        """Return the entities of a section, those that may exist unstated among them."""
        return tuple(entity for entity in self.entities if entity.section == section)

    def ids(self, section: str) -> list[str]:
        """Return the ids that a reference to `section` may take."""
        return [entity.id for entity in self.case.of(section)]

    def truth(self, entity: Entity, key: KeyFormat) -> int:
        """Return under what condition a boolean fact is true."""
        said = said_of(self.case, entity, key)
        if not said.is_open and not self.vary:
            return TRUE if said.value is True else FALSE
        now = None if said.is_open else said.value is True
        return self.situation.variable(self.path(entity, key), "true", now=now)

    def values(self, entity: Entity, key: KeyFormat) -> dict[str, int]:
        """Return, for each value that a key can take, under what condition it takes it."""
        said = said_of(self.case, entity, key)
        stated = said.value if isinstance(said.value, tuple) else (said.value,)
        names = [str(value) for value in stated if value is not None]
        if not said.is_open and not self._varies(entity, key):
            return dict.fromkeys(names, TRUE)
        choices = list(dict.fromkeys([*names, *self._others(entity, key)]))
        now = None if said.is_open else frozenset(names)
        path = self.path(entity, key)
        self.situation.replies[path] = tuple(choices)
        return self._each(path, choices, now) if key.is_list else self._one(path, choices, now)

    def _varies(self, entity: Entity, key: KeyFormat) -> bool:
        """Tell whether what is said of a key is to be variable.

        A presumed reference is not, nor who is who where so many services may rely on one another
        that no diagram holds it.
        """
        is_presumed = key.default and entity.fact(key.key) is None
        is_fixed = key.target and (is_presumed or len(self.ids("services")) > _MOST_SERVICES)
        return self.vary and not is_fixed

    def choices(self, key: KeyFormat) -> list[str]:
        """Return the values that an unknown key may turn out to have."""
        if key.target:
            return [*self.ids(key.target), *([key.default] if key.default else [])]
        return list(key.stands) or [option.value for option in key.options]

    def _others(self, entity: Entity, key: KeyFormat) -> list[str]:
        """Return the values that a key may have; nothing is linked to itself."""
        choices = self.choices(key)
        return [c for c in choices if c != entity.id] if key.target == key.section else choices

    def _each(self, path: str, choices: list[str], now: frozenset[str] | None) -> dict[str, int]:
        return {
            choice: self.situation.variable(
                path, choice, now=None if now is None else choice in now
            )
            for choice in choices
        }

    def _one(self, path: str, choices: list[str], now: frozenset[str] | None) -> dict[str, int]:
        """A chain of variables: the first that holds chooses; the last value is the rest's."""
        found: dict[str, int] = {}
        functions, rest = self.situation.functions, TRUE
        for rank, choice in enumerate(choices[:-1]):
            stated = None if now is None else choice in now
            variable = self.situation.variable(path, choice, now=stated, chain=rank)
            found[choice] = functions.both(rest, variable)
            rest = functions.both(rest, functions.negate(variable))
        if choices:
            found[choices[-1]] = rest
        return found

    def path(self, entity: Entity, key: KeyFormat) -> str:
        """Return the path by which the case names a fact."""
        path = f"{entity.path}.{key.key}" if not entity.id.startswith("?") else entity.section
        if path not in self.situation.words:
            label = Text(f"{entity.id} — {key.label.fr}", f"{entity.id} — {key.label.en}")
            asked = {"": key.question, "label": label if path != entity.section else key.label}
            self.situation.words[path] = asked | self._words(key)
        return path

    def _words(self, key: KeyFormat) -> dict[str, Text]:
        if key.kind is ValueKind.BOOLEAN:
            return {"true": Text("oui", "yes"), "false": Text("non", "no")}
        return {option.value: option.label for option in key.options}

    def _unstated(self) -> Iterable[Entity]:
        """Yield what an open case may hold unstated: a certificate for each actor, a group..."""
        for section in self.form.sections:
            if self.case.complete or section.keyed or section.owner:
                continue
            if section.name not in self.case.sections:
                yield from _possible(section, self.ids("actors"))


def _possible(section: SectionFormat, actors: list[str]) -> Iterable[Entity]:
    has_holder = any(key.inverse and key.target == "actors" for key in section.keys)
    for actor in actors if has_holder else ["group"]:
        yield Entity(section=section.name, id=f"?{actor}")
