"""The register of obligations, and what of each activity is covered, as rows."""

from __future__ import annotations

from collections.abc import Iterator

from kg.domain.answers import Answer, NormAnswer, Outcome
from kg.domain.cases import Case
from kg.domain.texts import Language
from kg.domain.wording import day_words, word
from kg.exports.case.memo_words import MEMO_WORDS
from kg.exports.proof_text import SEPARATOR, cited

__all__ = ["coverage_rows", "duty_rows", "register_rows"]

Row = tuple[str, ...]


def duty_rows(answer: Answer, lang: Language) -> Iterator[Row]:
    """Yield, for each norm that binds: who, what, which kind, to whom, by what, rank, status."""
    for actor in answer.actors:
        for norm in actor.norms:
            yield (
                actor.name,
                norm.label.say(lang),
                word(norm.modality).say(lang),
                norm.owed_to.say(lang),
                _provisions(norm, lang),
                answer.label(norm.authority).say(lang) if norm.authority else "",
                word(norm.status.value).say(lang),
            )


def register_rows(answer: Answer, case: Case, lang: Language) -> Iterator[Row]:
    """Yield the rows of the register, those of norms that may bind included.

    The columns are `register_head` of `kg.exports.case.sheets`.
    """
    for actor in answer.actors:
        for norm in (*actor.norms, *actor.possible_norms):
            yield (
                actor.id,
                actor.name,
                norm.id,
                norm.label.say(lang),
                word(norm.modality).say(lang),
                norm.owed_to.say(lang),
                _provisions(norm, lang),
                answer.label(norm.authority).say(lang) if norm.authority else "",
                _since(norm, lang),
                word(norm.binding.value).say(lang),
                word(norm.status.value).say(lang),
                SEPARATOR[lang].join(cited(c, lang) for c in norm.penalties),
                SEPARATOR[lang].join(_documents(case, actor.id, norm.id)),
            )


def coverage_rows(answer: Answer, lang: Language) -> Iterator[Row]:
    """Yield, for each activity, its state with each actor: due and covered, or not, or not due."""
    activities = [id_ for id_, _ in answer.labels if any(_owes(answer, id_))] or []
    for activity in activities:
        states = (_state(answer, actor.id, activity, lang) for actor in answer.actors)
        yield (answer.label(activity).say(lang), *states)


def _owes(answer: Answer, activity: str) -> Iterator[bool]:
    return (activity in actor.certification.activities for actor in answer.actors)


def _state(answer: Answer, actor: str, activity: str, lang: Language) -> str:
    found = answer.actor(actor)
    if found is None or found.certification.answer in {Outcome.CONTESTED, Outcome.UNDETERMINED}:
        return MEMO_WORDS["not_known"].say(lang)
    certificate = found.certification
    if activity not in certificate.activities:
        return MEMO_WORDS["not_due"].say(lang)
    if activity in certificate.covered:
        return MEMO_WORDS["held"].say(lang)
    key = "lacking" if activity in certificate.missing else "not_known"
    return MEMO_WORDS[key].say(lang)


def _provisions(norm: NormAnswer, lang: Language) -> str:
    return SEPARATOR[lang].join(cited(citation, lang) for citation in norm.citations)


def _since(norm: NormAnswer, lang: Language) -> str:
    steps = norm.because.walk() if norm.because is not None else ()
    days = [step.since for step in steps if step.since is not None]
    return day_words(max(days), lang) if days else ""


def _documents(case: Case, actor: str, norm: str) -> Iterator[str]:
    for entity in case.of("evidence"):
        of = entity.fact("norm")
        document = entity.fact("document")
        is_about = entity.owner == f"actors.{actor}" and of is not None and of.value == norm
        if is_about and document is not None and document.value:
            yield str(document.value)
