from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from kg.cli.ui import _headless, run_ui
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
    assert _headless({"CI": "true", "DISPLAY": ":0"}) == "true"
