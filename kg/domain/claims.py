"""Claims that an opinion makes about the law, and how each is put to the test."""

from __future__ import annotations

from dataclasses import dataclass

from kg.domain.texts import Text

__all__ = ["Claim", "Question"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question put to the graph, and the answer that the verdict on a claim rests on.

    `asks` is `certification`, `approval`, the id of an activity, a role or a norm (all of `actor`
    in `case`); or `wording` (are the quoted words those of the source?), or `citation` (is all
    that the quotation cites in force?).
    """

    asks: str
    expects: str
    case: str = ""
    actor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A claim of an opinion: the words that make it, and what the graph holds of it.

    `omits` are provisions on which the opinion is silent: such a claim has no quotation.
    """

    iri: str
    id: str
    label: Text
    opinion: str
    quotes: tuple[str, ...]
    omits: tuple[str, ...]
    verdict: str
    verdict_label: Text
    is_sound: bool
    explanation: Text
    sources: tuple[str, ...]
    confidence: str
    questions: tuple[Question, ...]
