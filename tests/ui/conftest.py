"""The app as its tests open it: without a browser, or in Chromium."""

from __future__ import annotations

import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic, sleep
from typing import TypeAlias

import pytest
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60

Open: TypeAlias = Callable[..., AppTest]


@pytest.fixture
def open_page() -> Open:
    """Open a page of the app as a user finds it."""

    def opened(page: str = "", *, lang: str = "fr", **parameters: str) -> AppTest:
        app = AppTest.from_file(ROOT / "ui" / "streamlit_app.py", default_timeout=60)
        app.session_state["lang"] = lang
        for name, value in parameters.items():
            app.query_params[name] = value
        if page:
            app.run()
            app.switch_page(f"app_pages/{page}.py")
        return app.run()

    return opened


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """The address of the app, started by its own command."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [str(Path(sys.executable).with_name("kg")), "ui", "--port", str(port)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        yield _ready(server, f"http://127.0.0.1:{port}")
        server.terminate()


def _ready(server: subprocess.Popen[str], url: str) -> str:
    end = monotonic() + PATIENCE
    while monotonic() < end:
        assert server.poll() is None, server.communicate()[1]
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=1):  # noqa: S310 - our own address
                return url
        except OSError:
            sleep(0.2)
    raise TimeoutError(url)
