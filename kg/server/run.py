"""The server at work: one process that listens, until it is told to stop."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterable

import uvicorn

from kg.errors import Fault, UsageError
from kg.server.app import build_app
from kg.services.service import Service

__all__ = ["listen", "run"]

_BACKLOG = 128
_MOST_CONNECTIONS = 256
_SECONDS_TO_STOP = 2


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens at an address; port 0 takes a free one.

    Raises:
        UsageError: the address cannot be had.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio sends small answers at once only on a socket that says that it is TCP's.
    door = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        door.bind((host, port))
        door.listen(_BACKLOG)
    except (OSError, OverflowError) as error:
        door.close()
        raise UsageError(_taken(host, port, error)) from error
    return door


def run(
    service: Service, door: socket.socket, *, hosts: Iterable[str], ready: Callable[[], None]
) -> None:
    """Serve at a socket until interrupted; call `ready` when requests are answered."""
    app = build_app(service, hosts=hosts)
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        lifespan="off",
        server_header=False,
        date_header=True,
        limit_concurrency=_MOST_CONNECTIONS,
        timeout_keep_alive=30,
        timeout_graceful_shutdown=_SECONDS_TO_STOP,
    )
    _Server(config, ready).run(sockets=[door])


class _Server(uvicorn.Server):
    """Says when it is ready."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self.ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then say so."""
        await super().startup(sockets)
        self.ready()


def _taken(host: str, port: int, error: Exception) -> Fault:
    why = getattr(error, "strerror", None) or str(error)
    return Fault(
        fr=f"l’adresse {host}, port {port}, ne peut pas servir ({why}). Un autre programme "
        f"l’occupe peut-être : arrêtez-le, ou choisissez un autre port (kg serve --port "
        f"{port + 1}).",
        en=f"the address {host}, port {port}, cannot be used ({why}). Another program may have "
        f"it: stop it, or choose another port (kg serve --port {port + 1}).",
        key="--port",
    )
