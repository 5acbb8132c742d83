"""Norms against the actors of the case at hand: each cell unfolds to its proof."""

from __future__ import annotations

from kg.domain.answers import ActorAnswer, Answer, NormAnswer, Outcome
from ui.components.markup import Html, badge, element, joined, sentence, show, table
from ui.components.places import cites
from ui.components.proof import why
from ui.components.verdicts import status_badge
from ui.session import answer_to, language, say, say_day, situation

__all__ = ["show_case"]


def show_case() -> None:
    """Show who of the case is bound by what on its day, and whether it is kept."""
    answer = answer_to(situation().question)
    title = answer.title.say(language()) or answer.case
    said = say("obligations.of_case", title=title, day=say_day(answer.day))
    show(element("p", said, class_="note"))
    norms = _norms(answer)
    if not norms:
        show(element("p", say("obligations.none_in_case"), class_="change", role="status"))
        return
    heads = [say("obligations.norm"), *(actor.name or actor.id for actor in answer.actors)]
    rows = (
        [_norm(norm), *(_cell(actor, norm.id) for actor in answer.actors)]
        for norm in norms.values()
    )
    body = table(heads, rows, said, "plain matrix")
    show(element("div", body, class_="scroll", tabindex="0", role="region", aria_label=said))


def _norms(answer: Answer) -> dict[str, NormAnswer]:
    """Return the norms that bind somebody, or might, those that surely bind first."""
    sure = [norm for actor in answer.actors for norm in actor.norms]
    perhaps = [norm for actor in answer.actors for norm in actor.possible_norms]
    return {norm.id: norm for norm in (*sure, *perhaps)}


def _norm(norm: NormAnswer) -> Html:
    label = element("span", sentence(norm.label.say(language())))
    return joined([label, element("small", cites(norm.citations))])


def _cell(actor: ActorAnswer, norm: str) -> Html:
    bound = next((n for n in actor.norms if n.id == norm), None)
    if bound is not None:
        reasons = [
            why(bound.because, say("why_bound")),
            why(bound.status_because, say("why_status")),
        ]
        return joined([status_badge(bound.status), *reasons])
    perhaps = next((n for n in actor.possible_norms if n.id == norm), None)
    if perhaps is not None:
        return badge(say(f"binding.{perhaps.binding.value}"), "unknown")
    return element("span", say(f"binding.{Outcome.NO.value}"), class_="said")
