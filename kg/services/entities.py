"""Entities of a case: one more, one less, one renamed; what refers to them follows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from kg.domain.case_format import CaseFormat, KeyFormat, ValueKind
from kg.domain.cases import Case, Entity, Fact, Value
from kg.domain.texts import Text
from kg.errors import Fault, UsageError
from kg.imports.entities import is_id

__all__ = ["add_entity", "free_id", "remove_entity", "rename_entity"]

_REFERENCES = frozenset({ValueKind.REFERENCE, ValueKind.REFERENCES})


def free_id(case: Case, section: str, wanted: str) -> str:
    """Return an id that no entity of the section has: the one wanted, else with a number."""
    taken = {entity.id for entity in case.of(section)}
    numbered = (f"{wanted}-{n}" for n in range(2, len(taken) + 3))
    return next(name for name in (wanted, *numbered) if name not in taken)


def add_entity(
    form: CaseFormat,
    case: Case,
    section: str,
    id: str = "",  # noqa: A002 - the contract's word
    *,
    owner: str = "",
) -> tuple[Case, str]:
    """Return the case with one entity more, of which nothing is known, and the entity's path.

    Args:
        form: what a case may hold.
        case: the case.
        section: where the entity goes.
        id: how it is called, where the section is keyed by ids.
        owner: the path of the entity that it is nested in, where the section is nested.

    Raises:
        UsageError: there is no such section, or the id is taken or badly formed.
    """
    shape = form.section(section)
    if shape is None:
        raise UsageError(_no_section(form, section))
    if shape.keyed:
        _check_id(case, section, id)
    siblings = [entity for entity in case.of(section) if entity.owner == owner]
    added = Entity(
        section=section,
        id=id if shape.keyed else str(len(siblings)),
        facts=tuple(Fact(key=key.key, value=None) for key in shape.keys if key.required),
        owner=owner,
    )
    sections = case.sections if owner else case.sections | {section}
    return replace(case, entities=(*case.entities, added), sections=sections), added.path


def remove_entity(form: CaseFormat, case: Case, path: str) -> Case:
    """Return the case without an entity and what is nested in it.

    Whatever referred to it alone is no longer known; a list of several loses it.

    Raises:
        UsageError: the case holds nothing at `path`.
    """
    gone = _entity(case, path)
    left = tuple(e for e in case.entities if path not in {e.path, e.owner})
    numbered = replace(case, entities=tuple(_numbered(left, gone)))
    return _referring(form, numbered, gone.section, lambda name: "" if name == gone.id else name)


def rename_entity(form: CaseFormat, case: Case, path: str, id: str) -> Case:  # noqa: A002 - the contract's word
    """Return the case in which an entity has another id, wherever it is referred to.

    Raises:
        UsageError: the case holds nothing at `path`, or the id is taken or badly formed.
    """
    known = _entity(case, path)
    if id == known.id:
        return case
    _check_id(case, known.section, id)
    renamed = replace(known, id=id)
    entities = tuple(_moved(entity, known, renamed) for entity in case.entities)
    moved = replace(case, entities=entities)
    return _referring(form, moved, known.section, lambda name: id if name == known.id else name)


def _entity(case: Case, path: str) -> Entity:
    found = next((entity for entity in case.entities if entity.path == path), None)
    if found is None:
        raise UsageError(_nothing_at(path))
    return found


def _moved(entity: Entity, known: Entity, renamed: Entity) -> Entity:
    if entity.path == known.path:
        return renamed
    return replace(entity, owner=renamed.path) if entity.owner == known.path else entity


def _numbered(entities: tuple[Entity, ...], gone: Entity) -> Iterator[Entity]:
    """Yield the entities, those after the gone one in its list one place further up."""
    for entity in entities:
        is_after = (
            gone.id.isdigit()
            and (entity.section, entity.owner) == (gone.section, gone.owner)
            and int(entity.id) > int(gone.id)
        )
        yield replace(entity, id=str(int(entity.id) - 1)) if is_after else entity


def _referring(form: CaseFormat, case: Case, section: str, name: Callable[[str], str]) -> Case:
    """Return the case whose references to a section are put through `name`; "": it is gone."""

    def fact_of(entity: Entity, fact: Fact) -> Fact:
        shape = form.section(entity.section)
        key = shape.key(fact.key) if shape is not None else None
        if key is None or key.kind not in _REFERENCES or key.target != section:
            return fact
        return replace(fact, value=_named(key, fact.value, name))

    entities = tuple(
        replace(entity, facts=tuple(fact_of(entity, fact) for fact in entity.facts))
        for entity in case.entities
    )
    return replace(case, entities=entities)


def _named(key: KeyFormat, value: Value | None, name: Callable[[str], str]) -> Value | None:
    if isinstance(value, tuple) and value and key.is_list:
        return tuple(filter(None, map(name, value))) or None
    if isinstance(value, str):
        return name(value) or None
    return value


def _check_id(case: Case, section: str, name: str) -> None:
    if not is_id(name):
        raise UsageError(Fault(fr=_BAD_ID.fill(x=name).fr, en=_BAD_ID.fill(x=name).en, key=section))
    if case.find(section, name) is not None:
        raise UsageError(Fault(fr=_TAKEN.fill(x=name).fr, en=_TAKEN.fill(x=name).en, key=section))


_BAD_ID = Text(
    "« {x} » ne peut pas servir d’identifiant : des lettres sans accent, des chiffres, « - » et "
    "« _ », dont une lettre au moins (par exemple « logiciel-de-soins »).",
    "“{x}” cannot be an id: plain letters, digits, “-” and “_”, one of them a letter at least "
    "(“care-software”, for example).",
)
_TAKEN = Text(
    "« {x} » est déjà pris : choisissez un autre identifiant.",
    "“{x}” is taken already: choose another id.",
)


def _no_section(form: CaseFormat, name: str) -> Fault:
    known = ", ".join(section.name for section in form.sections)
    return Fault(
        fr=f"un dossier n’a pas de partie « {name} ». Parties : {known}.",
        en=f"a case has no section “{name}”. Sections: {known}.",
        key=name,
    )


def _nothing_at(path: str) -> Fault:
    return Fault(
        fr=f"le dossier n’a rien à « {path} ».", en=f"the case holds nothing at “{path}”.", key=path
    )
