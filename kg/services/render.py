"""Answers and proofs as text or JSON."""

from __future__ import annotations

from collections.abc import Iterator

from kg.domain.answers import ActorAnswer, Answer, Conclusion
from kg.domain.texts import Language
from kg.domain.wording import word
from kg.exports.answer_json import answer_to_json
from kg.exports.answer_text import answer_to_text
from kg.exports.proof_text import proof_lines

__all__ = ["explanation_text", "to_json", "to_text"]


def to_json(answer: Answer) -> str:
    """Return the answer as one line of JSON (`hds-answer/1`)."""
    return answer_to_json(answer)


def to_text(answer: Answer, lang: Language) -> str:
    """Return the answer as a person reads it."""
    return answer_to_text(answer, lang)


def explanation_text(actor: ActorAnswer, lang: Language) -> str:
    """Return the proofs of everything concluded about one actor, each a numbered chain."""
    lines: list[str] = []
    for conclusion in (actor.certification, actor.approval):
        lines += _heading(
            f"{conclusion.label.say(lang)} : {word(conclusion.answer.value).say(lang)}"
        )
        if conclusion.because is None:
            lines.append(word("nothing_proved").say(lang))
            lines += _missing(conclusion, lang)
        else:
            lines += proof_lines(conclusion.because, lang)
    for role in actor.roles:
        if role.because is not None:
            lines += [*_heading(role.label.say(lang)), *proof_lines(role.because, lang)]
    for norm in actor.norms:
        lines += _heading(
            f"{norm.label.say(lang)} ({norm.id}) : {word(norm.status.value).say(lang)}"
        )
        for step in (norm.because, norm.status_because):
            lines += proof_lines(step, lang) if step is not None else []
    return "\n".join(lines).lstrip("\n") + "\n"


def _missing(conclusion: Conclusion, lang: Language) -> Iterator[str]:
    """Yield what is missing: each fact that decides, and the replies that settle it."""
    for missing in conclusion.missing_facts:
        yield f"- {missing.question.say(lang)} [{missing.fact}]"
        labels = dict(missing.replies)
        for reply, outcome in missing.settles:
            said = labels[reply].say(lang) if reply in labels else reply
            yield f"  {said} → {word(outcome.value).say(lang)}"


def _heading(title: str) -> list[str]:
    return ["", title, "-" * len(title)]
