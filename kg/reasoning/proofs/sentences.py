"""The sentences of a proof: the words of the ontology, with the names of the case."""

from __future__ import annotations

from collections.abc import Iterable

from kg.domain.texts import EMPTY, Text
from kg.reasoning.axioms.expressions import Role
from kg.reasoning.axioms.theory import Notion, Reading, Theory
from kg.reasoning.facts.situation import Situation

__all__ = ["DISAGREEMENT", "WHATEVER", "Sentences"]

WHATEVER = Text(
    "quelle que soit la réponse aux questions sans réponse",
    "whatever the replies to the questions without a reply",
)
DISAGREEMENT = Text(
    "les lectures admises du droit donnent des réponses différentes",
    "the admissible readings of the law give different answers",
)
_NOT_RETAINED = Text(
    "cette lecture n’est pas celle retenue ici : « {x} »",
    "this reading is not the one retained here: “{x}”",
)


class Sentences:
    """What is said of individuals, in both languages."""

    def __init__(self, theory: Theory, situation: Situation) -> None:
        """Take the words from the theory and the names from the situation."""
        self.theory, self.situation = theory, situation

    def label(self, individual: str) -> Text:
        """Return how an individual is called."""
        return self.situation.labels.get(individual) or self.theory.labels.get(individual, EMPTY)

    def of(self, notion: Notion, individual: str, *, holds: bool) -> Text:
        """Return the sentence that says a notion of an individual, or denies it."""
        name, value = notion
        affirmed, denied = self.theory.words.get(name, (EMPTY, EMPTY))
        sentence = (affirmed if holds else denied) or self._plain(name, holds=holds)
        return sentence.fill_each(x=self.label(individual), y=self.label(value))

    def _plain(self, name: str, *, holds: bool) -> Text:
        label = self.theory.labels.get(name, EMPTY)
        verb = Text("est", "is") if holds else Text("n’est pas", "is not")
        return Text(f"{{x}} {verb.fr} : {label.fr}", f"{{x}} {verb.en}: {label.en}")

    def listed(self, role: Role, individual: str, others: Iterable[str]) -> Text:
        """Return the sentence that says all that a property leads to, and that it is all."""
        label, mine = self.theory.labels.get(role.iri, EMPTY), self.label(individual)
        names = [self.label(other) for other in others]
        fr, en = ", ".join(n.fr for n in names), ", ".join(n.en for n in names)
        if role.inverse:
            return Text(
                f"{label.fr} {mine.fr} : {f'{fr}, et personne d’autre' if fr else 'personne'}",
                f"{label.en} {mine.en}: {f'{en}, and nobody else' if en else 'nobody'}",
            )
        return Text(
            f"{mine.fr} {label.fr} : {f'{fr}, et rien d’autre' if fr else 'rien'}",
            f"{mine.en} {label.en}: {f'{en}, and nothing else' if en else 'nothing'}",
        )

    def not_retained(self, reading: Reading) -> Text:
        """Return the sentence that says that a reading is left aside."""
        return _NOT_RETAINED.fill_each(x=reading.label)
