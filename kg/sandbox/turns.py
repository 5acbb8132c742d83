"""Turns: so many at once, so many waiting, and askers served one after the other."""

from __future__ import annotations

import threading
from collections import OrderedDict, deque
from collections.abc import Iterator
from contextlib import contextmanager

from kg.sandbox.refusals import refusal

__all__ = ["Turns"]


class Turns:
    """A number of places and a bounded queue, in which no asker passes before another twice.

    Each asker's requests are served in their order; the askers take turns, so that one who sends
    fifty requests delays another by one.
    """

    def __init__(self, places: int, *, waiting: int, seconds: float) -> None:
        """Give out `places`; let `waiting` wait, for `seconds` at the most."""
        self.free, self.room, self.seconds = places, waiting, seconds
        self.lock = threading.Lock()
        self.queues: OrderedDict[str, deque[threading.Event]] = OrderedDict()

    @contextmanager
    def turn(self, asker: str) -> Iterator[None]:
        """Hold a place.

        Raises:
            QueryError: too many are waiting, or the wait was too long.
        """
        self.take(asker)
        try:
            yield
        finally:
            self.give_back()

    def take(self, asker: str) -> None:
        """Take a place, which must be given back.

        Raises:
            QueryError: too many are waiting, or the wait was too long.
        """
        with self.lock:
            if self.free:
                self.free -= 1
                return
            if sum(map(len, self.queues.values())) >= self.room:
                raise refusal("busy")
            call = threading.Event()
            self.queues.setdefault(asker, deque()).append(call)
        try:
            called = call.wait(self.seconds)
        except BaseException:
            if not self._leave(asker, call):
                self.give_back()
            raise
        if not called and self._leave(asker, call):
            raise refusal("busy")

    def take_if_free(self) -> bool:
        """Take a place, which must be given back, if there is one now."""
        with self.lock:
            self.free -= (is_free := self.free > 0)
            return is_free

    def _leave(self, asker: str, call: threading.Event) -> bool:
        """Leave the queue; False where the place was given meanwhile."""
        with self.lock:
            if call.is_set():
                return False
            self.queues[asker].remove(call)
            if not self.queues[asker]:
                del self.queues[asker]
            return True

    def give_back(self) -> None:
        """Give a place back: to the asker who has waited for his turn the longest."""
        with self.lock:
            if not self.queues:
                self.free += 1
                return
            asker, calls = self.queues.popitem(last=False)
            calls.popleft().set()
            if calls:
                self.queues[asker] = calls
