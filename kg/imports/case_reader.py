"""Case files to cases: a text gives a `Case`, or all its faults at once."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from kg.domain.case_format import CaseFormat, SectionFormat
from kg.domain.cases import Case, Entity
from kg.errors import Fault
from kg.imports import complaints as say
from kg.imports.coherence import check_circles, check_periods
from kg.imports.entities import is_silent, read_section
from kg.imports.faults import Faults
from kg.imports.files import decoded, read_bytes
from kg.imports.header import IGNORED, KEYS, read_header
from kg.imports.nodes import Broken, Mapping
from kg.imports.tables import read_table
from kg.imports.values import Desk
from kg.imports.yaml_nodes import read_tree

__all__ = ["read_case", "read_case_file", "salvage_case"]

_TABLES = {".csv", ".tsv", ".xlsx"}
"""What is a table, and read as CSV; a workbook is turned into one beforehand."""


def read_case_file(path: Path, *, form: CaseFormat) -> Case:
    """Return the case that a YAML, JSON or CSV file holds.

    Raises:
        CaseError: the file cannot be read, or what it holds breaks the format.
    """
    return read_case(read_bytes(path), source=str(path), form=form)


def read_case(text: str | bytes, *, source: str, form: CaseFormat) -> Case:
    """Return the case that a text holds; `source` names it in messages, and its ending its kind.

    Raises:
        CaseError: the text breaks the format; every fault is told.
    """
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    case, faults = _read(data, source, form)
    if case is None or faults:
        raise faults.error()
    return case


def salvage_case(data: bytes, *, source: str, form: CaseFormat) -> tuple[Case, tuple[Fault, ...]]:
    """Return what can be read of a case, and a fault for each thing that was left out.

    What is left may lack keys that a case requires.

    Raises:
        CaseError: nothing at all can be read.
    """
    case, faults = _read(data, source, form)
    if case is None:
        raise faults.error()
    return case, faults.error().faults if faults else ()


def _read(data: bytes, source: str, form: CaseFormat) -> tuple[Case | None, Faults]:
    """Return what can be read of a case, and the faults of the rest."""
    faults = Faults(source)
    text = decoded(data, source)
    is_table = Path(source).suffix.lower() in _TABLES
    tree = read_table(text, form, faults) if is_table else read_tree(text, faults)
    if isinstance(tree, Mapping):
        return _case(tree, source, form, faults), faults
    if tree is not None:
        faults.add(tree, say.wrong_type(tree, say.A_MAPPING))
    return None, faults


def _case(top: Mapping, source: str, form: CaseFormat, faults: Faults) -> Case:
    header = read_header(top, faults)
    sections = tuple(section for section in form.sections if not section.owner)
    _check_keys(top, sections, faults)
    desk = Desk(form=form, ids=_ids(top, sections), faults=faults)
    stated = tuple(s for s in sections if _is_stated(top, s, faults, complete=header.complete))
    entities = tuple(entity for section in stated for entity in _entities(top, section, desk))
    return Case(
        id=header.id,
        title=header.title,
        day=header.day,
        complete=header.complete,
        entities=entities,
        sections=frozenset(section.name for section in stated),
        source=source,
    )


def _check_keys(top: Mapping, sections: tuple[SectionFormat, ...], faults: Faults) -> None:
    known = (*KEYS, *(section.name for section in sections))
    for pair in top.pairs:
        if pair.key not in known and pair.key not in IGNORED:
            faults.add(pair, say.unknown_key(pair.key, known))


def _ids(top: Mapping, sections: tuple[SectionFormat, ...]) -> dict[str, Collection[str]]:
    """Return the ids of each section that is keyed by them, but for one that is broken."""
    found: dict[str, Collection[str]] = {}
    for section in sections:
        node = top.get(section.name)
        if isinstance(node, Mapping):
            found[section.name] = {pair.key: pair for pair in node.pairs}.keys()
        elif node is None or (is_silent(node) and not isinstance(node, Broken)):
            found[section.name] = ()
    return found


def _is_stated(top: Mapping, section: SectionFormat, faults: Faults, *, complete: bool) -> bool:
    """Tell whether the file says what the section holds, be it nothing."""
    node = top.get(section.name)
    if node is None or isinstance(node, Broken):
        return False
    if not is_silent(node):
        return True
    if complete:
        faults.add(node, say.unknown_section(section.name, keyed=section.keyed))
    return False


def _entities(top: Mapping, section: SectionFormat, desk: Desk) -> tuple[Entity, ...]:
    node = top.get(section.name)
    entities = () if node is None else read_section(node, section, desk)
    check_periods(entities, desk.faults)
    for key in section.keys:
        if key.target == section.name and key.is_list:
            check_circles(entities, key.key, desk.faults)
    return entities
