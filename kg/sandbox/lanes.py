"""The pool of workers: short queries in front, long ones behind, none in another's way.

A query that is not done within a fraction of a second goes on behind: its process yields to all
others, and a fresh one takes its place in front. It is remembered, and starts behind next time.
"""

from __future__ import annotations

import atexit
import os
import threading
import time
from collections import OrderedDict

from kg.errors import QueryError
from kg.sandbox.channel import Message
from kg.sandbox.process import Worker
from kg.sandbox.question import Question
from kg.sandbox.refusals import refusal
from kg.sandbox.screen import screen
from kg.sandbox.turns import Turns

__all__ = ["Pool"]

WORKERS = 2
"""How many queries run at once in front, and as many behind."""
WAITING = 16
"""How many wait for a turn in front; another is refused."""
_WAITING_BEHIND = 2
_SECONDS_TO_WAIT = 10.0
_SECONDS_IN_FRONT = 0.5
_MOST_REMEMBERED = 1024
_MOST_ANSWERED = 10_000
_MOST_IDLE = {False: WORKERS, True: 1}


class Pool:
    """Workers that hold the same graph, started when they are needed."""

    def __init__(self, quads: bytes) -> None:
        """Keep the graph, as N-Quads, to start workers with."""
        self.quads, self.parent = quads, os.getpid()
        self.front = Turns(WORKERS, waiting=WAITING, seconds=_SECONDS_TO_WAIT)
        self.behind = Turns(WORKERS, waiting=_WAITING_BEHIND, seconds=_SECONDS_TO_WAIT)
        self.idle: dict[bool, list[Worker]] = {False: [], True: []}
        self.slow: OrderedDict[Question, None] = OrderedDict()
        self.lock = threading.Lock()
        self.is_open = True
        atexit.register(self.close)

    def start(self) -> None:
        """Start a worker ahead of the first query.

        Raises:
            QueryError: it does not start.
        """
        with self.front.turn(""):
            self._keep(self._take(slow=False))

    def close(self) -> None:
        """End the workers; those at work end when they are done."""
        with self.lock:
            self.is_open = False
            workers = [*self.idle[False], *self.idle[True]]
            self.idle = {False: [], True: []}
        for worker in workers:
            worker.close()
        atexit.unregister(self.close)

    def ask(self, question: Question, *, seconds: float, asker: str = "") -> Message:
        """Return the reply to a question that may come from anybody.

        Args:
            question: what is asked.
            seconds: when it is stopped; the wait for a turn does not count.
            asker: who asks; the askers take turns.

        Raises:
            QueryError: the query is wrong, is refused, passes a limit, or waited too long.
        """
        screen(question.text)
        if self._is_slow(question):
            return self._ask_behind(question, seconds, asker)
        spent = min(seconds, _SECONDS_IN_FRONT)
        with self.front.turn(asker):
            worker = self._take(slow=False)
            reply = self._reply(worker, question, spent, is_new=True)
        if reply is not None:
            return reply
        self._remember(question, slow=True)
        return self._go_behind(worker, question, seconds, spent)

    def _go_behind(
        self, worker: Worker, question: Question, seconds: float, spent: float
    ) -> Message:
        """Let a query that has spent its time in front go on behind, if there is a place."""
        if seconds <= spent or not self.behind.take_if_free():
            worker.close()
            raise refusal("time" if seconds <= spent else "busy", question, seconds=seconds)
        try:
            worker.slow_down()
            return self._finished(worker, question, seconds - spent, seconds)
        finally:
            self.behind.give_back()

    def _ask_behind(self, question: Question, seconds: float, asker: str) -> Message:
        with self.behind.turn(asker):
            worker = self._take(slow=True)
            start = time.monotonic()
            worker.put(question)
            reply = self._finished(worker, question, seconds, seconds)
        if time.monotonic() - start < _SECONDS_IN_FRONT:
            self._remember(question, slow=False)
        return reply

    def _finished(self, worker: Worker, question: Question, left: float, seconds: float) -> Message:
        reply = self._reply(worker, question, left, is_new=False)
        if reply is None:
            worker.close()
            raise refusal("time", question, seconds=seconds)
        return reply

    def _reply(
        self, worker: Worker, question: Question, seconds: float, *, is_new: bool
    ) -> Message | None:
        """Return the reply, and keep the worker for others; None where it needs more time."""
        try:
            if is_new:
                worker.put(question)
            reply = worker.wait(question, seconds=seconds)
        except QueryError:
            self._keep(worker)
            raise
        if reply is not None:
            self._keep(worker)
        return reply

    def _take(self, *, slow: bool) -> Worker:
        with self.lock:
            idle = self.idle[slow]
            while idle:
                worker = idle.pop()
                if worker.is_alive():
                    return worker
                worker.close()
        worker = Worker(self.quads)
        if slow:
            worker.slow_down()
        return worker

    def _keep(self, worker: Worker) -> None:
        """Keep a worker for the next query, unless it is dead, old or one too many."""
        with self.lock:
            idle = self.idle[worker.is_slow]
            is_wanted = self.is_open and len(idle) < _MOST_IDLE[worker.is_slow]
            if is_wanted and worker.is_alive() and worker.answered < _MOST_ANSWERED:
                idle.append(worker)
                return
        worker.close()

    def _is_slow(self, question: Question) -> bool:
        with self.lock:
            return question in self.slow

    def _remember(self, question: Question, *, slow: bool) -> None:
        with self.lock:
            self.slow.pop(question, None)
            if slow:
                self.slow[question] = None
            while len(self.slow) > _MOST_REMEMBERED:
                self.slow.popitem(last=False)
