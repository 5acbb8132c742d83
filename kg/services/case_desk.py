"""The desk at which strangers leave their cases: answered in a process of their own, one a turn."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import cast

from kg.errors import CaseError, Fault, QueryError
from kg.sandbox.channel import Channel, ClosedChannelError, Message
from kg.sandbox.refusals import refusal
from kg.sandbox.turns import Turns

__all__ = ["CaseDesk"]

_SECONDS = 20.0
_SECONDS_TO_START = 60.0
_WAITING = 8
_PACKAGES = str(Path(__file__).resolve().parents[2])


class CaseDesk:
    """Takes cases, started with the first; a case that takes too long ends its process."""

    def __init__(self, *, seconds: float = _SECONDS) -> None:
        """Answer each case within `seconds`."""
        self.seconds = seconds
        self.turns = Turns(1, waiting=_WAITING, seconds=seconds)
        self.lock = threading.Lock()
        self.process: subprocess.Popen[bytes] | None = None
        self.channel: Channel | None = None

    def answer(self, asked: Mapping[str, str], *, asker: str = "") -> Mapping[str, object]:
        """Return the reply to what is asked of a case.

        Args:
            asked: `case`, its text; `today`; and, if wanted, `date`, `authority`, `actor`, `lang`.
                The reply holds `text`: the answer (`hds-answer/1`), or the proofs about the actor.
                With `question` and `values`, it holds what `kg.services.case_worker` says.
            asker: who asks; the askers take turns.

        Raises:
            CaseError: the case, or what is asked of it, is wrong.
            QueryError: the case took too long, or too many are waiting.
        """
        with self.turns.turn(asker):
            reply = self._reply(json.dumps(asked).encode("ascii") + b"\n")
        if faults := cast("list[dict[str, str]]", reply.head.get("faults", [])):
            raise CaseError(*(_fault(fault) for fault in faults))
        return reply.head

    def close(self) -> None:
        """End the process, if there is one."""
        with self.lock:
            process, self.process, self.channel = self.process, None, None
        if process is not None:
            process.kill()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    pipe.close()
            process.wait()

    def _reply(self, line: bytes) -> Message:
        reply = None
        try:
            channel = self.channel or self._start()
            channel.send(line)
            reply = channel.receive(self.seconds)
        except ClosedChannelError as error:
            raise refusal("memory") from error
        finally:
            if reply is None:
                self.close()
        if reply is None:
            raise self._late()
        return reply

    def _start(self) -> Channel:
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", "kg.services.case_worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            env={**os.environ, "PYTHONPATH": _PACKAGES},
        )
        assert process.stdin is not None  # noqa: S101 - both pipes are made above
        assert process.stdout is not None  # noqa: S101 - as above
        self.process, channel = process, Channel(process.stdin, process.stdout)
        ready = None
        with contextlib.suppress(ClosedChannelError):
            ready = channel.receive(_SECONDS_TO_START)
        if ready is None:
            raise refusal("unstartable")
        self.channel = channel
        return channel

    def _late(self) -> QueryError:
        fault = Fault(
            fr=f"ce dossier a été arrêté au bout de {self.seconds:g} s. Découpez-le.",
            en=f"this case was stopped after {self.seconds:g} s. Split it.",
            key="case",
        )
        return QueryError(fault, reason="too-slow")


def _fault(fields: Mapping[str, str]) -> Fault:
    return Fault(
        fr=fields["fr"],
        en=fields["en"],
        file="case" if int(fields["line"]) else "",
        line=int(fields["line"]),
        key=fields["key"],
    )
