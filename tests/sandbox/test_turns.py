"""Turns are bounded, and no asker passes before another twice."""

from __future__ import annotations

import threading
from time import sleep

import pytest

from kg.errors import QueryError
from kg.sandbox.turns import Turns


def queue_up(turns: Turns, asker: str, served: list[str]) -> threading.Thread:
    """Have an asker wait for a turn, and return once he does."""
    waiting = sum(map(len, turns.queues.values()))

    def wait() -> None:
        with turns.turn(asker):
            served.append(asker)

    thread = threading.Thread(target=wait)
    thread.start()
    while sum(map(len, turns.queues.values())) == waiting:
        sleep(0.001)
    return thread


def test_one_who_asks_often_delays_another_by_one() -> None:
    turns, served = Turns(1, waiting=10, seconds=30), list[str]()
    turns.take("first")
    threads = [queue_up(turns, asker, served) for asker in ("often", "often", "often", "once")]

    turns.give_back()
    for thread in threads:
        thread.join()

    assert served == ["often", "once", "often", "often"]


def test_one_too_many_is_refused_at_once() -> None:
    turns = Turns(1, waiting=0, seconds=30)

    with turns.turn("a"), pytest.raises(QueryError) as refused:
        turns.take("b")

    assert refused.value.reason == "busy"
    with turns.turn("b"):
        assert not turns.take_if_free()


def test_one_who_waits_too_long_leaves_the_queue_and_takes_no_place() -> None:
    turns = Turns(1, waiting=5, seconds=0.01)

    with turns.turn("a"), pytest.raises(QueryError):
        turns.take("b")

    assert not turns.queues
    assert turns.free == 1
