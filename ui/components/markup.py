"""HTML made of values: whatever is not made here is escaped."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import streamlit as st

from kg.domain.law import Citation
from kg.domain.texts import Language

__all__ = [
    "Html",
    "badge",
    "bullets",
    "chapter",
    "details",
    "element",
    "joined",
    "link",
    "plain",
    "sentence",
    "show",
    "style",
    "table",
]

_STYLE = Path(__file__).resolve().with_name("style.css")
# What Markdown takes for itself in a label; no more, since screen readers read the escapes too.
_MARKDOWN = re.compile(r"([\\`*\[\]#<>~$]|!(?=\[)|:(?!\s)|(?<!\w)_|_(?!\w))")
# What GFM makes a link of, wherever it stands.
_AUTOMATIC = re.compile(r"(?i)(://|www\.|@)")
_JOINER = "\u2060"


class Html(str):
    """Text that is HTML already."""

    __slots__ = ()


def element(name: str, *inside: str, **attributes: str) -> Html:
    """Return an element; text is escaped, HTML is not. `class_` gives `class`.

    >>> element("p", "a < b", class_="note")
    '<p class="note">a &lt; b</p>'
    """
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{html.escape(value)}"'
        for key, value in attributes.items()
    )
    return Html(f"<{name}{said}>{joined(inside)}</{name}>")


def joined(parts: Iterable[str], between: str = "") -> Html:
    """Return the parts one after the other, each escaped unless it is HTML."""
    escaped = (part if isinstance(part, Html) else html.escape(part) for part in parts)
    return Html(html.escape(between).join(escaped))


def badge(text: str, sort: str) -> Html:
    """Return a short word on a coloured ground; `sort` names the colour."""
    return element("span", text, class_=f"badge {sort}")


def bullets(items: Iterable[str]) -> Html:
    """Return a list."""
    return element("ul", *(element("li", item) for item in items))


def details(title: str, *inside: str, is_open: bool = False, **attributes: str) -> Html:
    """Return what unfolds under its title."""
    state = {"open": "open"} if is_open else {}
    return element("details", element("summary", title), *inside, **state, **attributes)


def chapter(level: int, title: str) -> Html:
    """Return a heading."""
    return element(f"h{level}", title)


def link(citation: Citation, lang: Language) -> Html:
    """Return a citation, leading to the official text where its address is known."""
    label = citation.label.say(lang) or citation.iri
    if not citation.url.startswith(("https://", "http://")):
        return element("span", label, class_="cite")
    return element(
        "a", label, class_="cite", href=citation.url, target="_blank", rel="noopener noreferrer"
    )


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], caption: str, sort: str) -> Html:
    """Return a table whose first column heads its rows."""
    head = element("tr", *(element("th", cell, scope="col") for cell in heads))
    body = (
        element(
            "tr",
            element("th", row[0], scope="row"),
            *(
                element("td", cell, data_label=name)
                for name, cell in zip(heads[1:], row[1:], strict=True)
            ),
        )
        for row in rows
    )
    return element(
        "table",
        element("caption", caption),
        element("thead", head),
        element("tbody", *body),
        class_=sort,
    )


def sentence(text: str) -> str:
    """Return the text with a capital first."""
    return text[:1].upper() + text[1:]


def plain(text: str) -> str:
    r"""Return Markdown that shows the text as it is: no link, no image, no formula.

    >>> plain("![x](y)")
    '\\!\\[x\\](y)'
    """
    broken = _AUTOMATIC.sub(rf"\1{_JOINER}", text)
    return _MARKDOWN.sub(r"\\\1", broken)


def show(content: Html) -> None:
    """Put HTML on the page."""
    st.html(content)


def style(sheet: Path = _STYLE) -> None:
    """Put a style sheet on the page: the one of every page, or a page's own."""
    st.html(sheet)
