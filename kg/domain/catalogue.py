"""What the ontology answers: its questions, roles, activities and norms, with their labels."""

from __future__ import annotations

from dataclasses import dataclass

from kg.domain.case_format import Option
from kg.domain.texts import EMPTY, Text

__all__ = ["Activity", "Catalogue", "Norm", "Role"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """An activity, the class of who must be certified for it and of who is."""

    id: str
    iri: str
    label: Text
    debtor: str
    holder: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A role in law: its id in an answer, and the class of who has it."""

    id: str
    iri: str
    label: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Norm:
    """A norm; `sources` and `penalties` are the IRIs of provisions."""

    id: str
    iri: str
    label: Text
    modality: str
    provision: str
    sources: tuple[str, ...]
    penalties: tuple[str, ...]
    owed_to: Text = EMPTY


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """The two questions of an answer, each with the class that answers it, and all else listed.

    `ranks` are the ranks of sources, from the highest authority to the lowest.
    """

    certification: Role
    approval: Role
    activities: tuple[Activity, ...]
    roles: tuple[Role, ...]
    norms: tuple[Norm, ...]
    ranks: tuple[Option, ...] = ()
