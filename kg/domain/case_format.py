"""What a case file may hold, as the ontology describes it (`ontology/shapes/case.ttl`)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kg.domain.texts import Text

__all__ = ["CaseFormat", "KeyFormat", "Option", "SectionFormat", "ValueKind"]


class ValueKind(StrEnum):
    """What kind of value a key takes."""

    BOOLEAN = "boolean"
    CHOICE = "choice"
    CHOICES = "choices"
    REFERENCE = "reference"
    REFERENCES = "references"
    DATE = "date"
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One value that a key allows: what the file says, the term it stands for, its label."""

    value: str
    iri: str
    label: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFormat:
    """One key of one section.

    `key` is dotted where the file nests (`contract.exists`). `target` names the section whose
    ids a reference takes. `closes`: a complete case closes it when it is unstated. `default` is
    the value of a key that is left out ("" for none). `term` is the class (for a boolean) or
    the property that the key states, "" where it states nothing to the reasoner.
    `stands` are the options that stand for "any" where the value is unknown (all, if empty).
    `inverse`: the property goes from the value to the entity.
    """

    section: str
    key: str
    kind: ValueKind
    label: Text
    question: Text
    options: tuple[Option, ...] = ()
    target: str = ""
    required: bool = False
    closes: bool = True
    default: str = ""
    term: str = ""
    stands: tuple[str, ...] = ()
    inverse: bool = False

    @property
    def is_list(self) -> bool:
        """Whether the value is a list, whole once it is stated."""
        return self.kind in {ValueKind.CHOICES, ValueKind.REFERENCES}

    def option(self, value: str) -> Option | None:
        """Return the option that `value` names, or None."""
        return next((option for option in self.options if option.value == value), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionFormat:
    """One section: a mapping from ids (`keyed`) or a list; `sort` is the class of its entities.

    `owner` is the section inside whose entities this one is nested ("" at the top).
    """

    name: str
    keyed: bool
    sort: str
    label: Text
    keys: tuple[KeyFormat, ...]
    owner: str = ""

    def key(self, name: str) -> KeyFormat | None:
        """Return the format of the key `name`, or None."""
        return next((key for key in self.keys if key.key == name), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFormat:
    """Every section that a case may hold, in the order of the file."""

    sections: tuple[SectionFormat, ...]

    def section(self, name: str) -> SectionFormat | None:
        """Return the section `name`, or None."""
        return next((section for section in self.sections if section.name == name), None)
