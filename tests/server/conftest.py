"""The server as its tests meet it: in the process, or listening like anybody's."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from kg.server.app import build_app
from kg.services.service import Service, open_service
from kg.settings import read_settings

ADDRESS = "http://127.0.0.1:8000"


@pytest.fixture(scope="session")
def service() -> Iterator[Service]:
    """The service of the checkout, with a deadline that no test comes near on a busy machine."""
    service = open_service(read_settings(), seconds=60)
    yield service
    service.close()


@pytest.fixture(scope="session")
def client(service: Service) -> TestClient:
    """A client of the server, without a network."""
    return TestClient(build_app(service), base_url=ADDRESS)


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a server started by its own command."""
    command = [sys.executable, "-c", "from kg.cli.app import main; main()", "serve", "--port", "0"]
    with subprocess.Popen([*command], stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        line = process.stderr.readline()
        assert "http://" in line, line + process.stderr.read()
        yield line[line.index("http://") :].split("/sparql")[0]
        process.terminate()


@pytest.fixture
def canary() -> Iterator[socket.socket]:
    """A server of the neighbourhood, which nothing may reach."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0)
        yield server
