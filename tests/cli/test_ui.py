from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.cli.ui import _has_display, run_ui
from kg.errors import UsageError


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def test_a_port_that_another_program_has_is_told_in_both_languages(taken_port: int) -> None:
    with pytest.raises(UsageError) as refused:
        run_ui(port=taken_port)

    assert refused.value.exit_code == 2
    for lang in ("fr", "en"):
        assert str(taken_port) in refused.value.say(lang)
        assert "kg ui --port" in refused.value.say(lang)


def test_no_browser_is_opened_where_nobody_looks() -> None:
    assert not _has_display({"CI": "true", "DISPLAY": ":0"})


def test_the_address_told_leads_to_the_example_asked_for() -> None:
    port = free_port()
    command = [str(Path(sys.executable).with_name("kg")), "ui", "--port", str(port)]
    with subprocess.Popen(
        [*command, "--example", "source-memo"],
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "CI": "true", "HDS_LANG": "en"},
    ) as app:
        assert app.stderr is not None
        told = next(line for line in app.stderr if "ready" in line)
        app.terminate()

    assert f"http://127.0.0.1:{port}/?case=source-memo " in told


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
