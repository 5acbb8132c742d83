"""Tables to trees of nodes: a fact a row, or an entity a row; the same tree as the YAML's.

A fact a row has the columns `section`, `id`, `key`, `value`; an entity a row has `section`, `id`
and a column a key. The section `case` holds the head of the case, whose id is that of the row.
values of one cell stand between bars: `backup | physical_sites`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import StringIO

from kg.domain.case_format import CaseFormat, SectionFormat
from kg.imports import messages as say
from kg.imports.faults import Faults
from kg.imports.header import FORMAT
from kg.imports.nodes import WHOLE, Broken, Items, Mapping, Node, Pair, Scalar

__all__ = ["read_table"]

_HEAD = "case"
_LONG = ("section", "id", "key", "value")
_BAR = "|"
_MOST_CELL = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cell:
    line: int
    section: str
    id: str
    key: str
    text: str


@dataclass(slots=True)
class _Branch:
    """What grows under one key: a text, or further keys in the order of their rows."""

    line: int
    text: str | None = None
    below: dict[str, _Branch] = field(default_factory=dict)


def read_table(text: str, form: CaseFormat, faults: Faults) -> Node | None:
    """Return the tree that the rows of a CSV text make; None, with a fault, where there is none."""
    rows = list(_rows(text, faults))
    if faults:
        return None
    if not rows:
        faults.add(WHOLE, say.empty_file())
        return None
    head = [name.strip().casefold() for name in rows[0][1]]
    if "section" not in head:
        faults.add(Broken(line=rows[0][0]), say.no_columns(_LONG))
        return None
    top = _Branch(line=1)
    for line, row in rows[1:]:
        for cell in _cells(line, dict(zip(head, row, strict=False))):
            _grow(top, cell, faults)
    return _case(top, form)


def _rows(text: str, faults: Faults) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that are not empty, each with its line."""
    first = text.partition("\n")[0]
    delimiter = max((",", ";", "\t"), key=first.count)
    csv.field_size_limit(_MOST_CELL)
    reader = csv.reader(StringIO(text), delimiter=delimiter, strict=True)
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                yield reader.line_num, [cell.strip() for cell in row]
    except csv.Error as error:
        faults.add(Broken(line=reader.line_num), say.broken_table(str(error)))
        return


def _cells(line: int, row: dict[str, str]) -> Iterator[_Cell]:
    section, name = row.get("section", ""), row.get("id", "")
    if "key" in row:
        yield _Cell(line=line, section=section, id=name, key=row["key"], text=row.get("value", ""))
        return
    if section == _HEAD and name:
        yield _Cell(line=line, section=section, id="", key="id", text=name)
    for key, text in row.items():
        if text and key not in {"section", "id"}:
            yield _Cell(line=line, section=section, id=name, key=key, text=text)


def _grow(top: _Branch, cell: _Cell, faults: Faults) -> None:
    """Put a cell where its section, id and dotted key say."""
    path = [cell.section, cell.id] if cell.section != _HEAD else []
    branch = top
    for name in [*path, *cell.key.split(".")]:
        branch = branch.below.setdefault(name, _Branch(line=cell.line))
    if branch.text is not None or branch.below:
        place = Broken(line=cell.line, path=".".join([*path, cell.key]))
        faults.add(place, say.duplicate_key(cell.key, branch.line))
        return
    branch.text = cell.text


def _case(top: _Branch, form: CaseFormat) -> Mapping:
    """Return the whole tree; a table need not say that it is of this format."""
    head = _Branch(line=1, text=FORMAT)
    pairs = []
    for name, branch in {"format": head, **top.below}.items():
        section = form.section(name)
        value = _node(branch, name) if section is None else _section(branch, section)
        pairs.append(Pair(line=branch.line, path=name, key=name, value=value))
    return Mapping(line=top.line, path="", pairs=tuple(pairs))


def _section(branch: _Branch, section: SectionFormat) -> Node:
    lists = {key.key for key in section.keys if key.is_list}
    bodies = {
        name: _node(inner, f"{section.name}.{name}", lists) for name, inner in branch.below.items()
    }
    if not section.keyed:
        return Items(line=branch.line, path=section.name, items=tuple(bodies.values()))
    pairs = (
        Pair(line=branch.below[name].line, path=body.path, key=name, value=body)
        for name, body in bodies.items()
    )
    return Mapping(line=branch.line, path=section.name, pairs=tuple(pairs))


def _node(
    branch: _Branch, path: str, lists: set[str] | None = None, key: str = ""
) -> Scalar | Items | Mapping:
    if branch.text is not None:
        return _value(branch, path, is_list=key in (lists or ()))
    pairs = []
    for name, inner in branch.below.items():
        dotted = f"{key}.{name}" if key else name
        value = _node(inner, f"{path}.{name}", lists, dotted)
        pairs.append(Pair(line=inner.line, path=f"{path}.{name}", key=name, value=value))
    return Mapping(line=branch.line, path=path, pairs=tuple(pairs))


def _value(branch: _Branch, path: str, *, is_list: bool) -> Scalar | Items:
    text = branch.text or ""
    if not is_list or text in {"", "unknown"}:
        return Scalar(line=branch.line, path=path, text=_truth(text))
    words = [] if text == "[]" else [word.strip() for word in text.split(_BAR)]
    items = (Scalar(line=branch.line, path=path, text=word) for word in words)
    return Items(line=branch.line, path=path, items=tuple(items))


def _truth(text: str) -> str:
    """Return a truth as YAML writes it: spreadsheets write it in the language of their user."""
    return {"vrai": "true", "faux": "false"}.get(text.casefold(), text)
