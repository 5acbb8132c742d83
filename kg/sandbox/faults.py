"""What is said of a query that is refused, stopped or wrong."""

from __future__ import annotations

import re
from difflib import get_close_matches

from kg.errors import Fault
from kg.store.prefixes import PREFIXES

__all__ = [
    "busy",
    "crashed",
    "failed",
    "memory",
    "service",
    "syntax",
    "too_big",
    "too_deep",
    "too_long",
    "too_many_rows",
    "too_slow",
    "unacceptable",
    "unstartable",
    "update",
]

_PLACE = re.compile(r"error at (\d+):(\d+): (?:expected )?(.*)", re.DOTALL)
_MOST_WORDS = 160
QUERY = "SPARQL"
"""What stands for a file where a line of a query is named."""


def syntax(query: str, message: str) -> Fault:
    """Return the fault of a query that is not SPARQL, with the line and the remedy."""
    match = _PLACE.fullmatch(message)
    if not match:
        return failed(message)
    line, column, expected = int(match[1]), int(match[2]), match[3]
    if "Prefix not found" in expected:
        return _no_such_prefix(_prefix_at(query, line, column), line)
    return _not_sparql(line, column, _brief(expected))


def _not_sparql(line: int, column: int, expected: str) -> Fault:
    return Fault(
        fr=f"la requête n’est pas du SPARQL (colonne {column} ; le moteur y attend {expected}). "
        "Corrigez-la à cet endroit ou juste avant.",
        en=f"the query is not SPARQL (column {column}; the engine expects {expected} there). "
        "Mend it there or just before.",
        file=QUERY if line else "",
        line=line,
        key="query",
    )


def _brief(expected: str) -> str:
    """Return what was expected, without the ranges of letters that the engine adds."""
    words = [word.strip() for word in expected.removeprefix("one of ").split(", ")]
    kept = [word for word in words if word and not word.startswith(("[", "|", "'", "\\"))]
    return ", ".join(kept)[:_MOST_WORDS] or "…"


def _prefix_at(query: str, line: int, column: int) -> str:
    """Return the prefix that ends at or before a place of the query."""
    lines = query.splitlines()
    text = lines[line - 1] if line <= len(lines) else query
    names: list[str] = re.findall(r"([\w.-]*):", text[: column + 1])
    unknown = [name for name in names if name not in PREFIXES]
    return (unknown or names or [""])[-1]


def _no_such_prefix(prefix: str, line: int) -> Fault:
    near = get_close_matches(prefix, PREFIXES, n=1)
    known = ", ".join(PREFIXES)
    fr = f" Vouliez-vous dire « {near[0]}: » ?" if near else ""
    en = f" Did you mean “{near[0]}:”?" if near else ""
    return Fault(
        fr=f"le préfixe « {prefix}: » n’est pas déclaré.{fr} Déclarez-le en tête de la requête "
        f"(PREFIX {prefix}: <…>) ou prenez l’un des préfixes connus : {known}.",
        en=f"the prefix “{prefix}:” is not declared.{en} Declare it at the head of the query "
        f"(PREFIX {prefix}: <…>) or take one of the known prefixes: {known}.",
        file=QUERY if line else "",
        line=line,
        key="query",
    )


def too_long(size: int, most: int) -> Fault:
    """Return the fault of a query of too many bytes."""
    return Fault(
        fr=f"la requête fait {size} octets ; {most} au plus sont admis. Raccourcissez-la.",
        en=f"the query has {size} bytes; {most} at the most are allowed. Shorten it.",
        key="query",
    )


def too_deep(most: int, line: int) -> Fault:
    """Return the fault of a query with too many brackets inside one another."""
    return Fault(
        fr=f"la requête ouvre plus de {most} accolades, crochets ou parenthèses les uns dans les "
        "autres. Aplatissez-la.",
        en=f"the query opens more than {most} brackets inside one another. Flatten it.",
        file=QUERY if line else "",
        line=line,
        key="query",
    )


def update(word: str, line: int) -> Fault:
    """Return the fault of a query that would change the graph."""
    return Fault(
        fr=f"les mises à jour sont refusées ({word}) : le graphe se lit et ne se modifie pas ici. "
        "Utilisez SELECT, ASK, CONSTRUCT ou DESCRIBE ; le droit se modifie dans ontology/.",
        en=f"updates are refused ({word}): the graph is read here and not changed. "
        "Use SELECT, ASK, CONSTRUCT or DESCRIBE; the law is changed in ontology/.",
        file=QUERY if line else "",
        line=line,
        key="query",
    )


def service(line: int = 0) -> Fault:
    """Return the fault of a query that would ask another server."""
    return Fault(
        fr="SERVICE est refusé : une requête n’interroge que ce graphe et ne sort jamais sur le "
        "réseau. Interrogez l’autre serveur à part, puis rapprochez les résultats.",
        en="SERVICE is refused: a query asks this graph alone and never goes out to the network. "
        "Ask the other server by itself, then join the results.",
        file=QUERY if line else "",
        line=line,
        key="query",
    )


def too_slow(seconds: float) -> Fault:
    """Return the fault of a query that was stopped at its deadline."""
    return Fault(
        fr=f"la requête a été arrêtée au bout de {seconds:g} s. Liez davantage les motifs entre "
        "eux, ajoutez LIMIT, ou accordez plus de temps.",
        en=f"the query was stopped after {seconds:g} s. Bind its patterns to one another, add "
        "LIMIT, or allow more time.",
        key="seconds",
    )


def too_many_rows(most: int) -> Fault:
    """Return the fault of a result with too many rows, none of which is given."""
    return Fault(
        fr=f"le résultat dépasse {most} lignes ; aucune n’est donnée, pour ne pas tronquer en "
        "silence. Ajoutez LIMIT ou précisez la requête.",
        en=f"the result has more than {most} rows; none is given, so that nothing is cut in "
        "silence. Add LIMIT or narrow the query.",
        key="rows",
    )


def too_big(most: int) -> Fault:
    """Return the fault of a result of too many bytes."""
    return Fault(
        fr=f"le résultat dépasse {most // 2**20} Mio. Demandez moins de colonnes ou de lignes.",
        en=f"the result exceeds {most // 2**20} MiB. Ask for fewer columns or rows.",
        key="rows",
    )


def memory() -> Fault:
    """Return the fault of a query that asked for too much memory."""
    return Fault(
        fr="la requête demande plus de mémoire qu’il n’est permis (environ 1 Gio) et a été "
        "arrêtée. Évitez de trier ou de grouper un produit cartésien.",
        en="the query needs more memory than is allowed (about 1 GiB) and was stopped. "
        "Avoid sorting or grouping a cross product.",
        key="query",
    )


def failed(message: str) -> Fault:
    """Return the fault of a query that the engine could not carry out."""
    if "ervice" in message:
        return service()
    return Fault(
        fr=f"le moteur n’a pas pu exécuter la requête : {message}. Simplifiez-la.",
        en=f"the engine could not carry out the query: {message}. Simplify it.",
        key="query",
    )


def crashed() -> Fault:
    """Return the fault of a query that brought its process down."""
    return Fault(
        fr="la requête a fait échouer le moteur, qui a redémarré ; elle est sans doute trop "
        "imbriquée ou répète trop d’opérateurs. Simplifiez-la.",
        en="the query brought down the engine, which has been started again; it is likely too "
        "nested or repeats too many operators. Simplify it.",
        key="query",
    )


def busy() -> Fault:
    """Return the fault of a query that waited too long for its turn."""
    return Fault(
        fr="d’autres requêtes occupent le moteur. Réessayez dans un instant.",
        en="other queries keep the engine busy. Try again in a moment.",
        key="query",
    )


def unstartable() -> Fault:
    """Return the fault of a process that does not start."""
    return Fault(
        fr="le processus qui exécute les requêtes n’a pas démarré. Vérifiez la mémoire libre et "
        "l’installation, puis réessayez.",
        en="the process that runs queries did not start. Check the free memory and the "
        "installation, then try again.",
        key="query",
    )


def unacceptable(form: str) -> Fault:
    """Return the fault of a result that none of the formats asked for can hold."""
    fr, en = _FORMS.get(form, _FORMS["table"])
    return Fault(
        fr=f"aucun des formats demandés ne peut contenir ce résultat. {fr}",
        en=f"none of the formats asked for can hold this result. {en}",
        key="Accept",
    )


_FORMS = {
    "table": (
        "C’est un tableau ou une valeur de vérité : demandez du JSON, du XML, du CSV ou du TSV.",
        "It is a table or a truth value: ask for JSON, XML, CSV or TSV.",
    ),
    "graph": (
        "Ce sont des triplets : demandez du Turtle, du N-Triples, du RDF/XML ou du JSON-LD.",
        "It is triples: ask for Turtle, N-Triples, RDF/XML or JSON-LD.",
    ),
}
