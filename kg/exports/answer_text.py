"""An answer as a person wants to read it, in French or in English."""

from __future__ import annotations

from collections.abc import Iterator

from kg.domain.answers import (
    ActorAnswer,
    Answer,
    Conclusion,
    MissingFact,
    NormAnswer,
    Outcome,
    Position,
)
from kg.domain.texts import Language
from kg.domain.wording import day_words, word
from kg.exports.proof_text import SEPARATOR, cited, digest_lines

__all__ = ["answer_to_text"]

_SHOWN = 8


def answer_to_text(answer: Answer, lang: Language) -> str:
    """Return the whole answer, actor by actor, as lines of text."""
    return "\n".join(_Report(answer, lang).lines()) + "\n"


class _Report:
    def __init__(self, answer: Answer, lang: Language) -> None:
        self.answer, self.lang = answer, lang
        self.colon = "\N{NO-BREAK SPACE}:" if lang == "fr" else ":"

    def label(self, id_: str) -> str:
        return self.answer.label(id_).say(self.lang)

    def say(self, key: str) -> str:
        return word(key).say(self.lang)

    def head(self, key: str) -> str:
        return self.say(key) + self.colon

    def lines(self) -> Iterator[str]:
        answer = self.answer
        title = answer.title.say(self.lang) or answer.case
        yield title
        yield "=" * len(title)
        floor = word("floor").fill(x=self.label(answer.floor)).say(self.lang)
        yield f"{self.say('law_of')} {day_words(answer.day, self.lang)}" + (
            f", {floor}" if answer.floor else ""
        )
        yield from self._at_floor()
        for actor in answer.actors:
            yield from self._actor(actor)
        yield ""
        yield self.say("disclaimer")

    def _at_floor(self) -> Iterator[str]:
        if self.answer.left_open:
            yield self.head("left_open")
        for left in self.answer.left_open:
            sources = ", ".join(cited(citation, self.lang) for citation in left.settled_by)
            by = word("settled_by").fill(x=self.label(left.settled_from)).say(self.lang)
            yield f"  - {left.label.say(self.lang)}"
            yield f"    {by} {sources}"
        if self.answer.norms_below:
            names = (label.say(self.lang) for _, label in self.answer.norms_below)
            yield f"{self.head('norms_below')} {SEPARATOR[self.lang].join(names)}"

    def _actor(self, actor: ActorAnswer) -> Iterator[str]:
        name = actor.id if actor.name == actor.id else f"{actor.name} ({actor.id})"
        yield ""
        yield name
        yield "-" * len(name)
        roles = ", ".join(role.label.say(self.lang) for role in actor.roles)
        yield f"{self.head('roles')} {roles or self.say('none')}"
        yield from self._conclusion("certification", actor.certification)
        yield from self._conclusion("approval", actor.approval)
        yield from self._norms("norms", actor.norms)
        yield from self._norms("possible", actor.possible_norms)
        breached = [norm.label.say(self.lang) for norm in actor.norms if norm.id in actor.breaches]
        yield f"{self.head('breaches')} {SEPARATOR[self.lang].join(breached) or self.say('none')}"

    def _conclusion(self, key: str, conclusion: Conclusion) -> Iterator[str]:
        yield f"{self.head(key)} {self.say(conclusion.answer.value).upper()}"
        for name in ("activities", "covered", "missing"):
            if values := getattr(conclusion, name):
                yield f"  {self.head(name)}"
                yield from (f"    - {self.label(value)}" for value in values)
        if conclusion.because is not None and conclusion.answer is not Outcome.CONTESTED:
            yield f"  {self.head('why')}"
            yield from (f"    {line}" for line in digest_lines(conclusion.because, self.lang))
        yield from self._positions(conclusion.positions)
        yield from self._missing(conclusion.missing_facts)
        yield from self._flips(conclusion)

    def _positions(self, positions: tuple[Position, ...]) -> Iterator[str]:
        if positions:
            yield f"  {self.head('positions')}"
        for p in positions:
            sources = ", ".join(cited(citation, self.lang) for citation in p.source)
            yield f"    - {p.reading_label.say(self.lang)} → {self.say(p.answer.value)}"
            rank = f"{self.say('rank')} {self.label(p.authority)}"
            parts = (p.holder.say(self.lang), sources, rank, self.say(p.standing))
            yield f"      {SEPARATOR[self.lang].join(parts)}"

    def _missing(self, missing: tuple[MissingFact, ...]) -> Iterator[str]:
        if missing:
            yield f"  {self.head('ask')}"
        for fact in missing:
            yield f"    - {fact.question.say(self.lang)} ({fact.fact})"
            labels = dict(fact.replies)
            for reply, outcome in fact.settles:
                label = labels[reply].say(self.lang) if reply in labels else reply
                yield f"      {label} → {self.say(outcome.value)}"

    def _flips(self, conclusion: Conclusion) -> Iterator[str]:
        if conclusion.flips:
            yield f"  {self.head('flips')}"
        for flip in conclusion.flips[:_SHOWN]:
            changes = SEPARATOR[self.lang].join(
                change.label.say(self.lang) for change in flip.changes
            )
            yield f"    - {changes} → {self.say(flip.answer.value)}"
        if len(conclusion.flips) > _SHOWN:
            more = word("more").fill(n=str(len(conclusion.flips) - _SHOWN))
            yield f"    - {more.say(self.lang)}"

    def _norms(self, key: str, norms: tuple[NormAnswer, ...]) -> Iterator[str]:
        if norms:
            yield self.head(key)
        for norm in norms:
            owed = f", {self.say('owed_to')} {norm.owed_to.say(self.lang)}" if norm.owed_to else ""
            yield f"  - {norm.label.say(self.lang)} ({norm.id}){owed}"
            yield f"    {self._basis(norm)}{self.colon} {self.say(norm.status.value)}"

    def _basis(self, norm: NormAnswer) -> str:
        rank = (self.label(norm.authority),) if norm.authority else ()
        return ", ".join((self.say(norm.modality), norm.provision, *rank))
