"""An assistant asks: by the official client of the protocol, over the command's own pipes."""

from __future__ import annotations

import json
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import anyio
import pytest
from mcp import Client, StdioServerParameters

from kg.services.cases import example_cases
from kg.services.workspace import Workspace

KG = str(Path(sys.executable).with_name("kg"))


@pytest.fixture(scope="module")
def case(workspace: Workspace) -> str:
    return example_cases(workspace)["source-memo"].read_text(encoding="utf-8")


def talk(asking: Callable[[Client], Awaitable[None]]) -> None:
    """Run a conversation with the server that `kg mcp` starts."""

    async def run() -> None:
        async with Client(StdioServerParameters(command=KG, args=["mcp"])) as client:
            await asking(client)

    anyio.run(run)


async def told(client: Client, tool: str, **arguments: object) -> str:
    """Return the words that a tool answers with."""
    result = await client.call_tool(tool, arguments)
    return "".join(getattr(part, "text", "") for part in result.content)


def test_an_assistant_qualifies_asks_reads_and_is_told_what_is_wrong(case: str) -> None:
    found: dict[str, str] = {}

    async def asking(client: Client) -> None:
        tools = (await client.list_tools()).tools
        found["tools"] = " ".join(tool.name for tool in tools)
        found["writes"] = str(any(not t.annotations.read_only_hint for t in tools if t.annotations))
        found["qualify"] = await told(client, "qualify", case=case)
        found["missing"] = await told(client, "missing_facts", case=case, actor="publisher")
        found["explain"] = await told(client, "explain", case=case, actor="client", lang="en")
        found["search"] = await told(client, "search", text="hébergeur")
        found["text"] = await told(
            client, "text_on_a_day", provision="csp:L1111-8", day="2024-06-01"
        )
        found["questions"] = await told(client, "questions")
        found["wrong"] = await told(client, "qualify", case="format: nothing")
        found["nobody"] = await told(client, "missing_facts", case=case, actor="nobody")

    talk(asking)

    assert {"qualify", "explain", "missing_facts", "search", "ask"} <= set(found["tools"].split())
    assert found["writes"] == "False"
    answer = json.loads(found["qualify"])
    assert answer["actors"]["publisher"]["certification"]["answer"] == "undetermined"
    assert "because" not in found["qualify"]
    assert json.loads(found["missing"])["certification"]
    assert "need not be certified" in found["explain"]
    assert "hds:Host" in found["search"]
    assert json.loads(found["text"])["legiarti"] == "LEGIARTI000049571347"
    assert len(json.loads(found["questions"])["questions"]) >= 40
    assert "format" in found["wrong"]
    assert "Traceback" not in found["wrong"]
    assert "publisher" in found["nobody"]
