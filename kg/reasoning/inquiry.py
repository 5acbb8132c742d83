"""An inquiry: one case, one day, one floor of authority; every question asked of it once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property

from kg.domain.answers import Flip, MissingFact, Outcome
from kg.domain.case_format import CaseFormat
from kg.domain.cases import Case
from kg.domain.law import Citation
from kg.domain.proofs import Step, StepKind
from kg.reasoning.axioms.floors import raise_floor
from kg.reasoning.axioms.theory import Notion, Opening, Reading, Theory
from kg.reasoning.contradictions import contradiction
from kg.reasoning.engine.evaluation import Evaluation
from kg.reasoning.engine.outcomes import Regions, regions_of
from kg.reasoning.engine.readings import choose_readings
from kg.reasoning.facts.conditions import individual
from kg.reasoning.facts.description import describe
from kg.reasoning.facts.situation import Situation
from kg.reasoning.functions import FALSE, TooLargeError
from kg.reasoning.proofs.checker import Checker
from kg.reasoning.proofs.prover import Prover
from kg.reasoning.proofs.sentences import DISAGREEMENT
from kg.reasoning.unknowns.flips import smallest_flips
from kg.reasoning.unknowns.limits import too_open
from kg.reasoning.unknowns.missing import all_unknown, missing_facts
from kg.reasoning.worlds.limits import possible

__all__ = ["Inquiry"]


class Inquiry:
    """The exact answers to a case: what is entailed, what is missing, what would flip it."""

    def __init__(  # noqa: PLR0913 - a case, and what law is applied to it
        self,
        theory: Theory,
        form: CaseFormat,
        case: Case,
        *,
        day: date,
        floor: str = "",
        reading: str = "",
        minimal: bool = False,
        cite: Callable[[str], Citation],
    ) -> None:
        """Take the law of `day` from rank `floor` up, and describe the case to it.

        `reading` is the IRI of a reading to retain; "" for every admissible one. `minimal`: the
        proofs have no premise that a step can do without.

        Raises:
            CaseError: the case contradicts itself under the axioms: the facts and the axioms.
        """
        self.case, self.form, self.day = case, form, day
        self.theory, self.retained = raise_floor(theory.on(day), floor), reading
        self.minimal = minimal
        try:
            self._describe(vary=False)
        except TooLargeError as error:
            raise too_open(case) from error
        if self.possible == FALSE:
            raise contradiction(self.theory, form, case, day)
        self.cite = cite

    def _describe(self, *, vary: bool) -> None:
        """Readings come first among the variables: every service of a case shares them."""
        self._provers: dict[str, Prover] = {}
        self._found: dict[tuple[Notion, str, str], Regions | None] = {}
        self.situation = Situation()
        self.choices = choose_readings(self.theory, self.situation).retaining(self.retained)
        describe(
            self.case, self.form, self.theory, day=self.day, vary=vary, situation=self.situation
        )
        self.evaluation = Evaluation(self.theory, self.situation, self.choices.guards)
        self.possible = possible(self.evaluation, self.theory.constraints)
        self._mark = self.situation.functions.mark()

    def _forget(self) -> None:
        """Give back the room of all that was worked out of the case as it is described."""
        self.situation.functions.forget(self._mark)
        self.evaluation.forget(self._mark)
        self._found = {key: found for key, found in self._found.items() if found is None}

    def function(self, notion: Notion, actor: str) -> int:
        """Return under what condition a notion, or a class, holds of an actor of the case."""
        return self.condition(notion, individual(f"actors.{actor}"))

    def condition(self, notion: Notion, subject: str) -> int:
        """Return under what condition a notion, or a class, holds of any individual."""
        name, value = notion
        if value:
            return self.evaluation.concludes(notion, subject)
        return self.evaluation.member(name, subject)

    def regions(
        self,
        notion: Notion,
        actor: str,
        reading: Reading | None = None,
    ) -> Regions | None:
        """Return where the answer is a yes and a no, under the readings admitted or under one.

        None where so much is unknown that the diagram would be too large.
        """
        key = (notion, actor, reading.iri if reading else "")
        if key not in self._found:
            if self.situation.functions.is_half_full():
                self._forget()
            self._found[key] = self._worked_out(notion, actor, reading)
        return self._found[key]

    def _worked_out(self, notion: Notion, actor: str, reading: Reading | None) -> Regions | None:
        """What was asked before takes room: try again without it, so that it decides nothing."""
        for _ in range(2):
            try:
                return self._regions(self.function(notion, actor), reading)
            except TooLargeError:
                self._forget()
        return None

    def _regions(self, f: int, reading: Reading | None = None) -> Regions:
        chosen = self.choices.settings[reading.iri] if reading else None
        return regions_of(self.situation.functions, f, self.choices, chosen, self.possible)

    def outcome(self, notion: Notion, actor: str) -> Outcome:
        """Return the exact answer to whether a notion holds of an actor.

        Undetermined too where so much is unknown that no diagram of it can be built.
        """
        regions = self.regions(notion, actor)
        return regions.outcome if regions else Outcome.UNDETERMINED

    def outcome_where(self, condition: Callable[[], int]) -> Outcome:
        """Return the exact answer to a condition, which is worked out when it is asked for."""
        for _ in range(2):
            try:
                return self._regions(condition()).outcome
            except TooLargeError:
                self._forget()
        return Outcome.UNDETERMINED

    def proof(self, notion: Notion, actor: str, reading: Reading | None = None) -> Step | None:
        """Return why the answer is a yes or a no; None where it is neither."""
        regions = self.regions(notion, actor, reading)
        outcome = regions.outcome if regions else Outcome.UNDETERMINED
        if outcome not in {Outcome.YES, Outcome.NO}:
            return None
        subject = individual(f"actors.{actor}")
        try:
            step = self._prover(reading).concludes(notion, subject, holds=outcome is Outcome.YES)
        except TooLargeError:
            self._forget()
            step = self._prover(reading).concludes(notion, subject, holds=outcome is Outcome.YES)
        return Checker(self.theory, self.situation).minimal(step) if self.minimal else step

    def _prover(self, reading: Reading | None) -> Prover:
        key = reading.iri if reading else ""
        if key not in self._provers:
            settle = lambda f: self._regions(f, reading)  # noqa: E731 - bound to this reading
            self._provers[key] = Prover(self.evaluation, settle, self.cite)
        return self._provers[key]

    def reason(self, notion: Notion, actor: str) -> Step | None:
        """Return why the answer is what it is; None where facts are missing."""
        if self.outcome(notion, actor) is Outcome.CONTESTED:
            return self.disagreement(notion, actor)
        return self.proof(notion, actor)

    def disagreement(self, notion: Notion, actor: str) -> Step | None:
        """Return the proofs of a contested answer, one for each reading that gives an answer."""
        proofs = [
            self.proof(notion, actor, reading)
            for reading, _ in self.positions(notion, actor)
            if reading.is_admissible
        ]
        if not any(proofs):
            return None
        return Step(
            kind=StepKind.CASES,
            term=notion[0],
            subject=individual(f"actors.{actor}"),
            holds=True,
            sentence=DISAGREEMENT,
            premises=tuple(step for step in proofs if step is not None),
        )

    def positions(self, notion: Notion, actor: str) -> list[tuple[Reading, Outcome]]:
        """Return each reading that would change the answer, and the answer under it."""
        if self.regions(notion, actor) is None:
            return []
        support = self.situation.functions.support(self.function(notion, actor))
        main = self.outcome(notion, actor)
        found = []
        for reading in self.theory.readings:
            if support & self.choices.settings[reading.iri].keys():
                regions = self.regions(notion, actor, reading)
                outcome = regions.outcome if regions else Outcome.UNDETERMINED
                if outcome is not main:
                    found.append((reading, outcome))
        return found

    def left_open(self, notion: Notion, actor: str) -> tuple[Opening, ...]:
        """Return what the floor leaves open, of what the answer depends on."""
        if not self.theory.openings or self.regions(notion, actor) is None:
            return ()
        support = self.situation.functions.support(self.function(notion, actor))
        questions = {self.situation.variables[number].fact for number in support}
        return tuple(o for o in self.theory.openings if o.question in questions)

    def missing(self, notion: Notion, actor: str) -> tuple[MissingFact, ...]:
        """Return the facts on which the answer still depends, the most decisive first."""
        regions = self.regions(notion, actor)
        try:
            found = missing_facts(self.situation, regions) if regions else None
        except TooLargeError:
            found = None
        return all_unknown(self.situation) if found is None else found

    def flips(self, notion: Notion, actor: str) -> tuple[Flip, ...]:
        """Return the smallest changes to the stated facts that change the answer."""
        now, varied = self.outcome(notion, actor), self._varied
        for _ in range(2):
            if varied is None or (regions := varied.regions(notion, actor)) is None:
                break
            try:
                return smallest_flips(varied.situation, regions, now)
            except TooLargeError:
                varied._forget()  # noqa: SLF001 - an inquiry like this one
        return ()

    @cached_property
    def _varied(self) -> _Varied | None:
        try:
            return _Varied(self)
        except TooLargeError:
            return None


class _Varied(Inquiry):
    """The same inquiry where every stated fact may be otherwise."""

    def __init__(self, inquiry: Inquiry) -> None:
        self.case, self.form, self.day = inquiry.case, inquiry.form, inquiry.day
        self.theory, self.retained = inquiry.theory, inquiry.retained
        self.minimal = inquiry.minimal
        self._describe(vary=True)
