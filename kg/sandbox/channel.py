"""Messages to and from a worker process, each with a deadline, whatever the process does."""

from __future__ import annotations

import json
import os
import select
import time
from collections.abc import Mapping
from typing import IO, NamedTuple

__all__ = ["Channel", "ClosedChannelError", "Message"]

_CHUNK = 2**20


class Message(NamedTuple):
    """A line of JSON, and the bytes that came with it."""

    head: Mapping[str, object]
    body: bytes


class ClosedChannelError(Exception):
    """The process has closed its end: it is dead or about to be."""


class Channel:
    """The two pipes of a process, written and read without ever blocking past a deadline."""

    def __init__(self, writer: IO[bytes], reader: IO[bytes]) -> None:
        """Take the pipes over."""
        self.writer, self.reader = writer.fileno(), reader.fileno()
        os.set_blocking(self.writer, False)
        os.set_blocking(self.reader, False)
        self.outbox = memoryview(b"")
        self.inbox = bytearray()
        self.head: Mapping[str, object] | None = None

    def send(self, message: bytes) -> None:
        """Have a message sent: what the pipe takes now, the rest while a reply is awaited.

        Raises:
            ClosedChannelError: the process is dead.
        """
        self.outbox = memoryview(message)
        self._write()

    def receive(self, seconds: float) -> Message | None:
        """Return the next message, or None where it has not come in time.

        Raises:
            ClosedChannelError: the process died first.
        """
        end = time.monotonic() + seconds
        while (message := self._taken()) is None:
            left = end - time.monotonic()
            if left <= 0:
                return None
            self._pump(left)
        return message

    def _pump(self, seconds: float) -> None:
        """Write and read what the pipes take and hold, waiting for one of them at the most."""
        poll = select.poll()
        poll.register(self.reader, select.POLLIN)
        if self.outbox:
            poll.register(self.writer, select.POLLOUT)
        ready = {file for file, _ in poll.poll(seconds * 1000)}
        if self.writer in ready:
            self._write()
        if self.reader in ready:
            part = os.read(self.reader, _CHUNK)
            if not part:
                raise ClosedChannelError
            self.inbox += part

    def _write(self) -> None:
        try:
            self.outbox = self.outbox[os.write(self.writer, self.outbox) :]
        except BlockingIOError:
            return
        except OSError as error:
            raise ClosedChannelError from error

    def _taken(self) -> Message | None:
        """Return the message that has come whole, and forget it."""
        if self.head is None:
            line, found, rest = self.inbox.partition(b"\n")
            if not found:
                return None
            self.head, self.inbox = json.loads(line), rest
        size = int(str(self.head["size"]))
        if len(self.inbox) < size:
            return None
        message = Message(self.head, bytes(self.inbox[:size]))
        del self.inbox[:size]
        self.head = None
        return message
