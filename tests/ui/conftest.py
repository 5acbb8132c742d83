"""The app as its tests open it: without a browser, or in Chromium."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic, sleep
from typing import Literal, TypeAlias

import pytest
from playwright.sync_api import Browser, BrowserContext, Route, expect, sync_playwright
from streamlit.testing.v1 import AppTest

from tests.ui.browsing import Visit

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60
LOOKS: dict[str, tuple[int, int, Literal["light", "dark"]]] = {
    "wide": (1280, 900, "light"),
    "narrow": (390, 844, "dark"),
}

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


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if (path := shutil.which(name))), None)
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(
            executable_path=found,
            args=["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
        )


@pytest.fixture(params=LOOKS, scope="module")
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    width, height, scheme = LOOKS[request.param]
    expect.set_options(timeout=1000 * PATIENCE)
    context = browser.new_context(
        viewport={"width": width, "height": height}, locale="fr-FR", color_scheme=scheme
    )
    context.set_default_timeout(1000 * PATIENCE)
    yield context
    context.close()


@pytest.fixture
def visit(context: BrowserContext, address: str) -> Iterator[Visit]:
    page = context.new_page()
    visit = Visit(page=page, address=address)

    def only_the_app(route: Route) -> None:
        if route.request.url.startswith((address, "data:", "blob:")):
            route.continue_()
        else:
            visit.trouble.append(route.request.url)
            route.abort()

    page.route("**/*", only_the_app)
    page.on("pageerror", lambda error: visit.trouble.append(str(error)))
    yield visit
    page.close()
    assert not visit.trouble, "the page asked for something outside, or broke"
