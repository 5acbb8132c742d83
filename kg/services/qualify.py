"""Qualify: who owes what in a case, on a day, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache

from kg.domain.answers import (
    ActorAnswer,
    Answer,
    Conclusion,
    NormAnswer,
    Outcome,
    Position,
    RoleAnswer,
    Status,
)
from kg.domain.cases import Case, Entity
from kg.domain.catalogue import Activity, Norm, Role
from kg.domain.law import Citation
from kg.domain.proofs import Step
from kg.domain.texts import Text
from kg.reasoning.axioms.theory import MINORITY, Notion, Reading
from kg.reasoning.inquiry import Inquiry
from kg.reasoning.proofs.prover import authorities
from kg.services.evidence import shown
from kg.services.openings import left_open, norms_below
from kg.services.scales import check_scales, find_reading, ranks
from kg.services.workspace import Workspace
from kg.vocabulary import HDS

__all__ = ["qualify"]

_BOUND = HDS.term("isBoundBy")
_BREACHES = HDS.term("breaches")


def qualify(
    workspace: Workspace,
    case: Case,
    *,
    on: date,
    floor: str = "",
    reading: str = "",
    minimal: bool = False,
) -> Answer:
    """Return the answer to a case under the law of the day `on`.

    Args:
        workspace: where the ontology is.
        case: the situation.
        on: the day whose law is applied.
        floor: conclude from sources of this rank and above only; "" for all.
        reading: the id of a reading to retain; "" for every admissible one.
        minimal: leave out of the proofs every premise that a step can do without.

    Raises:
        UsageError: there is no such rank or reading, or no law of the field on that day.
    """
    check_scales(workspace, on, floor)
    inquiry = Inquiry(
        workspace.theory,
        workspace.form,
        case,
        day=on,
        floor=floor,
        reading=find_reading(workspace, reading, floor).iri if reading else "",
        minimal=minimal,
        cite=lru_cache(maxsize=None)(lambda iri: workspace.cite(iri, on)),
    )
    return _answer(workspace, inquiry, floor)


def _answer(workspace: Workspace, inquiry: Inquiry, floor: str) -> Answer:
    case, qualifier = inquiry.case, _Qualifier(workspace, inquiry)
    return Answer(
        case=case.id,
        title=case.title,
        day=inquiry.day,
        floor=floor,
        actors=tuple(qualifier.actor(entity) for entity in case.of("actors")),
        left_open=left_open(inquiry, workspace.catalogue),
        norms_below=norms_below(inquiry, workspace.catalogue),
        labels=_labels(workspace),
    )


def _labels(workspace: Workspace) -> tuple[tuple[str, Text], ...]:
    activities = ((activity.id, activity.label) for activity in workspace.catalogue.activities)
    return (*activities, *((rank.value, rank.label) for rank in ranks(workspace)))


class _Qualifier:
    """Turns the conclusions of one inquiry into answers."""

    def __init__(self, workspace: Workspace, inquiry: Inquiry) -> None:
        self.catalogue = workspace.catalogue
        self.theory = inquiry.theory
        self.inquiry = inquiry
        self.cite = inquiry.cite

    def actor(self, entity: Entity) -> ActorAnswer:
        bound = [
            (norm, self.inquiry.outcome((_BOUND, norm.iri), entity.id))
            for norm in self.catalogue.norms
        ]
        name = entity.fact("name")
        return ActorAnswer(
            id=entity.id,
            name=str(name.value) if name and name.value else entity.id,
            roles=tuple(self._roles(entity.id)),
            certification=self._certification(entity.id),
            approval=self._conclusion(self.catalogue.approval, entity.id),
            norms=tuple(self._norm(n, entity, o) for n, o in bound if o is Outcome.YES),
            possible_norms=tuple(
                self._norm(n, entity, o) for n, o in bound if o not in {Outcome.YES, Outcome.NO}
            ),
        )

    def _roles(self, actor: str) -> list[RoleAnswer]:
        found = []
        for role in self.catalogue.roles:
            if self.inquiry.outcome((role.iri, ""), actor) is Outcome.YES:
                because = self.inquiry.proof((role.iri, ""), actor)
                found.append(RoleAnswer(id=role.id, label=role.label, because=because))
        return found

    def _conclusion(self, question: Role, actor: str) -> Conclusion:
        notion = (question.iri, "")
        answer = self.inquiry.outcome(notion, actor)
        because = self.inquiry.reason(notion, actor)
        missing = answer is Outcome.UNDETERMINED
        positions = self._positions(notion, actor)
        return Conclusion(
            question=question.id,
            label=question.label,
            answer=answer,
            authority=self._weakest(because, positions if answer is Outcome.CONTESTED else ()),
            positions=positions,
            missing_facts=self.inquiry.missing(notion, actor) if missing else (),
            flips=() if missing else self.inquiry.flips(notion, actor),
            because=because,
        )

    def _certification(self, actor: str) -> Conclusion:
        conclusion = self._conclusion(self.catalogue.certification, actor)
        if conclusion.answer is not Outcome.YES:
            return conclusion
        owed = [a for a in self.catalogue.activities if self._is_yes(a.debtor, actor)]
        return replace(
            conclusion,
            activities=_ids(owed),
            covered=_ids([a for a in owed if self._is_yes(a.holder, actor)]),
            missing=_ids([a for a in owed if self._is_no(a.holder, actor)]),
        )

    def _is_yes(self, name: str, actor: str) -> bool:
        return self.inquiry.outcome((name, ""), actor) is Outcome.YES

    def _is_no(self, name: str, actor: str) -> bool:
        return self.inquiry.outcome((name, ""), actor) is Outcome.NO

    def _weakest(self, because: Step | None, positions: tuple[Position, ...] = ()) -> str:
        """Return the weakest link: of the proof, and of the readings that a dispute rests on."""
        links = authorities(because) if because else frozenset()
        open_ = {p.authority for p in positions if p.standing != MINORITY}
        return self.theory.weakest(links | open_)

    def _positions(self, notion: Notion, actor: str) -> tuple[Position, ...]:
        return tuple(
            self._position(notion, actor, reading, answer)
            for reading, answer in self.inquiry.positions(notion, actor)
        )

    def _position(self, notion: Notion, actor: str, reading: Reading, answer: Outcome) -> Position:
        return Position(
            question=reading.question_id,
            reading=reading.id,
            question_label=reading.question_label,
            reading_label=reading.label,
            answer=answer,
            source=self._citations(reading.source.provisions),
            holder=reading.holder,
            authority=reading.source.authority,
            standing=reading.standing,
            because=self.inquiry.proof(notion, actor, reading),
        )

    def _citations(self, iris: tuple[str, ...]) -> tuple[Citation, ...]:
        return tuple(self.cite(iri) for iri in iris)

    def _norm(self, norm: Norm, entity: Entity, binding: Outcome) -> NormAnswer:
        because = self.inquiry.proof((_BOUND, norm.iri), entity.id)
        status, why = self._status(norm, entity)
        return NormAnswer(
            id=norm.id,
            label=norm.label,
            modality=norm.modality,
            provision=self.theory.notations.get(because.by if because else "", norm.provision),
            citations=(because.citations if because else ()) or self._citations(norm.sources),
            authority=self._weakest(because),
            status=status,
            binding=binding,
            penalties=self._citations(norm.penalties),
            owed_to=norm.owed_to,
            because=because,
            status_because=why,
        )

    def _status(self, norm: Norm, entity: Entity) -> tuple[Status, Step | None]:
        """The facts decide first; what the actor can show decides what they leave open."""
        notion = (_BREACHES, norm.iri)
        if notion in self.theory.recorded:
            match self.inquiry.outcome(notion, entity.id):
                case Outcome.YES:
                    return Status.BREACHED, self.inquiry.proof(notion, entity.id)
                case Outcome.NO:
                    return Status.MET, self.inquiry.proof(notion, entity.id)
                case Outcome.CONTESTED | Outcome.UNDETERMINED:
                    pass
        return shown(self.inquiry.case, entity.id, norm.id, self.inquiry.day), None


def _ids(activities: list[Activity]) -> tuple[str, ...]:
    return tuple(activity.id for activity in activities)
