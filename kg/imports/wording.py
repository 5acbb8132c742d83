"""Pieces of messages: what was found, what is allowed, what was probably meant."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from itertools import islice

from kg.domain.texts import EMPTY, Text
from kg.imports.nodes import Broken, Items, Node, Scalar

__all__ = ["allowed", "found", "joined", "meant", "nearest", "quoted", "shortened", "slug"]

_LONGEST = 60
_MOST = 30
_CONSIDERED = 1_000


def found(node: Node) -> Text:
    """Return what stands in the file, in words."""
    if isinstance(node, Scalar):
        return Text("rien", "nothing") if node.is_null else quoted(node.text)
    if isinstance(node, Items):
        return Text("une liste", "a list")
    if isinstance(node, Broken):
        return Text("autre chose", "something else")
    return Text("un ensemble de clés", "a mapping")


def quoted(word: str) -> Text:
    """Return the word in the quotation marks of each language, cut where it is long."""
    shown = shortened(word, _LONGEST)
    return Text(f"« {shown} »", f"“{shown}”")


def shortened(word: str, most: int) -> str:
    """Return the first signs of a word, those that cannot be printed replaced.

    >>> shortened("hosting", 4)
    'host…'
    """
    shown = "".join(sign if sign.isprintable() else "�" for sign in word[:most])
    return shown if len(word) <= most else f"{shown}…"


def allowed(words: Iterable[str]) -> Text:
    """Return the words that are allowed; of many, the first few and their number."""
    known = list(words)
    if not known:
        return Text("aucune", "none")
    if len(known) <= _MOST:
        return Text(", ".join(known), ", ".join(known))
    some = ", ".join(known[:5])
    return Text(f"{some}… ({len(known)} au total)", f"{some}… ({len(known)} in all)")


def meant(word: str, words: Mapping[str, str] | Iterable[str]) -> Text:
    """Return the question “did you mean…?”, led by a space; nothing where no word is near.

    `words` are the allowed words, or other ways to say them mapped to them.
    """
    near = nearest(word, words)
    if not near:
        return EMPTY
    return Text(f" Vouliez-vous dire « {near} » ?", f" Did you mean “{near}”?")


def nearest(word: str, words: Mapping[str, str] | Iterable[str]) -> str:
    """Return the allowed word that is written most like `word`, or "".

    >>> nearest("Acess", ["access", "storage"])
    'access'
    """
    pairs = dict(words) if isinstance(words, Mapping) else {name: name for name in words}
    folded = {name.casefold(): value for name, value in islice(pairs.items(), _CONSIDERED)}
    close = get_close_matches(word[:_LONGEST].casefold(), folded, n=1)
    return folded[close[0]] if close else ""


def slug(word: str) -> str:
    """Return an id that resembles `word`, or "".

    >>> slug("Éditeur SaaS")
    'editeur-saas'
    """
    plain = unicodedata.normalize("NFKD", word[:_LONGEST]).encode("ascii", "ignore").decode()
    signs = (sign if sign.isalnum() or sign in "_-" else " " for sign in plain.lower())
    made = "-".join("".join(signs).split()).strip("-_")
    return "" if made.isdigit() else made


def joined(first: Text, *others: Text) -> Text:
    """Return the texts one after the other, in each language."""
    texts = (first, *others)
    return Text("".join(text.fr for text in texts), "".join(text.en for text in texts))
