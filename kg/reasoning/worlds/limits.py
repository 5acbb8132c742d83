"""What the axioms leave possible of a case, and the facts that clash where they leave nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from kg.reasoning.axioms.statements import Axiom
from kg.reasoning.engine.evaluation import Evaluation
from kg.reasoning.functions import FALSE
from kg.reasoning.worlds.grounding import Grounding

__all__ = ["breaks", "least", "possible"]

Item = TypeVar("Item")


def possible(evaluation: Evaluation, axioms: Iterable[Axiom]) -> int:
    """Return under what condition on the facts a situation contradicts none of the axioms."""
    grounding = Grounding(evaluation)
    return evaluation.functions.every(f for axiom in axioms for f in grounding.of(axiom.says))


def breaks(evaluation: Evaluation, axioms: Sequence[Axiom]) -> bool:
    """Tell whether a situation contradicts the axioms, whatever its unknown facts are."""
    return bool(axioms) and possible(evaluation, axioms) == FALSE


def least(items: Sequence[Item], clash: Callable[[Sequence[Item]], bool]) -> tuple[Item, ...]:
    """Return items that clash, none of which can be left out; `items` themselves clash.

    The items are halved while halves clash on their own, then tried one by one (U. Junker,
    “QuickXplain”, 2004).

    >>> least("abcdefgh", lambda kept: {"c", "f"} <= set(kept))
    ('c', 'f')
    """
    return tuple(_least((), items, clash, is_known=False))


def _least(
    base: Sequence[Item],
    items: Sequence[Item],
    clash: Callable[[Sequence[Item]], bool],
    *,
    is_known: bool,
) -> list[Item]:
    """Return the fewest of `items` that clash with `base`, which may clash by itself if known."""
    if is_known and clash(base):
        return []
    if len(items) == 1:
        return list(items)
    half = len(items) // 2
    left, right = items[:half], items[half:]
    second = _least([*base, *left], right, clash, is_known=True)
    first = _least([*base, *second], left, clash, is_known=bool(second))
    return first + second
