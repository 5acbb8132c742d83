"""The words of the interface, in both languages; the law's own come from the graph."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from pathlib import Path

from kg.domain.texts import Language

__all__ = ["LOCALES", "day_in", "knows", "words", "words_of"]

LOCALES = Path(__file__).resolve().parent / "locales"


def words(key: str, lang: Language, **fields: object) -> str:
    """Return the words for `key`, with each `{field}` filled in.

    Raises:
        KeyError: there are no words for this key.
    """
    said = _locale(lang)[key]
    return said.format(**fields) if fields else said


def knows(key: str) -> bool:
    """Tell whether there are words for `key`."""
    return key in _locale("fr")


def day_in(lang: Language, day: date) -> str:
    """Return a day as it is written in `lang`.

    >>> day_in("fr", date(2026, 9, 26)), day_in("en", date(2026, 9, 26))
    ('26/09/2026', '2026-09-26')
    """
    return f"{day:%d/%m/%Y}" if lang == "fr" else day.isoformat()


@cache
def _locale(lang: Language) -> dict[str, str]:
    files = sorted((LOCALES / lang).glob("*.toml"))
    return {key: str(said) for file in files for key, said in words_of(file).items()}


def words_of(file: Path) -> dict[str, object]:
    """Return the words of one file: there is one for each page, and one for all."""
    return tomllib.loads(file.read_text(encoding="utf-8"))
