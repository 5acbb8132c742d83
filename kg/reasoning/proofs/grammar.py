"""A little grammar, French and English: articles, elisions, plurals."""

from __future__ import annotations

import re

__all__ = ["english_article", "french_article", "join", "smooth"]

_FEMININE = re.compile(
    r"(?:[stx]ion|té|ure|ance|ence|ée|orte|ase|ause|reuve|orme|onne|alité|ègle|tive)$"
)
_AFTER_THE_HEAD = re.compile(
    r" (?:collected|concerning|for|from|in|linked|of|on|out|outside|that|to|under|with|within)\b.*"
)


def french_article(noun: str) -> str:
    """Return the noun with its article, guessed from its ending as French grammar allows.

    >>> french_article("cession consentie"), french_article("données concernant la santé")
    ('une cession consentie', 'des données concernant la santé')
    """
    first = noun.split(" ", 1)[0]
    if first.endswith("ées"):
        return f"des {noun}"
    return f"une {noun}" if _FEMININE.search(first) else f"un {noun}"


def english_article(noun: str) -> str:
    """Return the noun with its article, if it takes one.

    >>> english_article("actor"), english_article("data collected in a care context")
    ('an actor', 'data collected in a care context')
    """
    if _AFTER_THE_HEAD.sub("", noun).endswith("data"):
        return noun
    return f"an {noun}" if noun[:1].lower() in "aeio" else f"a {noun}"


def smooth(text: str) -> str:
    """Return the same French with its elisions and its plurals.

    >>> smooth("tel que un acteur dépend de un service")
    'tel qu’un acteur dépend d’un service'
    >>> smooth("est des données")
    'sont des données'
    """
    text = re.sub(r"\bde des\b", "de", text)
    text = re.sub(r"\bn’est pas des\b", "ne sont pas des", text)
    text = re.sub(r"\best des\b", "sont des", text)
    return re.sub(r"\b(d|qu)e (?=une?\b)", r"\1’", text)


# “holds certificate a certificate…”: the verb's own noun gives way to the one that follows.
_REPEATED = re.compile(r"^(\w+) ((?:l[ea] )?(\w+)) ((?:une?|an?) \3\b)")


def join(verb: str, other: str) -> str:
    """Return a verb and what follows it, a noun that both would say being said once.

    >>> join("holds certificate", "a certificate that counts")
    'holds a certificate that counts'
    """
    return _REPEATED.sub(r"\1 \4", f"{verb} {other}")
