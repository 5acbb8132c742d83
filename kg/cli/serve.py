"""`kg serve`: the graph as a service, at an address of this machine unless told otherwise."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.domain.texts import Language
from kg.server.run import listen, run
from kg.services.service import open_service
from kg.settings import read_settings

__all__ = ["serve_command"]


def serve_command(
    *,
    host: Annotated[
        str, typer.Option("--host", metavar="ADDRESS", help="Address to listen at.")
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="Port to listen on; 0 for a free one.")
    ] = 8000,
    names: Annotated[
        list[str] | None,
        typer.Option("--allow-host", metavar="NAME", help="A name that the server answers to."),
    ] = None,
    seconds: Annotated[
        float, typer.Option("--seconds", min=0.1, help="When a query is stopped.")
    ] = 10.0,
) -> None:
    """Serve the graph: SPARQL 1.1 at /sparql, every term at its own address, until interrupted.

    Example: kg serve --port 8000
    """
    settings = read_settings()
    door = listen(host, port)
    service = open_service(settings, seconds=seconds)
    try:
        service.endpoint.pool.start()
        at = f"http://{f'[{host}]' if ':' in host else host}:{door.getsockname()[1]}"
        run(
            service,
            door,
            hosts=[host, *(names or [])],
            ready=lambda: typer.echo(_ready(at, settings.lang), err=True),
        )
    except KeyboardInterrupt:  # the way to stop it
        return
    finally:
        service.close()
        door.close()


def _ready(at: str, lang: Language) -> str:
    if lang == "fr":
        return f"Le graphe est servi : {at}/sparql (Ctrl+C pour l’arrêter)"
    return f"The graph is served: {at}/sparql (Ctrl+C to stop it)"
