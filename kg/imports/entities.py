"""The sections of a case: actors, data, services, certificates... each with its facts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.domain.case_format import SectionFormat
from kg.domain.cases import Entity
from kg.imports import complaints as say
from kg.imports.facts import nested_sections, read_facts
from kg.imports.nodes import Broken, Items, Mapping, Node, Scalar
from kg.imports.values import Desk

__all__ = ["is_id", "is_silent", "read_section"]

_ID = re.compile(r"[A-Za-z0-9_-]{1,100}")
_NO_IDS = frozenset({"unknown", "null"})


def is_id(word: str) -> bool:
    """Tell whether a word can name an entity.

    >>> is_id("managed-host"), is_id("12"), is_id("unknown")
    (True, False, False)
    """
    is_word = _ID.fullmatch(word) is not None and any(sign.isalpha() for sign in word)
    return is_word and word.casefold() not in _NO_IDS


def read_section(
    node: Node, form: SectionFormat, desk: Desk, owner: str = ""
) -> tuple[Entity, ...]:
    """Return the entities of one section, what is nested in each standing after it."""
    members = _keyed(node, desk) if form.keyed else _listed(node, desk)
    found = (_entity(name, body, form, desk, owner) for name, body in members)
    return tuple(entity for group in found for entity in group)


def _keyed(node: Node, desk: Desk) -> Iterator[tuple[str, Node]]:
    if isinstance(node, Mapping):
        for pair in node.pairs:
            if not is_id(pair.key):
                desk.faults.add(pair, say.bad_id(pair.key))
            yield pair.key, pair.value
    elif not is_silent(node):
        desk.faults.add(node, say.wrong_type(node, say.BY_ID))


def _listed(node: Node, desk: Desk) -> Iterator[tuple[str, Node]]:
    if isinstance(node, Items):
        yield from ((str(index), item) for index, item in enumerate(node.items))
    elif not is_silent(node):
        desk.faults.add(node, say.wrong_type(node, say.A_LIST))


def _entity(name: str, body: Node, form: SectionFormat, desk: Desk, owner: str) -> Iterator[Entity]:
    if is_silent(body):
        body = Mapping(line=body.line, path=body.path, pairs=())
    if not isinstance(body, Mapping):
        desk.faults.add(body, say.wrong_type(body, say.A_MAPPING))
        return
    facts = read_facts(body, form, desk)
    entity = Entity(section=form.name, id=name, facts=facts, owner=owner, line=body.line)
    yield entity
    for inner in nested_sections(form, desk):
        node = body.get(inner.name)
        if node is not None:
            yield from read_section(node, inner, desk, owner=entity.path)


def is_silent(node: Node) -> bool:
    """Tell whether nothing is said here, or nothing more need be said of it."""
    return isinstance(node, Broken) or (isinstance(node, Scalar) and node.is_unknown)
