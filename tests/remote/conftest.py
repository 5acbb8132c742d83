"""Two SPARQL servers that we did not write, started for the tests and ended with them."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic, sleep

import pytest

from kg.services.build import build
from kg.services.publish import publish
from kg.services.workspace import Workspace

PATIENCE = 180
ISQL = ("isql-vt", "isql-v", "isql")


@dataclass(frozen=True, kw_only=True)
class Server:
    """Where a server is asked, and where graphs are put into it."""

    sparql: str
    store: str


@pytest.fixture(scope="session")
def release(workspace: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release of the working files."""
    folder = tmp_path_factory.mktemp("releases")
    build(workspace, folder, at=datetime(2026, 11, 23, tzinfo=UTC))
    return folder


@pytest.fixture(scope="session", params=["oxigraph", "virtuoso"])
def server(
    request: pytest.FixtureRequest, release: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    """A server that holds the release."""
    start = {"oxigraph": oxigraph, "virtuoso": virtuoso}[request.param]
    with start(tmp_path_factory.mktemp(request.param)) as server:
        publish(release, server.store, tell=lambda _name, _count: None)
        yield server


@contextmanager
def oxigraph(folder: Path) -> Iterator[Server]:
    """Oxigraph's own server, in memory."""
    at = f"127.0.0.1:{free_port()}"
    program = Path(sys.executable).with_name("oxigraph")
    with running([str(program), "serve", "--bind", at], folder, f"http://{at}/"):
        yield Server(sparql=f"http://{at}/query", store=f"http://{at}/store")


@contextmanager
def virtuoso(folder: Path) -> Iterator[Server]:
    """Virtuoso, on a database of its own, which whoever asks may write."""
    program = shutil.which("virtuoso-t")
    assert program, "no Virtuoso: tests/install-foreign.sh installs it"
    sql, http = free_port(), free_port()
    settings = Path(__file__).with_name("virtuoso.ini").read_text(encoding="utf-8")
    (folder / "virtuoso.ini").write_text(settings.format(sql=sql, http=http), encoding="utf-8")
    command = [program, "-f", "-c", "virtuoso.ini"]
    with running(command, folder, f"http://127.0.0.1:{http}/sparql?query=ASK%7B%7D"):
        isql = next(path for name in ISQL if (path := shutil.which(name)))
        grant = 'exec=GRANT SPARQL_UPDATE TO "SPARQL"'
        subprocess.run(
            [isql, f"127.0.0.1:{sql}", "dba", "dba", grant], check=True, capture_output=True
        )
        at = f"http://127.0.0.1:{http}"
        yield Server(sparql=f"{at}/sparql", store=f"{at}/sparql-graph-crud")


@contextmanager
def running(command: list[str], folder: Path, url: str) -> Iterator[None]:
    """Run a server in a folder from when it answers at an address until the block ends."""
    with (folder / "output").open("wb") as output:
        process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=subprocess.STDOUT)
        try:
            wait_for(process, url, folder / "output")
            yield
        finally:
            process.kill()
            process.wait()


def wait_for(process: subprocess.Popen[bytes], url: str, output: Path) -> None:
    end = monotonic() + PATIENCE
    while monotonic() < end:
        assert process.poll() is None, output.read_text(encoding="utf-8", errors="replace")
        try:
            with urllib.request.urlopen(url, timeout=5):  # noqa: S310 - our own address
                return
        except OSError:
            sleep(0.2)
    raise TimeoutError(url)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
