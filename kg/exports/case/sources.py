"""What an answer rests on: each provision once, with its rank, its day and how it was checked."""

from __future__ import annotations

from collections.abc import Iterator

from kg.domain.answers import Answer
from kg.domain.proofs import Step
from kg.domain.texts import Language
from kg.domain.wording import day_words
from kg.exports.proof_text import cited

__all__ = ["source_rows"]

Row = tuple[str, ...]


def source_rows(answer: Answer, lang: Language) -> Iterator[Row]:
    """Yield each provision that some step applies: its day, its rank, its check, its address."""
    rows: dict[str, Row] = {}
    for step in _steps(answer):
        for citation in step.citations:
            since = day_words(step.since, lang) if step.since is not None else ""
            rank = answer.label(step.authority).say(lang) if step.authority else ""
            label = cited(citation, lang)
            known = rows.get(label, ("", "", "", "", ""))
            row = (label, since or known[1], rank or known[2], step.confidence or known[3])
            rows[label] = (*row, citation.url)
    yield from (rows[label] for label in sorted(rows))


def _steps(answer: Answer) -> Iterator[Step]:
    for actor in answer.actors:
        proofs = [
            *(actor.certification.because, actor.approval.because),
            *(role.because for role in actor.roles),
            *(norm.because for norm in actor.norms),
            *(norm.status_because for norm in actor.norms),
            *(p.because for p in (*actor.certification.positions, *actor.approval.positions)),
        ]
        for proof in proofs:
            if proof is not None:
                yield from proof.walk()
