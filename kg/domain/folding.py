"""Texts made comparable: one sign for another, so that places stay where they are."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

__all__ = ["DATE", "day_in_words", "fold", "squeeze"]

_SIGNS = str.maketrans(
    "\u2010\u2011\u2012\u2013\u2014\u2019\u2018\u02bc\u00a0\u202f\u2009\u00ba\u201c\u201d\u00ab\u00bb",
    '-----\'\'\'   °""""',
)
_FRENCH = "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre"
_ENGLISH = "january february march april may june july august september october november december"
_MONTHS = {
    name: rank for names in (_FRENCH, _ENGLISH) for rank, name in enumerate(names.split(), start=1)
}
DATE = (
    rf"(?:\d{{1,2}}(?:er)?\s{{1,3}}(?:{'|'.join(_MONTHS)})\s{{1,3}}\d{{4}}"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{4})"
)
"""A pattern of a day, in a folded text."""


def fold(text: str) -> str:
    """Return the text in small letters without accents, each sign in its place.

    >>> fold("Décret n° 1 — l’État")
    "decret n° 1 - l'etat"
    """
    return "".join(_plain(sign) for sign in unicodedata.normalize("NFC", text)).translate(_SIGNS)


def _plain(sign: str) -> str:
    return unicodedata.normalize("NFD", sign)[0].lower()[:1]


def squeeze(text: str) -> tuple[str, list[int]]:
    """Return the folded text without blanks and quotation marks, and where each sign stood."""
    kept = [(sign, place) for place, sign in enumerate(fold(text)) if not _is_blank(sign)]
    return "".join(sign for sign, _ in kept), [place for _, place in kept]


def _is_blank(sign: str) -> bool:
    return sign.isspace() or sign in '"\u00ad\u200b\u2060'


def day_in_words(words: str) -> date | None:
    """Return the day that folded words name, or None where there is no such day.

    >>> day_in_words("1er juillet 2025")
    datetime.date(2025, 7, 1)
    """
    numbers = [int(part) for part in re.findall(r"\d+", words)]
    month = next((rank for name, rank in _MONTHS.items() if name in words.split()), 0)
    if month:
        numbers.insert(1, month)
    if len(str(numbers[0])) <= 2:  # noqa: PLR2004 - the day comes first, not the year
        numbers.reverse()
    try:
        return date(*numbers)
    except (TypeError, ValueError):
        return None
