"""The qualification memo of a case: the answer first, then why, then everything it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from kg.domain.answers import ActorAnswer, Answer, Conclusion, Outcome
from kg.domain.case_format import CaseFormat
from kg.domain.cases import Case
from kg.domain.law import Citation
from kg.domain.proofs import Step, StepKind
from kg.domain.texts import Language
from kg.domain.wording import day_words, word
from kg.exports.case.document import Block, Document, Heading, Items, Paragraph, Table
from kg.exports.case.facts import fact_rows
from kg.exports.case.memo_words import MEMO_WORDS
from kg.exports.case.register import duty_rows
from kg.exports.case.sources import source_rows
from kg.exports.proof_text import SEPARATOR, cited

__all__ = ["memo"]


def memo(case: Case, answer: Answer, form: CaseFormat, *, version: str, lang: Language) -> Document:
    """Return the memo of an answered case, fit to send.

    Args:
        case: the facts.
        answer: what is concluded from them.
        form: the words of the facts.
        version: the version of the ontology, for who wants to conclude again.
        lang: the language of the memo.
    """
    return _Memo(case, answer, form, version, lang).document()


class _Memo:
    def __init__(
        self, case: Case, answer: Answer, form: CaseFormat, version: str, lang: Language
    ) -> None:
        self.case, self.answer, self.form = case, answer, form
        self.version, self.lang = version, lang

    def say(self, key: str) -> str:
        return (MEMO_WORDS[key] if key in MEMO_WORDS else word(key)).say(self.lang)

    def heads(self, *keys: str) -> tuple[str, ...]:
        return tuple(self.say(key) for key in keys)

    def document(self) -> Document:
        day = day_words(self.answer.day, self.lang)
        return Document(
            title=self.answer.title.say(self.lang) or self.case.id,
            subtitle=MEMO_WORDS["law_on"].fill(day=day).say(self.lang),
            lang=self.lang,
            blocks=tuple(self.blocks()),
        )

    def blocks(self) -> Iterator[Block]:
        yield from self.short()
        yield Heading(1, self.say("analysis"))
        for actor in self.answer.actors:
            yield from self.actor(actor)
        yield Heading(1, self.say("duties"))
        head = self.heads("actor", "duty", "modality", "towards", "provision", "rank", "status")
        yield Table(head, tuple(duty_rows(self.answer, self.lang)))
        yield Heading(1, self.say("facts"))
        yield Paragraph(self.say("facts_note"))
        facts = tuple(fact_rows(self.case, self.form, self.lang))
        yield Table(self.heads("entity", "fact", "value"), facts)
        yield Heading(1, self.say("sources"))
        head = self.heads("provision", "since", "rank", "confidence", "address")
        yield Table(head, tuple(source_rows(self.answer, self.lang)))
        yield from self.close()

    def short(self) -> Iterator[Block]:
        yield Heading(1, self.say("short"))
        if self.answer.floor:
            rank = self.answer.label(self.answer.floor).say(self.lang)
            yield Paragraph(MEMO_WORDS["floor"].fill(rank=rank).say(self.lang))
        head = self.heads("actor", "roles", "certification", "approval", "breaches")
        yield Table(head, tuple(self.line(actor) for actor in self.answer.actors))

    def line(self, actor: ActorAnswer) -> tuple[str, ...]:
        norms = {norm.id: norm.label.say(self.lang) for norm in actor.norms}
        return (
            actor.name,
            ", ".join(role.label.say(self.lang) for role in actor.roles) or self.say("none"),
            self.outcome(actor.certification),
            self.outcome(actor.approval),
            SEPARATOR[self.lang].join(norms[id_] for id_ in actor.breaches) or self.say("none"),
        )

    def outcome(self, conclusion: Conclusion) -> str:
        said = self.say(conclusion.answer.value)
        activities = [self.answer.label(id_).say(self.lang) for id_ in conclusion.activities]
        return f"{said} ({SEPARATOR[self.lang].join(activities)})" if activities else said

    def actor(self, actor: ActorAnswer) -> Iterator[Block]:
        yield Heading(2, actor.name)
        yield from self.conclusion("certification", actor.certification)
        yield from self.conclusion("approval", actor.approval)

    def conclusion(self, key: str, conclusion: Conclusion) -> Iterator[Block]:
        yield Paragraph(f"{self.say(key)} — {self.outcome(conclusion)}", strong=True)
        if conclusion.because is not None and conclusion.answer is not Outcome.CONTESTED:
            yield Heading(3, self.say("why"))
            yield Items(tuple(_reasons(conclusion.because, self.lang)), numbered=True)
            yield Paragraph(
                f"{self.say('based_on')} — {_provisions(conclusion.because, self.lang)}"
            )
        yield from self.readings(conclusion)
        yield from self.missing(conclusion)
        yield from self.flips(conclusion)

    def readings(self, conclusion: Conclusion) -> Iterator[Block]:
        if not conclusion.positions:
            return
        yield Heading(3, self.say("readings"))
        head = self.heads("reading", "answer", "holder", "source", "rank", "standing")
        rows = tuple(
            (
                position.reading_label.say(self.lang),
                self.say(position.answer.value),
                position.holder.say(self.lang),
                _listed(position.source, self.lang),
                self.answer.label(position.authority).say(self.lang),
                self.say(position.standing),
            )
            for position in conclusion.positions
        )
        yield Table(head, rows)

    def missing(self, conclusion: Conclusion) -> Iterator[Block]:
        if not conclusion.missing_facts:
            return
        yield Heading(3, self.say("missing"))
        rows = []
        for fact in conclusion.missing_facts:
            labels = dict(fact.replies)
            settled = (
                f"{labels[reply].say(self.lang) if reply in labels else reply} → "
                f"{self.say(outcome.value)}"
                for reply, outcome in fact.settles
            )
            rows.append((fact.question.say(self.lang), SEPARATOR[self.lang].join(settled)))
        yield Table(self.heads("question", "settles"), tuple(rows))

    def flips(self, conclusion: Conclusion) -> Iterator[Block]:
        if not conclusion.flips:
            return
        yield Heading(3, self.say("flips"))
        rows = tuple(
            (
                SEPARATOR[self.lang].join(change.label.say(self.lang) for change in flip.changes),
                self.say(flip.answer.value),
            )
            for flip in conclusion.flips
        )
        yield Table(self.heads("change", "answer"), rows)

    def close(self) -> Iterator[Block]:
        yield Paragraph(MEMO_WORDS["made_with"].fill(version=self.version).say(self.lang))
        yield Paragraph(self.say("no_personal_data"))
        yield Paragraph(self.say("disclaimer"), strong=True)


def _reasons(step: Step, lang: Language) -> Iterator[str]:
    """Yield the facts that a proof rests on, then what it concludes."""
    facts = (part for part in step.walk() if part.kind is StepKind.FACT)
    for part in dict.fromkeys((p.sentence.say(lang), p.fact) for p in facts):
        sentence, path = part
        yield sentence[:1].upper() + sentence[1:] + "." + (f" [{path}]" if path else "")
    words = step.sentence.say(lang)
    yield words[:1].upper() + words[1:] + "."


def _provisions(step: Step, lang: Language) -> str:
    used = (part for part in step.walk() if part.kind is not StepKind.READING)
    return _listed(tuple(c for part in used for c in part.citations), lang)


def _listed(citations: tuple[Citation, ...], lang: Language) -> str:
    return SEPARATOR[lang].join(sorted({cited(citation, lang) for citation in citations}))
