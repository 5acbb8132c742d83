"""From what a worker, or the wait for one, came to: the error for the person who asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kg.errors import Fault, QueryError, QueryReason
from kg.sandbox import faults
from kg.sandbox.question import MOST_BYTES, Question

__all__ = ["refusal"]

_NOTHING = Question(text="")
_REASONS: Mapping[str, QueryReason] = {
    "busy": "busy",
    "bytes": "too-big",
    "memory": "too-slow",
    "rows": "too-big",
    "time": "too-slow",
    "unacceptable": "unacceptable",
    "unstartable": "busy",
}


def refusal(
    what: str, question: Question = _NOTHING, *, message: str = "", seconds: float = 0.0
) -> QueryError:
    """Return the error of a question that has no answer.

    Args:
        what: the name of what happened, as workers and turns give it.
        question: what was asked.
        message: what the engine said.
        seconds: the time that was allowed.
    """
    known: dict[str, Callable[[], Fault]] = {
        "busy": faults.busy,
        "bytes": lambda: faults.too_big(MOST_BYTES),
        "failed": lambda: faults.failed(message),
        "memory": faults.memory,
        "rows": lambda: faults.too_many_rows(question.rows),
        "syntax": lambda: faults.syntax(question.text, message),
        "time": lambda: faults.too_slow(seconds),
        "unacceptable": lambda: faults.unacceptable(message),
        "unstartable": faults.unstartable,
    }
    fault = known.get(what, faults.crashed)()
    return QueryError(fault, reason=_REASONS.get(what, "wrong"))
