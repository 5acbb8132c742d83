"""`kg mcp`: the graph for assistants, over standard input and output."""

from __future__ import annotations

from importlib.metadata import version
from importlib.util import find_spec

from kg.errors import Fault, UsageError
from kg.services.service import open_service
from kg.services.workspace import open_workspace
from kg.settings import read_settings

__all__ = ["mcp_command"]


def mcp_command() -> None:
    """Serve assistants by the Model Context Protocol, on standard input and output; read-only.

    Example: {"command": "kg", "args": ["mcp"]} in the settings of an assistant
    """
    if find_spec("mcp") is None:
        raise UsageError(_NO_SDK)
    from kg.server.assistants import assistants_server  # noqa: PLC0415 - the SDK is an extra

    settings = read_settings()
    service = open_service(settings)
    try:
        workspace = open_workspace(settings)
        assistants_server(service, workspace, version("hds-knowledge-graph")).run("stdio")
    finally:
        service.close()


_NO_SDK = Fault(
    fr="il manque le paquet « mcp ». Installez-le : pip install 'hds-knowledge-graph[mcp]'.",
    en="the package “mcp” is missing. Install it: pip install 'hds-knowledge-graph[mcp]'.",
    key="mcp",
)
