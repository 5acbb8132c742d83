"""The answer at a glance: every actor on a line; and what the last change did to it."""

from __future__ import annotations

from collections.abc import Iterator

from kg.domain.answers import ActorAnswer, Answer, Conclusion
from ui.components.markup import Html, bullets, element, joined, table
from ui.components.names import name_of
from ui.components.verdicts import concern, in_short, verdict
from ui.session import say, say_day

__all__ = ["changes", "summary"]


def summary(answer: Answer) -> Html:
    """Return the table of the actors and what each owes."""
    heads = [say("actor"), say("certificate"), say("approval"), say("breaches")]
    rows = (_row(actor) for actor in concern(answer))
    caption = say("law_of", day=say_day(answer.day))
    return table(heads, rows, caption, "summary")


def _row(actor: ActorAnswer) -> list[str]:
    count = len(actor.breaches)
    breaches = element("span", str(count), class_="count owed") if count else Html("0")
    certificate, approval = in_short(actor.certification), in_short(actor.approval)
    return [name_of(actor), certificate, approval, breaches]


def changes(old: Answer, new: Answer) -> Html:
    """Return what is no longer answered as it was."""
    lines = [line for actor in new.actors for line in _moves(old.actor(actor.id), actor)]
    said = bullets(lines) if lines else element("p", say("nothing_changed"))
    return element(
        "div", element("strong", say("what_changed")), said, class_="change", role="status"
    )


def _moves(old: ActorAnswer | None, new: ActorAnswer) -> Iterator[Html]:
    if old is None:
        return
    for before, after in (
        (old.certification, new.certification),
        (old.approval, new.approval),
    ):
        if _told(before) != _told(after):
            yield joined(
                [name_of(new), say("colon"), _told(before), " → ", element("strong", _told(after))]
            )
    if old.breaches != new.breaches:
        counts = f"{len(old.breaches)} → {len(new.breaches)}"
        yield joined([name_of(new), say("colon"), say("breaches_moved", counts=counts)])


def _told(conclusion: Conclusion) -> str:
    said = verdict(conclusion)
    if not conclusion.missing:
        return said
    return f"{said} ({say('missing_count', count=len(conclusion.missing))})"
