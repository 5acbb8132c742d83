"""The words, in both languages, that the memo puts around what the graph says."""

from __future__ import annotations

from kg.domain.texts import Text

__all__ = ["MEMO_WORDS"]

MEMO_WORDS = {
    "short": Text("En bref", "In short"),
    "actor": Text("Acteur", "Actor"),
    "roles": Text("Rôles", "Roles"),
    "certification": Text("Certificat", "Certificate"),
    "approval": Text("Agrément", "Approval"),
    "breaches": Text("Manquements", "Breaches"),
    "facts": Text("Les faits déclarés", "The facts stated"),
    "facts_note": Text(
        "La réponse ne vaut que pour ces faits. Une case « inconnu » n’est pas un non.",
        "The answer is good for these facts alone. “Unknown” is not a no.",
    ),
    "entity": Text("Élément", "Entity"),
    "fact": Text("Fait", "Fact"),
    "value": Text("Valeur", "Value"),
    "unknown_value": Text("inconnu", "unknown"),
    "true": Text("oui", "yes"),
    "false": Text("non", "no"),
    "empty": Text("rien", "nothing"),
    "analysis": Text("Réponse et motifs", "Answer and reasons"),
    "why": Text("Pourquoi", "Why"),
    "based_on": Text("Dispositions appliquées", "Provisions applied"),
    "readings": Text("Lectures concurrentes", "Rival readings"),
    "reading": Text("Lecture", "Reading"),
    "holder": Text("Tenue par", "Held by"),
    "source": Text("Source", "Source"),
    "rank": Text("Rang", "Rank"),
    "standing": Text("Statut", "Standing"),
    "answer": Text("Réponse", "Answer"),
    "missing": Text("Ce qui manque", "What is missing"),
    "question": Text("Question", "Question"),
    "settles": Text("Ce que règle une réponse", "What a reply settles"),
    "flips": Text("Ce qui changerait la réponse", "What would change the answer"),
    "change": Text("Changement", "Change"),
    "duties": Text("Obligations de chacun", "Duties of each actor"),
    "duty": Text("Norme", "Norm"),
    "modality": Text("Nature", "Kind"),
    "towards": Text("Envers", "Towards"),
    "provision": Text("Disposition", "Provision"),
    "status": Text("État", "Status"),
    "binding": Text("Lie", "Binds"),
    "penalties": Text("Sanctions", "Penalties"),
    "since": Text("Depuis le", "Since"),
    "sources": Text("Sources", "Sources"),
    "confidence": Text("Vérification", "Checked"),
    "address": Text("Adresse", "Address"),
    "activity": Text("Activité", "Activity"),
    "due": Text("due", "due"),
    "held": Text("couverte", "covered"),
    "lacking": Text("NON COUVERTE", "NOT COVERED"),
    "not_due": Text("—", "—"),
    "not_known": Text("à déterminer", "to be determined"),
    "law_on": Text("Droit en vigueur le {day}", "Law in force on {day}"),
    "made_with": Text(
        "Établi avec la version {version} du graphe du droit de l’hébergement de données de santé.",
        "Made with version {version} of the graph of the law of hosting health data.",
    ),
    "floor": Text(
        "Sources de rang « {rank} » et au-dessus.", "Sources of rank “{rank}” and above."
    ),
    "no_personal_data": Text(
        "Ce document ne contient et ne demande aucune donnée personnelle de santé.",
        "This document holds no personal health data, and needs none.",
    ),
    "register": Text("Registre des obligations", "Register of obligations"),
    "coverage": Text("Couverture", "Coverage"),
    "document": Text("Justificatif", "Evidence"),
}
"""Each by its key."""
