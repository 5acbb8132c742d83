"""The words, in both languages, that the site puts around what the graph says."""

from __future__ import annotations

from kg.domain.texts import Text

__all__ = ["SITE_WORDS"]

SITE_WORDS = {
    "all": Text("Tous les termes", "All terms"),
    "title": Text("Droit de l’hébergement de données de santé", "The law of hosting health data"),
    "sources": Text("Sources", "Sources"),
    "axioms": Text("Ce que c’est", "What it is"),
    "says": Text("Ce que le graphe en dit", "What the graph says of it"),
    "said": Text("Ce qui en parle", "What speaks of it"),
    "stated": Text("énoncé", "stated"),
    "inferred": Text("déduit", "inferred"),
    "official": Text("texte officiel", "official wording"),
    "summary": Text("résumé de notre rédaction", "a summary of ours"),
    "in_force": Text("En vigueur le {day}.", "In force on {day}."),
    "not_in_force": Text("Pas en vigueur le {day}.", "Not in force on {day}."),
    "disclaimer": Text(
        "Information juridique, et non conseil. V : lu dans le texte ; V2 : lu de seconde main ; "
        "M : de mémoire ; I : interprétation.",
        "Legal information, not advice. V: read in the text; V2: read second-hand; M: from "
        "memory; I: interpretation.",
    ),
    "texts": Text("Textes", "Texts"),
    "norm": Text("Normes", "Norms"),
    "ground": Text("Fondements", "Grounds"),
    "reading": Text("Lectures et questions ouvertes", "Readings and open questions"),
    "class": Text("Classes", "Classes"),
    "property": Text("Propriétés", "Properties"),
    "thing": Text("Autres termes", "Other terms"),
    "text": Text("Textes", "Texts"),
}
"""Each by its key."""
