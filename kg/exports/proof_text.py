"""A proof as a numbered chain, from facts and provisions to the conclusion."""

from __future__ import annotations

from collections.abc import Iterator

from kg.domain.law import Citation
from kg.domain.proofs import Step, StepKind
from kg.domain.texts import Language
from kg.domain.wording import day_words, word

__all__ = ["SEPARATOR", "cited", "digest_lines", "proof_lines"]

SEPARATOR: dict[Language, str] = {"fr": "\N{NO-BREAK SPACE}; ", "en": "; "}


def cited(citation: Citation, lang: Language) -> str:
    """Return how a provision is cited."""
    return citation.label.say(lang) or citation.iri


def proof_lines(step: Step, lang: Language) -> Iterator[str]:
    """Yield the steps of a proof, numbered; each says what it rests on."""
    numbers: dict[int, int] = {}
    for number, part in enumerate(step.walk(), start=1):
        numbers[id(part)] = number
        yield f"{number}. {_sentence(part, lang)}"
        if details := SEPARATOR[lang].join(_details(part, numbers, lang)):
            yield f"   [{details}]"


def digest_lines(step: Step, lang: Language) -> Iterator[str]:
    """Yield the conclusion of a proof, the facts that it rests on, and its provisions."""
    yield _sentence(step, lang)
    steps = list(step.walk())
    for part in steps:
        if part.kind is StepKind.FACT:
            yield f"- {part.sentence.say(lang)}" + (f" [{part.fact}]" if part.fact else "")
    used = (part for part in steps if part.kind is not StepKind.READING)
    provisions = dict.fromkeys(cited(c, lang) for part in used for c in part.citations)
    yield f"{word('rests_on').say(lang)} {SEPARATOR[lang].join(sorted(provisions))}."


def _sentence(step: Step, lang: Language) -> str:
    words = step.sentence.say(lang)
    return words[:1].upper() + words[1:] + "."


def _details(step: Step, numbers: dict[int, int], lang: Language) -> Iterator[str]:
    if step.kind is StepKind.FACT:
        yield f"{word('fact').say(lang)} {step.fact}".strip()
    if step.premises:
        steps = ", ".join(str(numbers[id(premise)]) for premise in step.premises)
        yield f"{word('by_steps').say(lang)} {steps}"
    yield from (cited(citation, lang) for citation in step.citations)
    if step.since:
        yield f"{word('since').say(lang)} {day_words(step.since, lang)}"
    yield from (part for part in (step.authority, step.confidence) if part)
