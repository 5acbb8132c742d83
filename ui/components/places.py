"""Citations that lead to the text, at the place, on the day; and to the official text."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from urllib.parse import urlencode

from kg.domain.law import Citation
from kg.services.read_law import place_of
from ui.components.markup import Html, element, joined
from ui.session import language, say, situation

__all__ = ["cite", "cites"]

_PAGE = "texts"


def cite(citation: Citation, day: date | None = None) -> Html:
    """Return a citation that opens the text as it reads on the day, and the official one."""
    label = citation.label.say(language()) or citation.iri
    place = place_of(citation.iri)
    parts = [_to_text(label, place, day or situation().day) if place else label]
    if citation.url.startswith(("https://", "http://")):
        parts.append(_official(citation.url, label))
    return element("span", joined(parts, " "), class_="cite")


def cites(citations: Iterable[Citation], between: str = " ; ", day: date | None = None) -> Html:
    """Return citations one after the other."""
    return joined((cite(citation, day) for citation in citations), between)


def _to_text(label: str, place: str, day: date) -> Html:
    query = urlencode({"art": place, "day": day.isoformat(), "lang": language()})
    return element("a", label, href=f"{_PAGE}?{query}", target="_blank")


def _official(url: str, label: str) -> Html:
    return element(
        "a",
        "↗",
        href=url,
        target="_blank",
        rel="noopener noreferrer",
        class_="official",
        title=say("official_text"),
        aria_label=say("official_of", label=label),
    )
