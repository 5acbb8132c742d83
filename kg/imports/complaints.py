"""What is said of a case: what was found there, what is allowed, what was probably meant."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from kg.domain.texts import Text
from kg.imports.nodes import Node
from kg.imports.wording import allowed, found, joined, meant, quoted, slug

__all__ = [
    "A_LIST",
    "A_MAPPING",
    "A_SINGLE_VALUE",
    "A_TITLE",
    "BY_ID",
    "bad_id",
    "circle",
    "list_of_one",
    "missing_key",
    "missing_section_key",
    "not_allowed",
    "not_printable",
    "scalar_for_list",
    "unknown_id",
    "unknown_in_list",
    "unknown_key",
    "unknown_section",
    "until_before_from",
    "wrong_date",
    "wrong_format",
    "wrong_truth",
    "wrong_type",
]

A_LIST = Text("une liste", "a list")
A_MAPPING = Text("un ensemble de clés", "a mapping")
A_SINGLE_VALUE = Text("une seule valeur", "a single value")
BY_ID = Text(
    "un ensemble de clés, une par identifiant",
    "a mapping, one key for each id",
)
A_TITLE = Text(
    "un texte, ou un texte par langue (fr, en)",
    "a text, or one text for each language (fr, en)",
)

_TRUTHS = {
    **dict.fromkeys(("true", "yes", "oui", "vrai", "on", "y", "o", "1"), "true"),
    **dict.fromkeys(("false", "no", "non", "faux", "off", "n", "0"), "false"),
}


def unknown_key(name: str, keys: Collection[str]) -> Text:
    """The format has no such key."""
    known, near = allowed(keys), meant(name, keys)
    return Text(
        f"cette clé n’existe pas ; clés admises : {known.fr}.{near.fr}",
        f"there is no such key; allowed keys: {known.en}.{near.en}",
    )


def missing_key(name: str, keys: str = "") -> Text:
    """A key that is required is not given."""
    fr = f" ; valeur attendue : {keys}" if keys else ""
    en = f"; expected value: {keys}" if keys else ""
    return Text(
        f"la clé « {name} » manque{fr}. Ajoutez-la.", f"the key “{name}” is missing{en}. Add it."
    )


def missing_section_key(name: str, question: Text) -> Text:
    """A key that an entity requires is not given."""
    return Text(
        f"la clé « {name} » manque. Ajoutez-la ({question.fr}) ou écrivez « {name}: unknown ».",
        f"the key “{name}” is missing. Add it ({question.en}) or write “{name}: unknown”.",
    )


def wrong_format(node: Node, wanted: str) -> Text:
    """The file is in another format, or in another version of it."""
    seen = found(node)
    return Text(
        f"{seen.fr} n’est pas un format connu ; valeur admise : {wanted}.",
        f"{seen.en} is no known format; allowed value: {wanted}.",
    )


def wrong_type(node: Node, wanted: Text) -> Text:
    """A value is of another type than its key takes."""
    seen = found(node)
    return Text(
        f"{wanted.fr} est attendu ici ; trouvé : {seen.fr}.",
        f"{wanted.en} is expected here; found: {seen.en}.",
    )


def scalar_for_list(node: Node) -> Text:
    """A single value stands where a list is wanted."""
    seen = found(node)
    return Text(
        f"une liste est attendue ici ; trouvé : {seen.fr}. Mettez la valeur entre crochets.",
        f"a list is expected here; found: {seen.en}. Put the value in square brackets.",
    )


def list_of_one(node: Node) -> Text:
    """A list stands where a single value is wanted."""
    return joined(
        wrong_type(node, A_SINGLE_VALUE),
        Text(" Supprimez les crochets.", " Take the square brackets out."),
    )


def wrong_truth(node: Node) -> Text:
    """Something else than a boolean stands where one is wanted."""
    seen, near = found(node), meant(getattr(node, "text", ""), _TRUTHS)
    return Text(
        f"{seen.fr} n’est pas admis ; valeurs admises : true, false, unknown "
        f"(sans guillemets).{near.fr}",
        f"{seen.en} is not allowed; allowed values: true, false, unknown (no quotes).{near.en}",
    )


def wrong_date(node: Node) -> Text:
    """Something else than a day of the calendar stands where one is wanted."""
    seen = found(node)
    return Text(
        f"{seen.fr} n’est pas un jour du calendrier ; écrivez-le année-mois-jour : 2026-11-23.",
        f"{seen.en} is no day of the calendar; write it year-month-day: 2026-11-23.",
    )


def not_allowed(word: str, values: Collection[str], names: Mapping[str, str]) -> Text:
    """A value is not among those that its key allows; `names` are other ways to say them."""
    seen, known, near = quoted(word), allowed(values), meant(word, names)
    return Text(
        f"{seen.fr} n’est pas admis ; valeurs admises : {known.fr}.{near.fr}",
        f"{seen.en} is not allowed; allowed values: {known.en}.{near.en}",
    )


def unknown_id(word: str, section: str, ids: Collection[str]) -> Text:
    """A reference names nothing that the file describes."""
    seen, known, near = quoted(word), allowed(ids), meant(word, ids)
    return Text(
        f"{seen.fr} n’est pas décrit dans « {section} » ; identifiants admis : "
        f"{known.fr}.{near.fr}",
        f"{seen.en} is not described in “{section}”; allowed ids: {known.en}.{near.en}",
    )


def bad_id(word: str) -> Text:
    """An id is no word."""
    seen, made = quoted(word), slug(word)
    fr = f" Par exemple « {made} »." if made else ""
    en = f" For instance “{made}”." if made else ""
    return Text(
        f"{seen.fr} n’est pas un identifiant ; utilisez des lettres sans accent, des chiffres, "
        f"« - » et « _ », avec une lettre au moins (et ni « unknown » ni « null »).{fr}",
        f"{seen.en} is no id; use unaccented letters, digits, “-” and “_”, with one letter at "
        f"least (and neither “unknown” nor “null”).{en}",
    )


def unknown_in_list() -> Text:
    """A list says that one of its members is unknown."""
    return Text(
        "une liste énoncée est entière et ne peut contenir « unknown » ; écrivez « unknown » à la "
        "place de la liste, ou ôtez cet élément.",
        "a list that is stated is whole and cannot hold “unknown”; write “unknown” instead of the "
        "list, or take this member out.",
    )


def unknown_section(name: str, *, keyed: bool) -> Text:
    """A complete case leaves a whole section unknown."""
    none = "{}" if keyed else "[]"
    return Text(
        f"un dossier complet ne peut laisser « {name} » inconnu ; écrivez « {name}: {none} » s’il "
        "n’y en a pas, ou ôtez « complete: true ».",
        f"a complete case cannot leave “{name}” unknown; write “{name}: {none}” if there are none, "
        "or take “complete: true” out.",
    )


def not_printable() -> Text:
    """A text holds a control character."""
    return Text(
        "ce texte contient un caractère de contrôle ; supprimez-le.",
        "this text holds a control character; take it out.",
    )


def until_before_from(start: str, end: str) -> Text:
    """A period ends before it begins."""
    return Text(
        f"la fin ({end}) précède le début ({start}) ; corrigez l’une des deux dates.",
        f"the end ({end}) comes before the beginning ({start}); mend one of the two dates.",
    )


def circle(ids: Collection[str]) -> Text:
    """Services rely on one another in a circle."""
    shown = " → ".join(ids)
    return Text(
        f"ces services s’appuient les uns sur les autres en cercle : {shown}. Ôtez un des liens.",
        f"these services rely on one another in a circle: {shown}. Take one of the links out.",
    )
