"""A chain as Graphviz draws it: clients above, those whom they rely on below."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ui.components.verdicts import Tone

__all__ = ["Picture"]

_LIGHT = {"ink": "#1b1f2a", "soft": "#525a6b", "paper": "#ffffff", "service": "#f4f6fb"}
_DARK = {"ink": "#eef1f8", "soft": "#b6bdcc", "paper": "#171a21", "service": "#232733"}
_TONES = {
    Tone.OWED: ("#b3261e", "#ff9a92"),
    Tone.DUE: ("#0f5e6b", "#86d9e6"),
    Tone.HELD: ("#17693a", "#7fdca3"),
    Tone.FREE: ("#1f3a8a", "#a9bdff"),
    Tone.OPEN: ("#6d2f9c", "#d9a8ff"),
    Tone.UNKNOWN: ("#8a5300", "#ffc56b"),
}
_STYLES = {Tone.OWED: "bold", Tone.UNKNOWN: "dashed", Tone.OPEN: "dashed"}


@dataclass(slots=True)
class Picture:
    """A drawing in the making; every text that goes in is escaped."""

    is_dark: bool
    lines: list[str] = field(default_factory=list)

    def actor(self, name: str, label: Iterable[str], tone: Tone, state: str) -> None:
        """Add an actor, whose frame and words tell what it owes."""
        colour = _TONES[tone][self.is_dark]
        style = f"rounded,filled,{_STYLES.get(tone, 'solid')}"
        self._node(
            f"a/{name}",
            [*label, *([state] if state else [])],
            f'style="{style}" color="{colour}" penwidth=2 fillcolor="{self._colour("paper")}"',
        )

    def service(self, name: str, label: Iterable[str]) -> None:
        """Add a service: what one actor does for others."""
        fill, line = self._colour("service"), self._colour("soft")
        self._node(f"s/{name}", label, f'style="filled" color="{line}" fillcolor="{fill}"')

    def serves(self, client: str, service: str) -> None:
        """Add that a service is for a client."""
        self._edge(f"a/{client}", f"s/{service}", "dir=back")

    def provides(self, service: str, provider: str) -> None:
        """Add who provides a service."""
        self._edge(f"s/{service}", f"a/{provider}", "dir=none penwidth=2")

    def relies(self, service: str, other: str, label: str) -> None:
        """Add that a service relies on another."""
        words = f"label={_quoted([label])}"
        self._edge(f"s/{service}", f"s/{other}", f"style=dashed constraint=false {words}")

    def dot(self) -> str:
        """Return the drawing in DOT."""
        text = f'fontname="sans-serif" fontcolor="{self._colour("ink")}"'
        head = (
            "digraph {",
            'rankdir=TB bgcolor="transparent" nodesep=0.4 ranksep=0.45',
            f'node [shape=box fontsize=15 margin="0.2,0.1" {text}]',
            f'edge [color="{self._colour("soft")}" fontsize=13 arrowsize=0.8 {text}]',
        )
        return "\n".join((*head, *self.lines, "}"))

    def _colour(self, name: str) -> str:
        return (_DARK if self.is_dark else _LIGHT)[name]

    def _node(self, name: str, label: Iterable[str], style: str) -> None:
        self.lines.append(f"{_quoted([name])} [label={_quoted(label)} {style}]")

    def _edge(self, source: str, target: str, style: str) -> None:
        self.lines.append(f"{_quoted([source])} -> {_quoted([target])} [{style}]")


def _quoted(lines: Iterable[str]) -> str:
    r"""Return lines of text as one DOT string.

    >>> _quoted(['say "yes"', "a\\b"])
    '"say \\"yes\\"\\na\\\\\\\\b"'
    """
    escaped = (line.replace("\\", "\\\\").replace('"', '\\"') for line in lines)
    return '"' + "\\n".join(escaped) + '"'
