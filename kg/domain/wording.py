"""The few words, in both languages, that reports put around what the graph says."""

from __future__ import annotations

from datetime import date

from kg.domain.texts import Language, Text

__all__ = ["WORDS", "day_words", "word"]

WORDS = {
    "yes": Text("oui", "yes"),
    "no": Text("non", "no"),
    "contested": Text("les lectures divergent", "readings differ"),
    "undetermined": Text("il manque des faits", "facts are missing"),
    "met": Text("respectée", "met"),
    "breached": Text("ENFREINTE", "BREACHED"),
    "unknown": Text("état inconnu", "status unknown"),
    "obligation": Text("obligation", "obligation"),
    "prohibition": Text("interdiction", "prohibition"),
    "permission": Text("permission", "permission"),
    "exemption": Text("exemption", "exemption"),
    "prevailing": Text("prévaut", "prevailing"),
    "minority": Text("minoritaire", "minority"),
    "open": Text("en débat", "open"),
    "roles": Text("Rôles", "Roles"),
    "certification": Text("Certificat", "Certificate"),
    "approval": Text("Agrément", "Approval"),
    "activities": Text("activités à couvrir", "activities to cover"),
    "covered": Text("couvertes", "covered"),
    "missing": Text("manquantes", "missing"),
    "norms": Text("Normes", "Norms"),
    "possible": Text(
        "Normes possibles, selon la lecture ou les faits",
        "Possible norms, depending on the reading or the facts",
    ),
    "breaches": Text("Manquements", "Breaches"),
    "why": Text("Pourquoi", "Why"),
    "ask": Text("Ce qui manque", "What is missing"),
    "flips": Text("Ce qui changerait la réponse", "What would change the answer"),
    "positions": Text("Lectures du droit", "Readings of the law"),
    "leads": Text("mène à", "leads to"),
    "fact": Text("fait", "fact"),
    "since": Text("en vigueur depuis le", "in force since"),
    "law_of": Text("Droit en vigueur le", "Law in force on"),
    "floor": Text("sources de rang « {x} » et au-dessus", "sources of rank “{x}” and above"),
    "left_open": Text("Ce que ces sources laissent ouvert", "What these sources leave open"),
    "settled_by": Text("réglé, à partir du rang « {x} », par", "settled, from rank “{x}”, by"),
    "norms_below": Text(
        "Normes de rang inférieur, laissées de côté", "Norms of lower rank, left out"
    ),
    "the-text-alone": Text(
        "Que visent, à ce rang, les textes par eux-mêmes : {x} ?",
        "What do the texts of that rank cover by themselves: {x}?",
    ),
    "the-text-covers": Text(
        "Le texte, lu sans ce qui le précise : oui, {x}",
        "The text, read without what specifies it: yes, {x}",
    ),
    "the-text-does-not-cover": Text(
        "Le texte, lu sans ce qui le précise : non, pas {x}",
        "The text, read without what specifies it: no, not {x}",
    ),
    "no-source-of-that-rank": Text("aucune source de ce rang", "no source of that rank"),
    "by_steps": Text("d’après les étapes", "from steps"),
    "rests_on": Text("Fondé sur", "It rests on"),
    "none": Text("aucun", "none"),
    "nothing_proved": Text(
        "rien ne peut encore être démontré : il manque des faits.",
        "nothing can be proved yet: facts are missing.",
    ),
    "disclaimer": Text(
        "Information juridique, et non conseil. V : lu dans le texte ; V2 : lu de seconde main ; "
        "M : de mémoire ; I : interprétation.",
        "Legal information, not advice. V: read in the text; V2: read second-hand; M: from "
        "memory; I: interpretation.",
    ),
    "rank": Text("rang", "rank"),
    "owed_to": Text("envers", "towards"),
    "more": Text("et {n} autres", "and {n} more"),
}


def day_words(day: date, lang: Language) -> str:
    """Return a day as each language writes it.

    >>> day_words(date(2026, 11, 23), "en")
    '2026-11-23'
    """
    return f"{day:%d/%m/%Y}" if lang == "fr" else day.isoformat()


def word(key: str) -> Text:
    """Return the words for a key.

    Raises:
        KeyError: there is no such key.
    """
    return WORDS[key]
