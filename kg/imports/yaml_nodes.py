"""YAML 1.2 and JSON texts to trees of nodes, refusing what can hide or multiply content."""

from __future__ import annotations

from collections.abc import Iterator

from ruamel.yaml import YAML
from ruamel.yaml import events as ev
from ruamel.yaml.error import YAMLError

from kg.imports import messages as say
from kg.imports.faults import Faults
from kg.imports.nodes import WHOLE, Broken, Items, Mapping, Node, Pair, Scalar

__all__ = ["MAX_DEPTH", "read_tree"]

MAX_DEPTH = 20


def read_tree(text: str, faults: Faults) -> Node | None:
    """Return the tree of the first document; None, with a fault, where there is none.

    Every value stays as it is written: whether `NO` is a country is for the reader to say.

    Raises:
        CaseError: lists and mappings nest too deeply to read on.
    """
    try:
        return _Builder(text, faults).document()
    except YAMLError as error:
        faults.add(_at(error), say.broken_syntax(str(getattr(error, "problem", None) or error)))
    except (ValueError, OverflowError, LookupError) as error:
        # The YAML library lets these escape from a wrong \U escape or %YAML line.
        faults.add(WHOLE, say.broken_syntax(str(error)))
    return None


def _at(error: YAMLError) -> Broken:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return Broken(line=mark.line + 1 if mark else 0)


def _spaced(text: str) -> str:
    """JSON may be indented with tabs, which YAML forbids; in JSON no other tab can stand."""
    return text.replace("\t", " ") if text.lstrip()[:1] in {"{", "["} else text


class _Builder:
    """Builds one tree from the events of the parser."""

    def __init__(self, text: str, faults: Faults) -> None:
        self._events: Iterator[ev.Event] = YAML(typ="safe", pure=True).parse(_spaced(text))
        self._faults = faults

    def document(self) -> Node | None:
        """Return the first document's tree."""
        tree: Node | None = None
        documents = 0
        for event in self._events:
            if isinstance(event, ev.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._faults.add(_place(event, ""), say.second_document())
                    return tree
                tree = self._node(next(self._events), "", 0)
        if tree is None or (isinstance(tree, Scalar) and tree.is_null):
            self._faults.add(WHOLE, say.empty_file())
            return None
        return tree

    def _node(self, event: ev.Event, path: str, depth: int) -> Node:
        place = _place(event, path)
        if isinstance(event, ev.AliasEvent):
            self._faults.add(place, say.alias(str(getattr(event, "anchor", ""))))
            return place
        self._refuse_marks(event, place)
        if isinstance(event, ev.ScalarEvent):
            plain = event.style is None
            return Scalar(line=place.line, path=path, text=_joined(event.value), plain=plain)
        if depth == MAX_DEPTH:
            self._faults.add(place, say.too_deep(MAX_DEPTH))
            raise self._faults.error()
        if isinstance(event, ev.SequenceStartEvent):
            return self._items(place, depth)
        return self._mapping(place, depth)

    def _refuse_marks(self, event: ev.Event, place: Broken) -> None:
        anchor, tag = getattr(event, "anchor", None), getattr(event, "ctag", None)
        if anchor:
            self._faults.add(place, say.anchor(str(anchor)))
        if tag:
            self._faults.add(place, say.tag(str(tag)))

    def _items(self, place: Broken, depth: int) -> Items:
        items: list[Node] = []
        while not isinstance(event := next(self._events), ev.SequenceEndEvent):
            items.append(self._node(event, f"{place.path}[{len(items)}]", depth + 1))
        return Items(line=place.line, path=place.path, items=tuple(items))

    def _mapping(self, place: Broken, depth: int) -> Mapping:
        pairs: dict[str, Pair] = {}
        while not isinstance(event := next(self._events), ev.MappingEndEvent):
            pair = self._pair(event, place.path, depth + 1)
            if pair is None:
                continue
            if pair.key in pairs:
                self._faults.add(pair, say.duplicate_key(pair.key, pairs[pair.key].line))
            pairs.setdefault(pair.key, pair)
        return Mapping(line=place.line, path=place.path, pairs=tuple(pairs.values()))

    def _pair(self, event: ev.Event, path: str, depth: int) -> Pair | None:
        key = self._node(event, path, depth)
        name = key.text if isinstance(key, Scalar) else ""
        below = f"{path}.{name}" if path else name
        value = self._node(next(self._events), below, depth)
        if isinstance(key, Scalar):
            return Pair(line=key.line, path=below, key=name, value=value)
        if not isinstance(key, Broken):
            self._faults.add(key, say.key_not_a_word())
        return None


def _place(event: ev.Event, path: str) -> Broken:
    return Broken(line=event.start_mark.line + 1, path=path)


def _joined(text: str) -> str:
    """Return the text, each surrogate pair of JSON's escapes joined to one sign."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
