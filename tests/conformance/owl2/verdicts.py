"""What the engine says of a test case, held against what the standard says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from kg.reasoning.axioms.reader import Axioms, read_axioms
from kg.reasoning.axioms.refusals import Refusal, RefusedAxiomError
from kg.reasoning.axioms.statements import constructs_in
from kg.reasoning.worlds.entailment import entails
from kg.reasoning.worlds.expansion import has_model
from tests.conformance.owl2.suite import Test

__all__ = ["Outcome", "Verdict", "judge"]


class Outcome(StrEnum):
    """How one claim of a test came out."""

    RIGHT = "right"
    WRONG = "wrong"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One claim of one test, how it came out, and what it used or why it was refused."""

    test: str
    claim: str
    is_dl: bool
    outcome: Outcome
    constructs: frozenset[str] = frozenset()
    refused: frozenset[str] = frozenset()


def judge(test: Test) -> list[Verdict]:
    """Return a verdict on each claim of a test."""
    if not test.premise:
        return [
            _refused(test, claim, [Refusal("functional-style syntax", "")]) for claim in test.claims
        ]
    axioms = read_axioms(test.graph())
    if axioms.refused:
        return [_refused(test, claim, axioms.refused) for claim in test.claims]
    return [_judge(test, claim, axioms) for claim in test.claims]


def _judge(test: Test, claim: str, axioms: Axioms) -> Verdict:
    try:
        said, expected = _CLAIMS[claim](test, axioms)
    except RefusedAxiomError as error:
        return _refused(test, claim, error.refusals)
    return Verdict(
        test=test.name,
        claim=claim,
        is_dl=test.is_dl,
        outcome=Outcome.RIGHT if said is expected else Outcome.WRONG,
        constructs=frozenset(name for axiom in axioms.taken for name in constructs_in(axiom)),
    )


def _entails(test: Test, axioms: Axioms) -> bool:
    conclusion = read_axioms(*test.concluded())
    if conclusion.refused:
        raise RefusedAxiomError(*conclusion.refused)
    return entails(axioms.taken, conclusion.taken)


_CLAIMS: dict[str, Callable[[Test, Axioms], tuple[bool, bool]]] = {
    "consistent": lambda _, axioms: (has_model(axioms.taken), True),
    "inconsistent": lambda _, axioms: (has_model(axioms.taken), False),
    "entailed": lambda test, axioms: (_entails(test, axioms), True),
    "not entailed": lambda test, axioms: (_entails(test, axioms), False),
}


def _refused(test: Test, claim: str, refusals: tuple[Refusal, ...] | list[Refusal]) -> Verdict:
    return Verdict(
        test=test.name,
        claim=claim,
        is_dl=test.is_dl,
        outcome=Outcome.REFUSED,
        refused=frozenset(refusal.what for refusal in refusals),
    )
