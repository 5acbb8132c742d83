"""The table of `docs/conformance.md`, written by the run itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from tests.conformance.owl2.verdicts import Outcome, Verdict

__all__ = ["report"]

_HEAD = """# Conformance to OWL 2

`make conformance SUITES=DIR` gives the W3C's OWL 2 test cases (`owl2-test-cases.rdf`, kept outside
the repository) to the project's own compiler and engine, and writes this page.
A test makes one or more claims: that its ontology is consistent or inconsistent,
that a conclusion follows of it or does not.
A claim whose axioms the engine takes is to come out as the standard says.
One that it does not take is refused, by the name of the construct; it is never guessed.

The suite holds ontologies of OWL 2 DL and others, of OWL 2 Full, for which the meaning that the
engine follows (the Direct Semantics) is only defined where they happen to have the form of axioms.
"""


def report(verdicts: Sequence[Verdict]) -> str:
    """Return the page: the claims by outcome, the constructs taken, the constructs refused."""
    parts = [_HEAD, _outcomes(verdicts), _taken(verdicts), _refused(verdicts)]
    if wrong := [v for v in verdicts if v.outcome is Outcome.WRONG]:
        parts.append("## Wrong\n\n" + "\n".join(f"- {v.test}: {v.claim}" for v in wrong) + "\n")
    return "\n".join(parts)


def _outcomes(verdicts: Sequence[Verdict]) -> str:
    rows = []
    for name, is_dl in (("OWL 2 DL", True), ("OWL 2 Full", False)):
        for claim in ("consistent", "inconsistent", "entailed", "not entailed"):
            found = [v for v in verdicts if v.claim == claim and v.is_dl is is_dl]
            rows.append([name, claim, len(found), *_counts(found)])
    rows.append(["all", "", len(verdicts), *_counts(verdicts)])
    tests = len({v.test for v in verdicts})
    return f"## Claims\n\n{tests} tests.\n\n" + _table(
        ["ontologies", "claim", "claims", *(o.value for o in Outcome)], rows
    )


def _counts(verdicts: Iterable[Verdict]) -> list[int]:
    counts = Counter(v.outcome for v in verdicts)
    return [counts[outcome] for outcome in Outcome]


def _taken(verdicts: Iterable[Verdict]) -> str:
    right, wrong = Counter[str](), Counter[str]()
    for verdict in verdicts:
        (wrong if verdict.outcome is Outcome.WRONG else right).update(verdict.constructs)
    rows = [
        [f"`{name}`", right[name], wrong[name]] for name in sorted(right | wrong, key=str.lower)
    ]
    head = ["construct", "claims that use it and come out right", "wrong"]
    return "## Constructs taken\n\n" + _table(head, rows)


def _refused(verdicts: Iterable[Verdict]) -> str:
    counts = Counter(name for verdict in verdicts for name in verdict.refused)
    rows = [
        [f"`{name}`", count] for name, count in sorted(counts.items(), key=lambda c: (-c[1], c[0]))
    ]
    return "## Constructs refused\n\n" + _table(["construct", "claims refused for it"], rows)


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join("| " + " | ".join(map(str, line)) + " |\n" for line in lines)
