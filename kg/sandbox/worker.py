"""The process in which untrusted queries run: `python -P -m kg.sandbox.worker`.

It reads the graph once from its standard input (a line of JSON with the size, then N-Quads),
gives up its rights, then answers one line of JSON to each line of JSON. It ends when its
standard input does.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from collections.abc import Callable, Iterable, Mapping
from queue import SimpleQueue
from typing import TypeAlias, TypeVar

import pyoxigraph as ox

from kg.sandbox.confinement import confine

__all__ = ["MOST_BYTES", "main"]

MOST_BYTES = 10 * 2**20
"""The most bytes of text in a result."""

Reply: TypeAlias = dict[str, object]
Cell: TypeAlias = tuple[str, str, str, str]
Row = TypeVar("Row")


class _TooMuchError(Exception):
    """The result passes a limit, which the argument names."""


def main() -> None:
    """Serve queries until the parent closes the pipe or dies."""
    head = json.loads(sys.stdin.buffer.readline())
    store = ox.Store()
    store.bulk_load(sys.stdin.buffer.read(head["size"]), format=ox.RdfFormat.N_QUADS)
    requests = SimpleQueue[bytes]()
    guards = confine()
    threading.Thread(target=_listen, args=(requests,), daemon=True).start()
    _say({"ready": guards})
    while True:
        request = json.loads(requests.get())
        _say(_answer(store, request["query"], head["prefixes"], request["rows"]))


def _listen(requests: SimpleQueue[bytes]) -> None:
    """Queue the requests; end the process with the parent, even in the midst of a query."""
    for line in sys.stdin.buffer:
        requests.put(line)
    os._exit(0)


def _say(reply: Reply) -> None:
    sys.stdout.buffer.write(json.dumps(reply, ensure_ascii=True).encode("ascii") + b"\n")
    sys.stdout.buffer.flush()


def _answer(store: ox.Store, query: str, prefixes: Mapping[str, str], rows: int) -> Reply:
    try:
        return _run(store, query, dict(prefixes), rows)
    except SyntaxError as error:
        return {"error": "syntax", "message": str(error)}
    except _TooMuchError as error:
        return {"error": str(error)}
    except MemoryError:
        return {"error": "memory"}
    except (OSError, RuntimeError, ValueError) as error:
        return {"error": "failed", "message": str(error)}


def _run(store: ox.Store, query: str, prefixes: dict[str, str], rows: int) -> Reply:
    result = store.query(query, prefixes=prefixes)
    if isinstance(result, ox.QueryBoolean):
        return {"form": "ask", "truth": bool(result)}
    if isinstance(result, ox.QueryTriples):
        lines = _capped((f"{triple} ." for triple in result), rows, len)
        return {"form": "graph", "lines": sorted(set(lines))}
    cells = ([_cell(value) for value in solution] for solution in result)
    table = _capped(cells, rows, lambda row: sum(len(cell[1]) for cell in row))
    return {"form": "select", "columns": [v.value for v in result.variables], "table": table}


def _capped(found: Iterable[Row], most: int, size: Callable[[Row], int]) -> list[Row]:
    """Return all that is found, or nothing at all where it passes a limit."""
    kept: list[Row] = []
    total = 0
    for row in found:
        total += size(row)
        if len(kept) == most:
            raise _TooMuchError("rows")
        if total > MOST_BYTES:
            raise _TooMuchError("bytes")
        kept.append(row)
    return kept


def _cell(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None) -> Cell:
    """Return kind, text, language and datatype."""
    match term:
        case None:
            return ("none", "", "", "")
        case ox.NamedNode():
            return ("iri", term.value, "", "")
        case ox.BlankNode():
            return ("blank", term.value, "", "")
        case ox.Literal():
            return ("literal", term.value, term.language or "", term.datatype.value)
        case ox.Triple():
            return ("literal", str(term), "", "")


if __name__ == "__main__":
    main()
