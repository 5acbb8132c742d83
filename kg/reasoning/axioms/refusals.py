"""What the engine does not take: named, never skipped."""

from __future__ import annotations

from dataclasses import dataclass

from kg.errors import Fault, OntologyError

__all__ = ["Refusal", "RefusedAxiomError", "refuse"]


@dataclass(frozen=True, slots=True, order=True)
class Refusal:
    """A construct that is not taken (`owl:onDatatype`), and the term that it is found at."""

    what: str
    where: str

    @property
    def fault(self) -> Fault:
        """The refusal in words."""
        return Fault(
            fr=f"le moteur rapide ne prend pas cet axiome : {self.what} ({self.where}). "
            "Écrivez-le avec les constructions admises, ou étendez le moteur.",
            en=f"the fast engine does not take this axiom: {self.what} ({self.where}). "
            "Write it with the constructs it takes, or extend the engine.",
            key=self.where,
        )


class RefusedAxiomError(OntologyError):
    """Axioms that the engine does not take, all of them at once."""

    def __init__(self, *refusals: Refusal) -> None:
        """Keep the refusals, of which there is at least one."""
        super().__init__(*(refusal.fault for refusal in refusals))
        self.refusals = refusals


def refuse(what: str, where: str) -> RefusedAxiomError:
    """Return the error that names one axiom which the engine cannot take."""
    return RefusedAxiomError(Refusal(what, where))
