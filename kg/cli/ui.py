"""`kg ui`: the app, and the graph for other tools, at an address of this machine only."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
import webbrowser
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from types import FrameType
from typing import Annotated
from urllib.parse import urlencode

import typer

from kg.errors import Fault, UsageError
from kg.settings import read_settings

__all__ = ["run_ui"]

_HOST = "127.0.0.1"
_PATIENCE = 60.0
_PAUSE = 0.2
_SETTINGS = {
    "server.address": _HOST,
    # The browser is opened on the page asked for, and not by Streamlit on the first one.
    "server.headless": "true",
    "server.fileWatcherType": "none",
    "server.showEmailPrompt": "false",
    "server.maxUploadSize": "1",
    "browser.serverAddress": _HOST,
    "browser.gatherUsageStats": "false",
    "client.toolbarMode": "minimal",
    "client.showErrorDetails": "none",
    "client.showErrorLinks": "false",
    "runner.magicEnabled": "false",
    "logger.hideWelcomeMessage": "true",
    "logger.level": "warning",
    "theme.light.primaryColor": "#1f3a8a",
    "theme.light.backgroundColor": "#ffffff",
    "theme.light.secondaryBackgroundColor": "#f4f6fb",
    "theme.light.textColor": "#1b1f2a",
    "theme.dark.primaryColor": "#5672e0",
    "theme.dark.backgroundColor": "#171a21",
    "theme.dark.secondaryBackgroundColor": "#232733",
    "theme.dark.textColor": "#eef1f8",
    "theme.baseRadius": "0.5rem",
    "theme.linkUnderline": "true",
    "theme.showWidgetBorder": "true",
}


def run_ui(
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")] = 8501,
    example: Annotated[
        str, typer.Option("--example", metavar="NAME", help="An example case to open on.")
    ] = "",
) -> None:
    """Open the app, at http://127.0.0.1:PORT, until it is interrupted."""
    lang = read_settings().lang
    _check_free(port)
    server = subprocess.Popen(_command(port))  # noqa: S603 - our own program, with our own options
    _stop_with_us(server)
    if _answers(server, port):
        at = f"http://{_HOST}:{port}"
        page = f"{at}/?{urlencode({'case': example})}" if example else at
        typer.echo(_ready(page, f"{at}/api/sparql", lang), err=True)
        if _has_display(os.environ):
            webbrowser.open(page)
    raise typer.Exit(_wait(server))


def _check_free(port: int) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((_HOST, port))
        except OSError as error:
            raise UsageError(_taken(port, error.strerror or str(error))) from error


def _command(port: int) -> list[str]:
    options = {**_SETTINGS, "server.port": str(port)}
    given = [word for name, value in options.items() for word in (f"--{name}", value)]
    return [sys.executable, "-m", "streamlit", "run", str(_script()), *given]


def _has_display(environ: Mapping[str, str]) -> bool:
    """Tell whether a browser can, and should, be opened here."""
    has_display = sys.platform in {"darwin", "win32"} or bool(
        environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY")
    )
    return has_display and not environ.get("CI")


def _script() -> Path:
    app = find_spec("ui")
    if app is None or app.origin is None:
        raise UsageError(_MISSING)
    return Path(app.origin).with_name("asgi.py")


def _stop_with_us(server: subprocess.Popen[bytes]) -> None:
    def stop(_signal: int, _frame: FrameType | None) -> None:
        server.terminate()

    signal.signal(signal.SIGTERM, stop)


def _answers(server: subprocess.Popen[bytes], port: int) -> bool:
    """Wait until the app answers; False where it stopped, or has been silent for too long."""
    end = time.monotonic() + _PATIENCE
    while server.poll() is None and time.monotonic() < end:
        try:
            with urllib.request.urlopen(f"http://{_HOST}:{port}/_stcore/health", timeout=1):
                return True
        except OSError:
            time.sleep(_PAUSE)
    return False


def _wait(server: subprocess.Popen[bytes]) -> int:
    """Return the app's exit status; an interruption by the user is a good end."""
    try:
        status = server.wait()
    except KeyboardInterrupt:
        server.wait()
        return 0
    return 0 if status in {0, -signal.SIGTERM, -signal.SIGINT} else 1


def _ready(page: str, sparql: str, lang: str) -> str:
    if lang == "fr":
        return f"L’application est prête : {page} (SPARQL : {sparql} ; Ctrl+C pour l’arrêter)"
    return f"The app is ready: {page} (SPARQL: {sparql}; Ctrl+C to stop it)"


def _taken(port: int, why: str) -> Fault:
    return Fault(
        fr=f"le port {port} de {_HOST} ne peut pas servir ({why}). Une autre application "
        f"l’occupe peut-être : fermez-la, ou choisissez un autre port (kg ui --port {port + 100}).",
        en=f"port {port} of {_HOST} cannot be used ({why}). Another program may have it: "
        f"close it, or choose another port (kg ui --port {port + 100}).",
        key="--port",
    )


_MISSING = Fault(
    fr="l’application n’est pas installée. Réinstallez le paquet.",
    en="the app is not installed. Install the package again.",
)
