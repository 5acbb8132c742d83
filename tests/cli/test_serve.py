"""`kg serve`, as it is typed."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

Program: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]


def test_an_address_that_another_program_has_is_told(kg: Program) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]

        done = kg("serve", "--port", str(port))

    assert done.returncode == 2
    assert f"kg serve --port {port + 1}" in done.stderr


def test_a_release_that_is_not_there_is_told(
    kg: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HDS_RELEASE", str(tmp_path / "nowhere"))

    done = kg("serve", "--port", "0")

    assert done.returncode == 2
    assert "kg build" in done.stderr


def test_an_interruption_ends_the_server_without_a_traceback() -> None:
    command = [sys.executable, "-c", "from kg.cli.app import main; main()", "serve", "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        server.stderr.readline()

        server.send_signal(signal.SIGINT)
        _, said = server.communicate(timeout=60)

    assert server.returncode == 0
    assert "Traceback" not in said
