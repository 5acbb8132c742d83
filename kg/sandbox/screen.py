"""A first look at a query: too long, too deep, an update, a federated query.

It reads the words of SPARQL and not its grammar, and it answers well rather than safely: what
keeps a query from harm is the process that it runs in (`kg.sandbox.confinement`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.errors import QueryError
from kg.sandbox import faults

__all__ = ["DEEPEST", "LONGEST", "screen"]

LONGEST = 100_000
"""The most bytes of a query."""
DEEPEST = 200
"""The most brackets open at once: some 2,000 would overflow the stack of the engine."""

# Each word is read in one pass, without going back: a hostile query is read as fast as another.
_WORD = re.compile(
    r"""
      \#[^\n\r]*+                                          # a comment
    | <[^<>"{}|^`\\\x00-\x20]*+>                           # an IRI
    | \"\"\"(?:[^"\\]|\\.|"(?!""))*+(?:\"\"\")?              # a string, be it unfinished
    | '''(?:[^'\\]|\\.|'(?!''))*+(?:''')?
    | "(?:[^"\\\n\r]|\\.)*+"?
    | '(?:[^'\\\n\r]|\\.)*+'?
    | [?$]\w++ | @[\w-]++                                   # a variable, a language
    | (?:\w[\w.-]*+)?+:(?:[\w.:%-]|\\.)*+      # a name with a prefix
    | (?P<keywords>\w[\w.-]*+)
    | (?P<open>[{(\[]) | (?P<close>[])}])
    | .
    """,
    re.VERBOSE | re.DOTALL,
)
_LETTERS = re.compile(r"[A-Za-z]+")
_PROLOGUE = {"BASE", "PREFIX", "VERSION"}
_UPDATES = {*("ADD", "CLEAR", "COPY", "CREATE", "DELETE", "DROP", "INSERT", "LOAD", "MOVE", "WITH")}


def screen(query: str) -> None:
    """Check what can be seen of a query before it runs.

    Raises:
        QueryError: the query is too long or too deep, updates the graph or asks another server.
    """
    size = len(query.encode("utf-8", errors="replace"))
    if size > LONGEST:
        raise QueryError(faults.too_long(size, LONGEST), reason="too-big")
    keywords = list(_keywords(query))
    first = next(((word, line) for word, line in keywords if word not in _PROLOGUE), ("", 0))
    if first[0] in _UPDATES:
        raise QueryError(faults.update(*first), reason="refused")
    for word, line in keywords:
        if word == "SERVICE":
            raise QueryError(faults.service(line), reason="refused")


def _keywords(query: str) -> Iterator[tuple[str, int]]:
    """Yield the keywords with their lines, and count the brackets on the way."""
    depth = line = seen = 0
    for match in _WORD.finditer(query):
        line += query.count("\n", seen, match.start())
        seen = match.start()
        kind = match.lastgroup
        depth += (kind == "open") - (kind == "close")
        if depth > DEEPEST:
            raise QueryError(faults.too_deep(DEEPEST, line + 1))
        if kind == "keywords":
            yield from ((word.upper(), line + 1) for word in _LETTERS.findall(match.group()))
