"""An answer as JSON (`hds-answer/1`): stable keys, words in both languages."""

from __future__ import annotations

import json
from typing import TypeAlias

from kg.domain.answers import (
    ActorAnswer,
    Answer,
    Conclusion,
    Flip,
    LeftOpen,
    MissingFact,
    NormAnswer,
    Position,
)
from kg.domain.law import Citation
from kg.domain.proofs import Step
from kg.domain.texts import Text

__all__ = ["FORMAT", "answer_to_json"]

FORMAT = "hds-answer/1"

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"


def answer_to_json(answer: Answer) -> str:
    """Return the answer as one line of JSON, its keys in the contract's order."""
    tree: dict[str, Json] = {
        "format": FORMAT,
        "case": answer.case,
        "title": _text(answer.title),
        "date": answer.day.isoformat(),
        "authority_floor": answer.floor,
        **(_at_floor(answer) if answer.floor else {}),
        "actors": {actor.id: _actor(actor) for actor in answer.actors},
    }
    return json.dumps(tree, ensure_ascii=False, separators=(",", ":"))


def _at_floor(answer: Answer) -> dict[str, Json]:
    """Return what the floor leaves open; a rank below it is no `authority` of the answer."""
    return {
        "left_open": [_open(left) for left in answer.left_open],
        "norms_below": [id_ for id_, _ in answer.norms_below],
    }


def _open(left: LeftOpen) -> Json:
    return {
        "question": left.question,
        "label": _text(left.label),
        "settled_by": [_citation(citation) for citation in left.settled_by],
        "settled_from": left.settled_from,
    }


def _text(text: Text) -> Json:
    return {"fr": text.fr, "en": text.en}


def _actor(actor: ActorAnswer) -> Json:
    return {
        "name": actor.name,
        "roles": [role.id for role in actor.roles],
        "certification": _conclusion(actor.certification, with_activities=True),
        "approval": _conclusion(actor.approval, with_activities=False),
        "norms": [_norm(norm) for norm in actor.norms],
        "possible_norms": [_norm(norm) for norm in actor.possible_norms],
        "breaches": list(actor.breaches),
        "role_reasons": {role.id: _step(role.because) for role in actor.roles},
    }


def _conclusion(conclusion: Conclusion, *, with_activities: bool) -> Json:
    activities: dict[str, Json] = {
        "activities": list(conclusion.activities),
        "covered": list(conclusion.covered),
        "missing": list(conclusion.missing),
    }
    return {
        "answer": conclusion.answer.value,
        **(activities if with_activities else {}),
        "authority": conclusion.authority,
        "positions": [_position(position) for position in conclusion.positions],
        "missing_facts": [_missing(missing) for missing in conclusion.missing_facts],
        "flips": [_flip(flip) for flip in conclusion.flips],
        "because": _step(conclusion.because),
    }


def _position(position: Position) -> Json:
    return {
        "question": position.question,
        "reading": position.reading,
        "answer": position.answer.value,
        "source": [_citation(citation) for citation in position.source],
        "authority": position.authority,
        "standing": position.standing,
        "holder": _text(position.holder),
        "question_label": _text(position.question_label),
        "reading_label": _text(position.reading_label),
        "because": _step(position.because),
    }


def _missing(missing: MissingFact) -> Json:
    return {
        "fact": missing.fact,
        "question": _text(missing.question),
        "settles": {reply: outcome.value for reply, outcome in missing.settles},
        "replies": {reply: _text(label) for reply, label in missing.replies},
    }


def _flip(flip: Flip) -> Json:
    changes: list[Json] = [
        {"fact": c.fact, "now": c.now, "then": c.then, "label": _text(c.label)}
        for c in flip.changes
    ]
    return {"changes": changes, "answer": flip.answer.value}


def _norm(norm: NormAnswer) -> Json:
    return {
        "id": norm.id,
        "label": _text(norm.label),
        "modality": norm.modality,
        "provision": norm.provision,
        "authority": norm.authority,
        "status": norm.status.value,
        "binding": norm.binding.value,
        "owed_to": _text(norm.owed_to),
        "citations": [_citation(citation) for citation in norm.citations],
        "penalties": [_citation(citation) for citation in norm.penalties],
        "because": _step(norm.because),
        "status_because": _step(norm.status_because),
    }


def _citation(citation: Citation) -> Json:
    return {"iri": citation.iri, "label": _text(citation.label), "url": citation.url}


def _step(step: Step | None) -> Json:
    """Return a proof as a tree; what a step does not have is left out."""
    if step is None:
        return None
    whole: dict[str, Json] = {
        "kind": step.kind.value,
        "holds": step.holds,
        "statement": _text(step.sentence),
        "rule": _text(step.rule) if step.rule else None,
        "fact": step.fact or None,
        "provisions": [_citation(citation) for citation in step.citations] or None,
        "authority": step.authority or None,
        "confidence": step.confidence or None,
        "in_force_from": step.since.isoformat() if step.since else None,
        "in_force_until": step.until.isoformat() if step.until else None,
        "because": [_step(premise) for premise in step.premises] or None,
    }
    return {key: value for key, value in whole.items() if value is not None}
