"""The forms that citations of the law take: what is parsed here is matched against the graph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from kg.domain.folding import DATE, day_in_words, fold

__all__ = ["Kind", "Mention", "find_mentions"]

_W = r"\s{0,3}"
_NUMBER = r"\d{1,4}(?:-\d{1,3}){0,4}"
_ROMAN = r"x{0,2}(?:ix|iv|vi{0,3}|i{1,3})"
_PART = (
    r"(?:§\s?\d+|(?:al\.|alinea|para\.|paragraph|paragraphe)\s?\d+|\d+\s?°|\d+\)|\(\d+\)"
    rf"|\(?[a-z]\)|{_ROMAN}\b(?!\s?\.\s?-)|\({_ROMAN}\))"
)
_PARTS = rf"(?:{_W},?{_W}{_PART}){{0,8}}"
_TOKEN = rf"(?:\b[lrd]{_W}\.?{_W}\*?{_W}\d{{3,4}}(?:-\d{{1,3}}){{1,4}}|\b{_NUMBER}\b){_PARTS}"
_OF_ARTICLE = rf"(?:(?:(\d+)\s?°\s+du\s+)?\b([ivx]+)\s+de\s+l'{_W}|(\d+)\s?°\s+de\s+l'{_W})?"
_LIST = rf"{_TOKEN}(?:{_W}(?:,|\bet\b|\bou\b|\ba\b|\band\b|\bto\b){_W}{_TOKEN})*"
_ACT = (
    r"\b(?P<kind>loi|decret|ordonnance|arrete|reglement)\s{1,3}"
    rf"(?:(?:\((?:ue|ce)\)\s{{0,3}})?(?:n{_W}[°o]{_W})?(?P<id>\d{{2,4}}[-/]\d+)"
    rf"(?:\s{{1,3}}du\s{{1,3}}{DATE})?|du\s{{1,3}}(?P<day>{DATE}))"
)
_IDENTIFIER = re.compile(r"\b(?:legiarti|jorftext|jorfarti)\d{12}(?!\d)")
_SINCE = re.compile(
    r"\b(?:version\s{1,3}(?:en\s{1,3}vigueur\s{1,3})?(?:depuis\s{1,3}le|du|au|of)"
    rf"|en\s{{1,3}}vigueur\s{{1,3}}depuis\s{{1,3}}le|in\s{{1,3}}force\s{{1,3}}since)\s{{1,3}}({DATE})"
)
_CHANGED = re.compile(
    r"\b(?:modifiee?|creee?|redigee?|issue?|amended|changed)\s{1,3}(?:par|by|de)"
    r"\s{1,3}(?:la\s{1,3}|le\s{1,3}|l')?$"
)
_WINDOW = 160


class Kind(StrEnum):
    """What a mention names."""

    ARTICLE = "article"
    ACT = "act"
    IDENTIFIER = "identifier"
    SINCE = "since"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One citation in a text, from `start` to `end`.

    `container` is the code or act of an article, "" where the text names none; `number` is the
    article, act or identifier; `parts` are its paragraph and points. `changes`: the act is said
    to have changed what was cited before it.
    """

    kind: Kind
    start: int
    end: int
    number: str = ""
    container: str = ""
    parts: tuple[str, ...] = ()
    day: date | None = None
    changes: bool = False
    is_range: bool = False


def find_mentions(text: str, codes: Mapping[str, str]) -> tuple[Mention, ...]:
    """Return the citations of a text, in its order.

    Args:
        text: any text in French or English.
        codes: the names of codes, folded, each with the key of its code.
    """
    folded = fold(text)
    articles = list(_articles(folded, codes))
    taken = [(m.start, m.end) for m in articles]
    acts = (m for m in _acts(folded) if not any(s <= m.start < e for s, e in taken))
    return tuple(
        sorted(
            [*articles, *acts, *_identifiers(folded), *_dates(folded)],
            key=lambda m: (m.start, m.end),
        )
    )


def _identifiers(folded: str) -> Iterator[Mention]:
    for found in _IDENTIFIER.finditer(folded):
        yield Mention(
            kind=Kind.IDENTIFIER, start=found.start(), end=found.end(), number=found[0].upper()
        )


def _dates(folded: str) -> Iterator[Mention]:
    for found in _SINCE.finditer(folded):
        day = day_in_words(found[1])
        yield Mention(kind=Kind.SINCE, start=found.start(), end=found.end(), day=day)


def _acts(folded: str) -> Iterator[Mention]:
    for found in re.finditer(_ACT, folded):
        before = folded[max(0, found.start() - 40) : found.start()]
        yield Mention(
            kind=Kind.ACT,
            start=found.start(),
            end=found.end(),
            number=_act_key(found),
            changes=_CHANGED.search(before) is not None,
        )


def _act_key(found: re.Match[str]) -> str:
    day = day_in_words(found["day"]) if found["day"] else None
    return f"{found['kind']} {found['id'] or day}"


def _articles(folded: str, codes: Mapping[str, str]) -> Iterator[Mention]:
    names = sorted(map(re.escape, codes), key=len, reverse=True)
    known = "|".join(name.replace(r"\ ", r"\s{1,3}") for name in names)
    other = r"code\s{1,3}(?:(?:de\s+la|des|du|de)\s{1,3}|de\s+l'|d')?\w+"
    code = rf"\b(?:(?P<code>{known or '(?!)'})|(?P<other>{other}))\b"
    after = re.compile(
        rf"{_W},?{_W}(?:(?:du|de\s+la|de|of\s+the|of)\s{{1,3}}|de\s+l')?(?:{code}|{_ACT})"
    )
    before = re.compile(rf"(?:{code}|{_ACT}){_W},?{_W}(?:-{_W})?$")
    whole = re.compile(rf"{_OF_ARTICLE}(?P<word>\bart(?:icles?\b|\.){_W})?(?P<list>{_LIST})")
    for found in whole.finditer(folded):
        if folded[max(0, found.start() - 1) : found.start()] == "-":
            continue
        start = found.start()
        container = ""
        end = found.end()
        if follows := after.match(folded, end):
            container, end = _container(follows, codes), follows.end()
        elif precedes := _before(before, folded, start):
            container, start = _container(precedes[0], codes), precedes[1]
        changes = _CHANGED.search(folded[max(0, start - 40) : start]) is not None
        yield from (replace(m, changes=changes) for m in _listed(found, start, end, container))


def _before(pattern: re.Pattern[str], folded: str, start: int) -> tuple[re.Match[str], int] | None:
    least = max(0, start - _WINDOW)
    found = pattern.search(folded, least, start)
    return (found, found.start()) if found else None


def _container(found: re.Match[str], codes: Mapping[str, str]) -> str:
    if found["code"]:
        return codes[" ".join(found["code"].split())]
    return found["other"] or _act_key(found)


def _listed(found: re.Match[str], start: int, end: int, container: str) -> Iterator[Mention]:
    """Yield the articles of a list, all of the same code."""
    tokens = list(re.finditer(_TOKEN, found["list"]))
    is_range = re.search(r"\s(?:a|to)\s", found["list"]) is not None
    for rank, token in enumerate(tokens):
        number, parts = _split(token[0])
        lettered = number[0].isalpha()
        if not lettered and not _is_article(found, container, number):
            continue
        if lettered and " " in container and not container.startswith("code "):
            container = ""  # an act has no such articles
        outer = tuple(p for p in (found[2], found[1], found[3]) if p) if not rank else ()
        place = found.start("list") + token.start()
        yield Mention(
            kind=Kind.ARTICLE,
            start=start if not rank else place,
            end=end if rank == len(tokens) - 1 else place + len(token[0]),
            number=number,
            container=container,
            parts=(*outer, *parts),
            is_range=is_range,
        )


def _is_article(found: re.Match[str], container: str, number: str) -> bool:
    """Tell whether a bare number is an article: it is named so, or stands in a code."""
    named = bool(found["word"])
    return (named and bool(container or "-" in number)) or bool(container and "-" in number)


def _split(token: str) -> tuple[str, tuple[str, ...]]:
    head = re.match(rf"[lrd]?{_W}\.?{_W}\*?{_W}{_NUMBER}", token)
    length = head.end() if head else 0
    number = re.sub(r"[\s.*]", "", token[:length])
    parts = re.findall(r"\d+|\b[ivx]+\b|\b[a-z]\b(?=\))", token[length:])
    return number, tuple(parts)
