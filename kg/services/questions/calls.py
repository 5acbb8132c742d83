"""What the catalogue asks of the reasoner, by the name that a question gives in `calls`."""

from __future__ import annotations

from collections.abc import Mapping

from kg.services.questions.cells import Call
from kg.services.questions.conclusions import (
    certification,
    flips,
    floors,
    missing_facts,
    positions,
    weak_steps,
)
from kg.services.questions.health import (
    contradictions,
    round_trips,
    terms_changed,
    untested_rules,
    violations,
)
from kg.services.questions.memos import stale_citations
from kg.services.questions.norms import norms, role
from kg.services.questions.what_if import what_if

__all__ = ["CALLS"]

CALLS: Mapping[str, Call] = {
    "certification": certification,
    "contradictions": contradictions,
    "flips": flips,
    "floors": floors,
    "missing_facts": missing_facts,
    "norms": norms,
    "positions": positions,
    "role": role,
    "round_trip": round_trips,
    "stale_citations": stale_citations,
    "terms_changed": terms_changed,
    "untested_rules": untested_rules,
    "violations": violations,
    "weak_steps": weak_steps,
    "what_if": what_if,
}
"""Each yields rows in the order of the columns that its question returns."""
