"""Citations that lead to the text, at the place, on the day; and to the official text."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from urllib.parse import urlencode

from kg.domain.law import Citation, place_in_law
from ui.components.markup import Html, element, joined
from ui.session import language, say, situation

__all__ = ["cite", "cites"]

_PAGE = "texts"


def cite(citation: Citation, day: date | None = None) -> Html:
    """Return a citation that opens the text as it reads on the day, and the official one."""
    label = citation.label.say(language()) or citation.iri
    article, paragraph = place_in_law(citation.iri)
    parts = [_to_text(label, article, paragraph, day or situation().day) if article else label]
    if citation.url.startswith(("https://", "http://")):
        parts.append(_official(citation.url, label))
    return element("span", joined(parts, " "), class_="cite")


def cites(citations: Iterable[Citation], between: str = " ; ") -> Html:
    """Return citations one after the other."""
    return joined((cite(citation) for citation in citations), between)


def _to_text(label: str, article: str, paragraph: str, day: date) -> Html:
    named = {"art": article, "day": day.isoformat(), "par": paragraph, "lang": language()}
    query = urlencode({key: value for key, value in named.items() if value})
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
