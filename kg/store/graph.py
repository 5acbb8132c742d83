"""The graph in memory: an embedded Oxigraph store, read by terms rather than by queries.

Terms cross this boundary as plain strings: an IRI as it is written, a blank node as `_:id`,
a literal as a `Words`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import pyoxigraph as ox

from kg.domain.texts import Text
from kg.errors import Fault, OntologyError

__all__ = ["RDF", "Graph", "Node", "Words", "term_of"]

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


@dataclass(frozen=True, slots=True)
class Words:
    """A literal: its text, its language ("" for none), its datatype."""

    text: str
    lang: str = ""
    datatype: str = ""


Node: TypeAlias = str | Words


class Graph:
    """A set of triples, loaded from files, asked by pattern."""

    def __init__(self, store: ox.Store | None = None, *, named: bytes = b"") -> None:
        """Keep the given store, or a new and empty one.

        `named` is the N-Quads of named graphs that go with it: queries in SPARQL see them.
        """
        self.store = store if store is not None else ox.Store()
        self.named = named

    def load(self, paths: Iterable[Path], *, name: str = "") -> Graph:
        """Add the triples of Turtle files, to the graph `name` of the store if one is given.

        Blank nodes of two files never meet.

        Raises:
            OntologyError: a file is missing or is not Turtle, with its name and line.
        """
        graph = ox.NamedNode(name) if name else ox.DefaultGraph()
        for path in paths:
            try:
                self.store.bulk_load(path=str(path), format=ox.RdfFormat.TURTLE, to_graph=graph)
            except (OSError, SyntaxError) as error:
                raise OntologyError(_unreadable(path, error)) from error
        return self

    def extend(self, triples: Iterable[tuple[str, str, Node]]) -> Graph:
        """Add triples, written as `triples` yields them."""
        self.store.extend(ox.Quad(_name(s), ox.NamedNode(p), term_of(o)) for s, p, o in triples)
        return self

    def read_turtle(self, text: bytes) -> str:
        """Add the triples of a Turtle text, and return all that the graph holds as N-Triples."""
        self.store.load(text, format=ox.RdfFormat.TURTLE)
        written = self.store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
        return written.decode() if written is not None else ""

    def copy(self) -> Graph:
        """Return another graph with the same triples."""
        twin = ox.Store()
        twin.extend(self.store)
        return Graph(twin)

    def minus(self, other: Graph) -> Graph:
        """Return another graph with the triples that `other` has not."""
        rest = ox.Store()
        rest.extend(quad for quad in self.store if quad not in other.store)
        return Graph(rest)

    def triples(
        self, s: str | None = None, p: str | None = None, o: Node | None = None
    ) -> Iterator[tuple[str, str, Node]]:
        """Yield the triples that match; None matches everything, "" nothing."""
        if s == "":
            return
        pattern = (_subject(s), ox.NamedNode(p) if p else None, _term(o))
        for quad in self.store.quads_for_pattern(*pattern, None):
            yield _key(quad.subject), quad.predicate.value, _node(quad.object)

    def objects(self, s: str, p: str) -> list[Node]:
        """Return the objects of `s` by `p`, sorted."""
        return sorted((o for _, _, o in self.triples(s, p)), key=_order)

    def subjects(self, p: str, o: Node) -> list[str]:
        """Return the subjects that have `o` by `p`, sorted."""
        return sorted(s for s, _, _ in self.triples(None, p, o))

    def iri(self, s: str, p: str) -> str:
        """Return the IRI that `s` has by `p`, or ""."""
        return next((o for o in self.objects(s, p) if isinstance(o, str)), "")

    def iris(self, s: str, p: str) -> list[str]:
        """Return the IRIs and blank nodes that `s` has by `p`, sorted."""
        return [o for o in self.objects(s, p) if isinstance(o, str)]

    def literal(self, s: str, p: str) -> str:
        """Return the text of the literal that `s` has by `p`, or ""."""
        return next((o.text for o in self.objects(s, p) if isinstance(o, Words)), "")

    def text(self, s: str, p: str) -> Text:
        """Return what `s` says by `p` in French and English; "" where it is silent."""
        words = {o.lang: o.text for o in self.objects(s, p) if isinstance(o, Words)}
        return Text(words.get("fr", words.get("", "")), words.get("en", words.get("", "")))

    def items(self, head: str) -> list[Node]:
        """Return the members of an RDF list, in order; a list that comes back to itself ends."""
        found: list[Node] = []
        seen: set[str] = set()
        while head and head != RDF + "nil" and head not in seen:
            seen.add(head)
            found.extend(self.objects(head, RDF + "first")[:1])
            head = self.iri(head, RDF + "rest")
        return found

    def __len__(self) -> int:
        """Return the number of triples."""
        return len(self.store)


def _unreadable(path: Path, error: Exception) -> Fault:
    line = getattr(error, "lineno", None) or 0
    return Fault(
        fr=f"ce fichier Turtle ne se lit pas : {error}. Corrigez-le ou restaurez-le.",
        en=f"this Turtle file cannot be read: {error}. Mend it or restore it.",
        file=str(path),
        line=line,
    )


def _subject(s: str | None) -> ox.NamedNode | ox.BlankNode | None:
    return None if s is None else _name(s)


def _name(s: str) -> ox.NamedNode | ox.BlankNode:
    return ox.BlankNode(s[2:]) if s.startswith("_:") else ox.NamedNode(s)


def _term(o: Node | None) -> ox.NamedNode | ox.BlankNode | ox.Literal | None:
    return None if o is None else term_of(o)


def term_of(o: Node) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    """Return a node as the store holds it."""
    if not isinstance(o, Words):
        return _name(o)
    if o.lang:
        return ox.Literal(o.text, language=o.lang)
    return (
        ox.Literal(o.text, datatype=ox.NamedNode(o.datatype)) if o.datatype else ox.Literal(o.text)
    )


def _key(term: object) -> str:
    return f"_:{term.value}" if isinstance(term, ox.BlankNode) else term.value  # type: ignore[attr-defined]  # a named node


def _node(term: object) -> Node:
    if isinstance(term, ox.Literal):
        return Words(term.value, term.language or "", term.datatype.value)
    return _key(term)


def _order(node: Node) -> tuple[int, str, str]:
    return (0, node, "") if isinstance(node, str) else (1, node.text, node.lang)
