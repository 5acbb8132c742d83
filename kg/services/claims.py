"""Claims found in a text by their words, each put to the test of the graph."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from kg.domain.answers import ActorAnswer, Answer
from kg.domain.audits import CitationStatus, ClaimFinding, ClaimTest
from kg.domain.claims import Claim, Question
from kg.domain.folding import squeeze
from kg.errors import Fault, HdsError, OntologyError
from kg.services.cases import load_case
from kg.services.citing import Citations
from kg.services.qualify import qualify
from kg.services.workspace import Workspace
from kg.store.claims import read_claims
from kg.store.texts import provision
from kg.vocabulary import HDS

__all__ = ["Claims"]

_NOTHING = "nothing"
"""What is found where a question has no answer on the day."""


class Claims:
    """The judge of claims, on one day."""

    def __init__(self, workspace: Workspace, citations: Citations, day: date) -> None:
        """Keep what is asked; a case is read and qualified once."""
        self.workspace, self.citations, self.day = workspace, citations, day
        self._answer = lru_cache(maxsize=None)(self._qualified)

    def judge(self, text: str) -> tuple[ClaimFinding, ...]:
        """Return the claims that a text repeats, or whose subject it leaves out, in its order."""
        squeezed, places = squeeze(text)
        known = read_claims(self.workspace.graph)
        lines = {claim.iri: _line(claim, text, squeezed, places) for claim in known}
        found = [self._finding(claim, lines[claim.iri]) for claim in known if lines[claim.iri]]
        opinions = {claim.opinion for claim in known if lines[claim.iri]}
        silent = (c for c in known if c.omits and c.opinion in opinions)
        found.sort(key=lambda finding: finding.line)
        return (
            *found,
            *(self._omission(claim, text) for claim in silent if self._left(claim, text)),
        )

    def _left(self, claim: Claim, text: str) -> tuple[str, ...]:
        cited = self.citations.provisions(text)
        return tuple(iri for iri in claim.omits if iri not in cited)

    def _omission(self, claim: Claim, text: str) -> ClaimFinding:
        return self._finding(claim, 0, self._left(claim, text))

    def _finding(self, claim: Claim, line: int, sources: tuple[str, ...] = ()) -> ClaimFinding:
        return ClaimFinding(
            id=claim.id,
            label=claim.label,
            quote=claim.quotes[0] if claim.quotes else "",
            line=line,
            verdict=claim.verdict,
            verdict_label=claim.verdict_label,
            is_sound=claim.is_sound,
            explanation=claim.explanation,
            sources=tuple(self.workspace.cite(s, self.day) for s in sources or claim.sources),
            confidence=claim.confidence,
            tests=tuple(self._test(claim, question) for question in claim.questions),
        )

    def _test(self, claim: Claim, question: Question) -> ClaimTest:
        match question.asks:
            case "wording":
                found = self._wording(claim)
            case "citation":
                found = self._citation(claim)
            case _:
                found = self._asked(question)
        return ClaimTest(
            asks=question.asks,
            expected=question.expects,
            found=found,
            case=question.case,
            actor=question.actor,
        )

    def _wording(self, claim: Claim) -> str:
        """Tell whether the words quoted stand in a wording, in force on the day, of the source."""
        quote, _ = squeeze(claim.quotes[0])
        return "present" if any(quote in squeeze(t)[0] for t in self._texts(claim)) else "absent"

    def _texts(self, claim: Claim) -> Iterator[str]:
        graph = self.workspace.graph
        for source in claim.sources:
            if HDS.term("Provision") in graph.iris(source, _TYPE):
                version = provision(graph, source).version_on(self.day)
                yield from (p.text for p in (version.paragraphs if version else ()))

    def _citation(self, claim: Claim) -> str:
        """Return the worst status of what the quotations cite."""
        worst = [CitationStatus.UNKNOWN, CitationStatus.SUPERSEDED, CitationStatus.NOT_YET]
        found = {f.status for quote in claim.quotes for f in self.citations.judge(quote)}
        return next((s.value for s in worst if s in found), CitationStatus.IN_FORCE.value)

    def _asked(self, question: Question) -> str:
        answer = self._answer(question.case)
        actor = answer.actor(question.actor) if answer else None
        return self._reply(actor, question.asks) if actor else _NOTHING

    def _reply(self, actor: ActorAnswer, asks: str) -> str:
        if asks == actor.certification.question:
            return actor.certification.answer.value
        if asks == actor.approval.question:
            return actor.approval.answer.value
        if any(asks == activity.id for activity in self.workspace.catalogue.activities):
            return _said(holds=asks in actor.certification.activities)
        if any(asks == role.id for role in self.workspace.catalogue.roles):
            return _said(holds=any(asks == role.id for role in actor.roles))
        return _said(holds=any(asks == norm.id for norm in actor.norms))

    def _qualified(self, name: str) -> Answer | None:
        """Return the answer to a case of the claims; None where the day has no law to apply.

        Raises:
            OntologyError: a claim names a case that does not exist.
        """
        path = self.workspace.settings.data / "claims" / f"{name}.yaml"
        if not path.is_file():
            raise OntologyError(_no_such_case(name))
        case = load_case(self.workspace, path)
        try:
            return qualify(self.workspace, case, on=self.day)
        except HdsError:  # before the regime
            return None


_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


def _said(*, holds: bool) -> str:
    return "yes" if holds else "no"


def _line(claim: Claim, text: str, squeezed: str, places: list[int]) -> int:
    """Return the line on which a text repeats a claim, 0 where it does not."""
    for quote in claim.quotes:
        words, _ = squeeze(quote)
        if (place := squeezed.find(words)) >= 0:
            return text.count("\n", 0, places[place]) + 1
    return 0


def _no_such_case(name: str) -> Fault:
    return Fault(
        fr=f"le dossier « {name} », qui éprouve une affirmation, manque à data/claims. "
        "Ajoutez-le ou corrigez ontology/opinions.ttl.",
        en=f"the case “{name}”, which tests a claim, is missing from data/claims. "
        "Add it or correct ontology/opinions.ttl.",
        key=name,
    )
