"""The graph for assistants: an MCP server whose tools read and never write.

A case, and a catalogued question, are answered by the same service, in the same processes and
within the same limits, as over HTTP. Source: the Model Context Protocol, "Tools".
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import TypeVar

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations

from kg.errors import HdsError
from kg.services.articles import read_article
from kg.services.explore import search_terms
from kg.services.service import Service
from kg.services.workspace import Workspace

__all__ = ["assistants_server"]

Found = TypeVar("Found")

_ASKER = "mcp"
_QUESTIONS = ("certification", "approval")
_PROOFS = {"because", "status_because", "role_reasons"}
_LONGEST, _MOST = 500, 50
_READS = ToolAnnotations(read_only_hint=True, destructive_hint=False, open_world_hint=False)
_INSTRUCTIONS = (
    "The French law of hosting health data (HDS). Describe a situation as a case file "
    "(format hds-case/1, YAML or JSON); the answer is yes, no, contested or undetermined, each "
    "with its provisions, its day and its proof. Never turn undetermined into no: ask for the "
    "missing facts. It is legal information and not advice. No personal data is ever needed."
)


def assistants_server(service: Service, workspace: Workspace, version: str) -> MCPServer[None]:
    """Return the server, its tools over one service and one workspace."""
    server: MCPServer[None] = MCPServer("hds", version=version, instructions=_INSTRUCTIONS)
    tools = _Tools(service, workspace)
    for tool in (
        tools.qualify,
        tools.explain,
        tools.missing_facts,
        tools.search,
        tools.text_on_a_day,
        tools.questions,
        tools.ask,
    ):
        server.tool(annotations=_READS)(tool)
    return server


class _Tools:
    """The tools; the docstring of each is what an assistant reads of it."""

    def __init__(self, service: Service, workspace: Workspace) -> None:
        self.service, self.workspace = service, workspace

    def qualify(self, case: str, day: str = "", authority: str = "") -> str:
        """Say who must be certified or approved and who is bound by what (hds-answer/1, JSON).

        `case` is a case file, YAML or JSON. `day` (2026-11-23) is the day whose law is applied, by
        default the case's own. `authority` leaves out the sources below a rank. The proofs are
        left out: ask `explain` for them.
        """
        return json.dumps(_brief(self._answer(case, day, authority)), ensure_ascii=False)

    def explain(self, case: str, actor: str, day: str = "", lang: str = "fr") -> str:
        """Prove what is concluded about an actor, in numbered steps with their provisions."""
        asked = {"case": case, "date": day, "actor": actor, "lang": lang, "today": _today()}
        return _told(lambda: self.service.qualify(asked, asker=_ASKER))

    def missing_facts(self, case: str, actor: str, day: str = "") -> str:
        """List the facts that can still change the answers about an actor, most decisive first."""
        actors = self._answer(case, day, "")["actors"]
        if not isinstance(actors, dict) or actor not in actors:
            raise ToolError(f"no actor {actor}; actors: {', '.join(dict(actors or {}))}")  # type: ignore[call-overload]  # JSON
        found = {key: actors[actor][key].get("missing_facts", []) for key in _QUESTIONS}
        return json.dumps(found, ensure_ascii=False)

    def search(self, text: str, limit: int = 10) -> str:
        """Find the terms of the graph that a text names: classes, norms, provisions, readings."""
        names = search_terms(self.workspace, text[:_LONGEST], limit=max(1, min(limit, _MOST)))
        found = [
            {"iri": n.iri, "short": n.short, "label": {"fr": n.label.fr, "en": n.label.en}}
            for n in names
        ]
        return json.dumps(found, ensure_ascii=False)

    def text_on_a_day(self, provision: str, day: str) -> str:
        """Read a provision, by its short form or IRI, as it stood on a day, alinéa by alinéa."""
        article = _told(
            lambda: read_article(self.workspace, provision, on=_day(day), today=_day(_today()))
        )
        version = article.version
        found = {
            "provision": article.provision.label.fr,
            "force": article.force.value,
            "in_force_from": version.start.isoformat() if version else None,
            "in_force_until": version.until.isoformat() if version and version.until else None,
            "legiarti": version.legiarti if version else "",
            "paragraphs": [
                {
                    "mark": alinea.mark,
                    "text": alinea.text.fr,
                    "official": alinea.is_official,
                    "confidence": alinea.confidence,
                }
                for alinea in article.alineas
            ],
        }
        return json.dumps(found, ensure_ascii=False)

    def questions(self) -> str:
        """List the catalogued questions, each with its parameters."""
        return json.dumps(self.service.questions(), ensure_ascii=False)

    def ask(self, question: str, parameters: dict[str, str] | None = None, case: str = "") -> str:
        """Answer a catalogued question, about the law or about a case (SPARQL results, JSON)."""
        values = parameters or {}
        found = _told(
            lambda: self.service.ask(question, values, case=case, today=_today(), asker=_ASKER)
        )
        return json.dumps(found, ensure_ascii=False)

    def _answer(self, case: str, day: str, authority: str) -> dict[str, object]:
        asked = {"case": case, "date": day, "authority": authority, "today": _today()}
        tree = json.loads(_told(lambda: self.service.qualify(asked, asker=_ASKER)))
        return dict(tree)


def _brief(node: object) -> object:
    """Return an answer without its proofs."""
    match node:
        case dict():
            return {key: _brief(node[key]) for key in node if key not in _PROOFS}
        case list():
            return [_brief(item) for item in node]
        case _:
            return node


def _told(answer: Callable[[], Found]) -> Found:
    """Return an answer, or tell what is wrong in words: no traceback reaches an assistant."""
    try:
        return answer()
    except HdsError as error:
        raise ToolError(f"{error.say('en')}\n{error.say('fr')}") from error


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ToolError(f"{text} is not a day; write it so: 2026-11-23") from error


def _today() -> str:
    """Return the day it is here, for the cases that give none."""
    return date.today().isoformat()  # noqa: DTZ011 - the law changes at midnight where it is read
