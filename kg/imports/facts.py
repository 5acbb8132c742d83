"""The facts of one entity: its keys one by one, those that nest (`contract`) included."""

from __future__ import annotations

from collections.abc import Iterator

from kg.domain.case_format import KeyFormat, SectionFormat
from kg.domain.cases import Fact
from kg.imports import complaints as say
from kg.imports.nodes import Broken, Mapping, Pair, Scalar
from kg.imports.values import Desk, read_fact

__all__ = ["nested_sections", "read_facts"]


def read_facts(body: Mapping, form: SectionFormat, desk: Desk) -> tuple[Fact, ...]:
    """Return what the file says of one entity, in its order."""
    for key in form.keys:
        if key.required and body.get(key.key) is None:
            desk.faults.add(body, say.missing_section_key(key.key, key.question))
    return tuple(_facts(body, form, desk, ""))


def nested_sections(form: SectionFormat, desk: Desk) -> tuple[SectionFormat, ...]:
    """Return the sections that stand inside the entities of this one."""
    return tuple(section for section in desk.form.sections if section.owner == form.name)


def _facts(body: Mapping, form: SectionFormat, desk: Desk, prefix: str) -> Iterator[Fact]:
    nested = {section.name for section in nested_sections(form, desk) if not prefix}
    for pair in body.pairs:
        key = None if "." in pair.key else form.key(prefix + pair.key)
        below = _below(form, f"{prefix}{pair.key}.")
        if key is not None:
            fact = read_fact(pair, key, desk)
            yield from () if fact is None else (fact,)
        elif below:
            yield from _group(pair, below, form, desk)
        elif pair.key not in nested:
            known = [*_names(form, prefix), *sorted(nested)]
            desk.faults.add(pair, say.unknown_key(pair.key, known))


def _names(form: SectionFormat, prefix: str) -> list[str]:
    """Return the keys that the file may hold at one level: `contract`, not `contract.exists`."""
    names = (key.key.removeprefix(prefix).split(".")[0] for key in _below(form, prefix))
    return list(dict.fromkeys(names))


def _group(
    pair: Pair, keys: tuple[KeyFormat, ...], form: SectionFormat, desk: Desk
) -> Iterator[Fact]:
    """Yield the facts of a key that nests; all of them unknown where the key is."""
    node = pair.value
    if isinstance(node, Mapping):
        yield from _facts(node, form, desk, f"{pair.key}.")
    elif isinstance(node, Scalar) and node.is_unknown:
        yield from (Fact(key=key.key, value=None, line=pair.line) for key in keys)
    elif not isinstance(node, Broken):
        desk.faults.add(node, say.wrong_type(node, say.A_MAPPING))


def _below(form: SectionFormat, prefix: str) -> tuple[KeyFormat, ...]:
    return tuple(key for key in form.keys if key.key.startswith(prefix))
