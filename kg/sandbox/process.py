"""One worker process: started with a graph, asked one query at a time, killed when it must be."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

from kg.errors import QueryError
from kg.sandbox.channel import Channel, ClosedChannelError, Message
from kg.sandbox.question import Question
from kg.sandbox.refusals import refusal
from kg.store.prefixes import PREFIXES

__all__ = ["Worker"]

_SECONDS_TO_START = 60.0
_SECONDS_TO_DIE = 10.0
_LOW_PRIORITY = 10
_OUT_OF_MEMORY = {signal.SIGABRT, signal.SIGKILL}
"""How a process ends that asks for memory over its limit, or over the machine's."""
_PACKAGES = str(Path(__file__).resolve().parents[2])


class Worker:
    """A process that holds a copy of one graph and answers queries on it."""

    def __init__(self, quads: bytes) -> None:
        """Start the process and give it the graph, as N-Quads.

        Raises:
            QueryError: the process does not start.
        """
        self.parent, self.answered, self.is_slow = os.getpid(), 0, False
        self.process = _start()
        assert self.process.stdin is not None  # noqa: S101 - _start makes both pipes
        assert self.process.stdout is not None  # noqa: S101 - as above
        self.channel = Channel(self.process.stdin, self.process.stdout)
        head = json.dumps({"size": len(quads), "prefixes": dict(PREFIXES)})
        reply = None
        with contextlib.suppress(ClosedChannelError):
            self.channel.send(head.encode("ascii") + b"\n" + quads)
            reply = self.channel.receive(_SECONDS_TO_START)
        if reply is None:
            self.close()
            raise refusal("unstartable")
        self.guards = reply.head["ready"]

    def is_alive(self) -> bool:
        """Tell whether the process lives, and is this process's own."""
        return self.parent == os.getpid() and self.process.poll() is None

    def ask(self, question: Question, *, seconds: float) -> Message:
        """Return the reply to one question.

        Raises:
            QueryError: the query is wrong, passes a limit or brought the process down.
        """
        self.put(question)
        reply = self.wait(question, seconds=seconds)
        if reply is None:
            self.close()
            raise refusal("time", question, seconds=seconds)
        return reply

    def put(self, question: Question) -> None:
        """Put a question, whose reply is then to be waited for.

        Raises:
            QueryError: the process is dead.
        """
        self.answered += 1
        try:
            self.channel.send(json.dumps(question.to_json()).encode("ascii") + b"\n")
        except ClosedChannelError as error:
            raise self._dead(question) from error

    def wait(self, question: Question, *, seconds: float) -> Message | None:
        """Return the reply to the question put, or None where it needs more time.

        Raises:
            QueryError: the query is wrong, passes a limit or brought the process down.
        """
        try:
            reply = self.channel.receive(seconds)
        except ClosedChannelError as error:
            raise self._dead(question) from error
        except BaseException:  # interrupted: the reply to come would be taken for the next one's
            self.close()
            raise
        if reply is not None and "error" in reply.head:
            message = str(reply.head.get("message", ""))
            raise refusal(str(reply.head["error"]), question, message=message)
        return reply

    def slow_down(self) -> None:
        """Let the other processes of the machine go first, from now on and for good."""
        self.is_slow = True
        with contextlib.suppress(OSError, AttributeError):  # the process is dead; Windows
            os.setpriority(os.PRIO_PROCESS, self.process.pid, _LOW_PRIORITY)

    def close(self) -> None:
        """End the process at once; a fork's copy only forgets it."""
        if self.parent == os.getpid():
            self.process.kill()
            for pipe in (self.process.stdin, self.process.stdout):
                if pipe is not None:
                    pipe.close()
            self.process.wait()

    def _dead(self, question: Question) -> QueryError:
        try:
            code = self.process.wait(_SECONDS_TO_DIE)
        except subprocess.TimeoutExpired:
            code = 0
        self.close()
        return refusal("memory" if -code in _OUT_OF_MEMORY else "crash", question)


def _start() -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "kg.sandbox.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        bufsize=0,
        env={**os.environ, "PYTHONPATH": _PACKAGES},
    )
