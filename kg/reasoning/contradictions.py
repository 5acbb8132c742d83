"""A case that contradicts itself: which facts clash, under which axioms, and none that does not."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from kg.domain.case_format import CaseFormat
from kg.domain.cases import Case, Entity, Fact
from kg.domain.texts import Text
from kg.errors import CaseError, Fault
from kg.reasoning.axioms.statements import Axiom
from kg.reasoning.axioms.theory import Theory
from kg.reasoning.engine.evaluation import Evaluation
from kg.reasoning.facts.description import describe
from kg.reasoning.functions import TooLargeError
from kg.reasoning.worlds.limits import breaks, least

__all__ = ["contradiction"]

Said = tuple[str, str]
"""The path of an entity of the case, and the key of a fact that is stated of it."""


def contradiction(theory: Theory, form: CaseFormat, case: Case, day: date) -> CaseError:
    """Return the error that names the facts of `case` that clash, and the axioms they clash under.

    Each is needed: were any of the facts unknown, or any of the axioms left out, nothing clashed.
    """
    court = _Court(theory, form, case, day)
    facts = least(court.said, lambda kept: court.clashes(kept, theory.constraints))
    axioms = least(theory.constraints, lambda kept: court.clashes(facts, kept))
    return CaseError(_fault(court, facts, axioms))


class _Court:
    """Hears the same case with less of it stated, under fewer axioms."""

    def __init__(self, theory: Theory, form: CaseFormat, case: Case, day: date) -> None:
        self.theory, self.form, self.case, self.day = theory, form, case, day
        self.said = [
            (entity.path, fact.key)
            for entity in case.entities
            for fact in entity.facts
            if fact.value is not None
        ]

    def clashes(self, kept: Collection[Said], axioms: Sequence[Axiom]) -> bool:
        """Tell whether the facts kept clash under the axioms, the other facts being unknown."""
        entities = tuple(_keep(entity, kept) for entity in self.case.entities)
        situation = describe(
            replace(self.case, entities=entities), self.form, self.theory, day=self.day
        )
        try:
            return breaks(Evaluation(self.theory, situation), axioms)
        except TooLargeError:
            return False

    def fact(self, said: Said) -> Fact | None:
        """Return a fact of the case."""
        path, key = said
        return next(e for e in self.case.entities if e.path == path).fact(key)

    def name(self, said: Said) -> Text:
        """Return how a fact is cited: its path, and its label with the value."""
        path, key = said
        fact = self.fact(said)
        section = next(e.section for e in self.case.entities if e.path == path)
        keys = {k.key: k.label for s in self.form.sections if s.name == section for k in s.keys}
        label, value = keys.get(key, Text(key, key)), fact.value if fact else None
        shown = ", ".join(value) if isinstance(value, tuple) else str(value).lower()
        return Text(f"{path}.{key} ({label.fr} : {shown})", f"{path}.{key} ({label.en}: {shown})")


def _keep(entity: Entity, kept: Collection[Said]) -> Entity:
    facts = (f if (entity.path, f.key) in kept else replace(f, value=None) for f in entity.facts)
    return replace(entity, facts=tuple(facts))


def _fault(court: _Court, facts: Sequence[Said], axioms: Sequence[Axiom]) -> Fault:
    names = [court.name(fact) for fact in facts]
    first = court.fact(facts[0]) if facts else None
    laws = [_axiom(axiom, court.theory) for axiom in axioms]
    return Fault(
        fr="ce dossier se contredit : ces faits ne peuvent être vrais ensemble : "
        f"{' ; '.join(name.fr for name in names) or 'aucun en particulier'}. "
        f"L’interdit : {' ; '.join(law.fr for law in laws)}. "
        "Corrigez l’un de ces faits, ou l’axiome s’il est faux.",
        en="this case contradicts itself: these facts cannot be true together: "
        f"{'; '.join(name.en for name in names) or 'none in particular'}. "
        f"Forbidden by: {'; '.join(law.en for law in laws)}. "
        "Correct one of these facts, or the axiom if it is wrong.",
        file=court.case.source,
        line=first.line if first else 0,
        key=f"{facts[0][0]}.{facts[0][1]}" if facts else "",
    )


def _axiom(axiom: Axiom, theory: Theory) -> Text:
    terms = [theory.labels.get(term, Text(term, term)) for term in axiom.about]
    return Text(
        f"{axiom.kind} ({', '.join(term.fr for term in terms)})",
        f"{axiom.kind} ({', '.join(term.en for term in terms)})",
    )
