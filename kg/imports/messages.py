"""What is said of a file that cannot be taken as a whole: its reading, its syntax, its size."""

from __future__ import annotations

from kg.domain.texts import Text
from kg.imports.wording import quoted

__all__ = [
    "alias",
    "anchor",
    "binary",
    "broken_syntax",
    "duplicate_key",
    "empty_file",
    "folder",
    "key_not_a_word",
    "no_columns",
    "no_such_file",
    "not_a_file",
    "not_utf8",
    "second_document",
    "tag",
    "too_deep",
    "too_large",
    "unreadable",
]


def no_such_file(near: str) -> Text:
    """The file is missing."""
    fr = f" Vouliez-vous dire « {near} » ?" if near else " Vérifiez le chemin."
    en = f" Did you mean “{near}”?" if near else " Check the path."
    return Text(f"ce fichier n’existe pas.{fr}", f"there is no such file.{en}")


def folder() -> Text:
    """A folder stands where a file is wanted."""
    return Text(
        "c’est un dossier du disque ; indiquez un fichier qu’il contient.",
        "this is a folder; name a file that it holds.",
    )


def not_a_file() -> Text:
    """A device or a pipe stands where a file is wanted."""
    return Text(
        "ce n’est pas un fichier ordinaire ; indiquez un fichier YAML ou JSON.",
        "this is no regular file; name a YAML or JSON file.",
    )


def unreadable(reason: str) -> Text:
    """The system refuses to open the file."""
    return Text(
        f"ce fichier ne peut pas être lu ({reason}) ; vérifiez vos droits.",
        f"this file cannot be read ({reason}); check your permissions.",
    )


def too_large(most: int) -> Text:
    """The file passes the limit."""
    return Text(
        f"ce fichier dépasse {most // 1_000_000} Mo, la taille admise ici.",
        f"this file is larger than {most // 1_000_000} MB, the size allowed here.",
    )


def binary() -> Text:
    """The file holds no text."""
    return Text(
        "ce fichier n’est pas du texte ; un dossier s’écrit en YAML ou en JSON.",
        "this file is not text; a case is written in YAML or JSON.",
    )


def not_utf8() -> Text:
    """The file holds text in another encoding."""
    return Text(
        "ce fichier n’est pas encodé en UTF-8 ; enregistrez-le de nouveau en UTF-8.",
        "this file is not encoded in UTF-8; save it again as UTF-8.",
    )


def empty_file() -> Text:
    """The file says nothing."""
    return Text(
        "ce fichier est vide ; un dossier commence par « format: hds-case/1 ».",
        "this file is empty; a case begins with “format: hds-case/1”.",
    )


def broken_syntax(problem: str) -> Text:
    """The file is neither YAML nor JSON; the problem is in the parser's words."""
    shown = quoted(problem)
    return Text(
        f"la syntaxe YAML est fautive : {shown.fr}. Vérifiez l’indentation (des espaces, jamais de "
        "tabulation), les guillemets, les crochets et les deux-points.",
        f"the YAML syntax is wrong: {shown.en}. Check the indentation (spaces, never tabs), the "
        "quotes, the brackets and the colons.",
    )


def second_document() -> Text:
    """A second document begins."""
    return Text(
        "un second document commence ici ; mettez un seul dossier par fichier.",
        "a second document begins here; put one case in a file.",
    )


def alias(name: str) -> Text:
    """A value is borrowed from elsewhere in the file."""
    shown = quoted(f"*{name}")
    return Text(
        f"le renvoi {shown.fr} n’est pas admis ; écrivez la valeur en toutes lettres.",
        f"the alias {shown.en} is not allowed; write the value out.",
    )


def anchor(name: str) -> Text:
    """A value is named to be borrowed."""
    shown = quoted(f"&{name}")
    return Text(
        f"l’ancre {shown.fr} n’est pas admise ; supprimez-la.",
        f"the anchor {shown.en} is not allowed; take it out.",
    )


def tag(name: str) -> Text:
    """A value carries a YAML tag."""
    shown = quoted(name)
    return Text(
        f"l’étiquette {shown.fr} n’est pas admise ; supprimez-la.",
        f"the tag {shown.en} is not allowed; take it out.",
    )


def too_deep(most: int) -> Text:
    """Lists and mappings stand in one another too deeply."""
    return Text(
        f"plus de {most} niveaux sont imbriqués ici ; un dossier en demande moins de 6.",
        f"more than {most} levels are nested here; a case needs fewer than 6.",
    )


def duplicate_key(name: str, line: int) -> Text:
    """A key comes twice."""
    shown = quoted(name)
    return Text(
        f"la clé {shown.fr} est déjà donnée à la ligne {line} ; gardez-en une seule.",
        f"the key {shown.en} is already given on line {line}; keep one of them.",
    )


def key_not_a_word() -> Text:
    """A list or a mapping stands where a key is wanted."""
    return Text(
        "une clé doit être un mot, et non une liste ou un ensemble de clés.",
        "a key must be a word, not a list or a mapping.",
    )


def broken_table(problem: str) -> Text:
    """The text is no CSV."""
    return Text(
        f"cette table ne se lit pas : « {problem} ». Vérifiez les guillemets et le séparateur.",
        f"this table cannot be read: “{problem}”. Check the quotes and the separator.",
    )


def no_columns(columns: tuple[str, ...]) -> Text:
    """The table does not say which column is which."""
    named = ", ".join(columns)
    return Text(
        f"la première ligne doit nommer les colonnes : {named} (un fait par ligne), ou section, id "
        "et une colonne par clé. Ajoutez-la.",
        f"the first line must name the columns: {named} (a fact a row), or section, id and a "
        "column a key. Add it.",
    )
