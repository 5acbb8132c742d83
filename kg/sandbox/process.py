"""One worker process: started with a graph, asked one query at a time, killed when it must be."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import IO

import pyoxigraph as ox

from kg.errors import Fault, QueryError
from kg.sandbox import faults
from kg.sandbox.worker import MOST_BYTES
from kg.store.graph import Graph
from kg.store.prefixes import PREFIXES

__all__ = ["Reply", "Worker"]

Reply = Mapping[str, object]
_SECONDS_TO_START = 60.0
_PACKAGES = str(Path(__file__).resolve().parents[2])


class Worker:
    """A process that holds a copy of one graph and answers queries on it."""

    def __init__(self, graph: Graph) -> None:
        """Start the process and give it the graph.

        Raises:
            QueryError: the process does not start.
        """
        self.graph, self.size, self.parent = graph, len(graph), os.getpid()
        self.process = _start()
        quads = graph.store.dump(format=ox.RdfFormat.N_QUADS) or b""
        head = json.dumps({"size": len(quads), "prefixes": dict(PREFIXES)})
        reply = self._exchange(head.encode("ascii") + b"\n" + quads, _SECONDS_TO_START)
        if "ready" not in reply:
            self.close()
            raise QueryError(faults.unstartable())
        self.guards = reply["ready"]

    def serves(self, graph: Graph) -> bool:
        """Tell whether the process lives and holds this graph as it is now."""
        return (
            self.graph is graph
            and self.size == len(graph)
            and self.parent == os.getpid()
            and self.process.poll() is None
        )

    def ask(self, query: str, *, seconds: float, rows: int) -> Reply:
        """Return the reply to one query.

        Raises:
            QueryError: the query is wrong, passes a limit or brought the process down.
        """
        request = json.dumps({"query": query, "rows": rows}).encode("ascii") + b"\n"
        reply = self._exchange(request, seconds)
        if error := reply.get("error"):
            message = str(reply.get("message", ""))
            raise QueryError(_fault(str(error), message, query, seconds=seconds, rows=rows))
        return reply

    def close(self) -> None:
        """End the process at once; a fork's copy only forgets it."""
        if self.parent == os.getpid():
            self.process.kill()
            self.process.communicate()

    def _exchange(self, message: bytes, seconds: float) -> Reply:
        """Send a message and return the reply; kill the process at the deadline."""
        stdin, stdout = self.process.stdin, self.process.stdout
        assert stdin is not None  # noqa: S101 - _start makes both pipes
        assert stdout is not None  # noqa: S101 - as above
        expired = threading.Event()
        timer = threading.Timer(seconds, self._expire, (expired,))
        timer.start()
        line = None
        try:
            line = _write_and_read(stdin, stdout, message)
        finally:
            timer.cancel()
            if line is None:  # interrupted: the reply to come would be taken for the next one's
                self.close()
        return self._read(line, expired)

    def _expire(self, expired: threading.Event) -> None:
        expired.set()
        self.process.kill()

    def _read(self, line: bytes, expired: threading.Event) -> Reply:
        if line.endswith(b"\n"):
            reply: Reply = json.loads(line)
            return reply
        if expired.is_set():
            self.close()
            return {"error": "time"}
        code = self.process.wait()
        self.close()
        return {"error": "memory" if code == -signal.SIGABRT else "crash"}


def _write_and_read(stdin: IO[bytes], stdout: IO[bytes], message: bytes) -> bytes:
    """Return one line of reply, "" where the process died."""
    try:
        stdin.write(message)
        stdin.flush()
        return stdout.readline()
    except OSError:
        return b""


def _start() -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "kg.sandbox.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": _PACKAGES},
    )


def _fault(error: str, message: str, query: str, *, seconds: float, rows: int) -> Fault:
    known = {
        "syntax": faults.syntax(query, message),
        "rows": faults.too_many_rows(rows),
        "bytes": faults.too_big(MOST_BYTES),
        "time": faults.too_slow(seconds),
        "memory": faults.memory(),
        "failed": faults.failed(message),
    }
    return known.get(error) or faults.crashed()
