"""A term, and the list of all, as plain pages of HTML: no script, nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from kg.domain.tables import Cell, QueryResult
from kg.domain.texts import Language
from kg.store.prefixes import BASE, shorten

__all__ = ["ontology_page", "term_page"]

_STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
    "dt{font-weight:600;margin-top:.75rem}dd{margin:0 0 0 1.5rem}code{font-size:.9em}"
    "a{color:#1f3a8a}:target{background:#f4f6fb}"
)
_FORMATS = (
    ("text/turtle", "turtle"),
    ("application/ld+json", "jsonld"),
    ("application/rdf+xml", "rdfxml"),
)
_WORDS = {
    "fr": {
        "all": "Ontologie et droit de l’hébergement de données de santé",
        "back": "Tous les termes",
        "said": "Ce qui en parle",
    },
    "en": {
        "all": "Ontology and law of hosting health data",
        "back": "All terms",
        "said": "What speaks of it",
    },
}


def term_page(iri: str, says: QueryResult, said: QueryResult, lang: Language) -> bytes:
    """Return a page on a term: what it says, what is said of it.

    Args:
        iri: the term.
        says: rows of the term, a property, its label, a value, its label.
        said: rows of the term, a property, its label, a subject, its label.
        lang: the language of the labels.
    """
    words = _WORDS[lang]
    labels = [row[3] for row in says.rows if row[1].text.endswith("#prefLabel")]
    title = next((cell.text for cell in labels if cell.lang == lang), shorten(iri))
    body = [f"<h1>{escape(title)}</h1><p><code>{escape(iri)}</code></p>", _list(says.rows)]
    if said.rows:
        body += [f"<h2>{escape(words['said'])}</h2>", _list(said.rows)]
    body.append(f'<p><a href="/ontology">{escape(words["back"])}</a></p>')
    return _page(title, body, lang)


def ontology_page(listed: QueryResult, lang: Language) -> bytes:
    """Return the page of all terms, by kind.

    Args:
        listed: rows of a kind, its label, a term, its label, its definition.
        lang: the language of the labels.
    """
    body = [f"<h1>{escape(_WORDS[lang]['all'])}</h1>"]
    for _, found in groupby(listed.rows, key=lambda row: row[0].text):
        rows = list(found)
        body.append(f"<h2>{_name(rows[0][0], rows[0][1])}</h2><dl>")
        body += (_entry(row[2], row[3], row[4]) for row in rows)
        body.append("</dl>")
    return _page(_WORDS[lang]["all"], body, lang)


def _entry(term: Cell, label: Cell, definition: Cell) -> str:
    anchor = term.text.partition("#")[2]
    place = f' id="{escape(anchor)}"' if anchor else ""
    said = f'<dd lang="fr">{escape(definition.text)}</dd>' if definition.text else ""
    return f"<dt{place}>{_name(term, label)}</dt>{said}"


def _list(rows: Iterable[tuple[Cell, ...]]) -> str:
    """Return the properties, each with its values; the expressions of the logic are left out."""
    parts = ["<dl>"]
    named = (row for row in rows if row[3].kind != "blank")
    for _, found in groupby(named, key=lambda row: row[1].text):
        values = list(found)
        parts.append(f"<dt>{_name(values[0][1], values[0][2])}</dt>")
        parts += (f"<dd{_spoken(row[3])}>{_value(row[3], row[4])}</dd>" for row in values)
    return "".join([*parts, "</dl>"])


def _spoken(cell: Cell) -> str:
    return f' lang="{escape(cell.lang)}"' if cell.lang else ""


def _value(cell: Cell, label: Cell) -> str:
    return _name(cell, label) if cell.kind == "iri" else escape(cell.text)


def _name(cell: Cell, label: Cell) -> str:
    """Return a link to a term of ours by its path, to another by its address."""
    words = escape(label.text or shorten(cell.text))
    iri = cell.text
    if iri.startswith(BASE):
        return f'<a href="/{escape(iri.removeprefix(BASE))}">{words}</a>'
    if iri.startswith(("http://", "https://")):
        return f'<a href="{escape(iri)}" rel="noreferrer">{words}</a>'
    return words


def _page(title: str, body: Iterable[str], lang: Language) -> bytes:
    return "".join(_lines(title, body, lang)).encode()


def _lines(title: str, body: Iterable[str], lang: Language) -> Iterator[str]:
    yield f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width">'
    yield f"<title>{escape(title)}</title><style>{_STYLE}</style>"
    for kind, name in _FORMATS:
        yield f'<link rel="alternate" type="{kind}" href="?format={name}">'
    yield "</head><body><main>"
    yield from body
    yield "</main></body></html>\n"
