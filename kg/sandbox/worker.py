"""The process in which untrusted queries run: `python -P -m kg.sandbox.worker`.

It reads the graph once from its standard input (a line of JSON with the size, then N-Quads),
gives up its rights, then answers each line of JSON with a line of JSON, followed by as many bytes
of result as the line says. It ends when its standard input does.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from queue import SimpleQueue

import pyoxigraph as ox

from kg.sandbox.confinement import confine
from kg.sandbox.evaluation import Reply, evaluate

__all__ = ["main"]


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
        _say(*evaluate(store, json.loads(requests.get()), head["prefixes"]))


def _listen(requests: SimpleQueue[bytes]) -> None:
    """Queue the requests; end the process with the parent, even in the midst of a query."""
    for line in sys.stdin.buffer:
        requests.put(line)
    os._exit(0)


def _say(reply: Reply, body: bytes = b"") -> None:
    head = json.dumps({**reply, "size": len(body)}, ensure_ascii=True)
    sys.stdout.buffer.write(head.encode("ascii") + b"\n" + body)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
