"""Proofs: numbered sentences, each with what it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from kg.domain.answers import Conclusion
from kg.domain.law import Citation
from kg.domain.proofs import Step, StepKind
from ui.components.markup import Html, bullets, details, element, joined, sentence
from ui.components.places import cite, cites
from ui.components.scales import confidence_label, rank_label
from ui.session import language, say, say_day, situation

__all__ = ["brief", "doubts", "proof", "why"]

_READ = "V"
_MOST_CONCLUSIONS = 5
_MOST_FACTS = 6


def why(step: Step | None, title: str = "") -> Html:
    """Return a proof that unfolds; nothing where there is none."""
    return Html("") if step is None else details(title or say("why"), proof(step), class_="why")


def brief(step: Step) -> Html:
    """Return a proof in short: the facts it starts from, the law's last steps, all the rest."""
    parts = list(step.walk())
    facts = [part for part in parts if part.kind is StepKind.FACT]
    last = _last(step)
    told = [
        element("p", element("strong", say("brief.facts"))),
        _shortened([_sentence(fact) for fact in facts]),
        element("p", element("strong", say("brief.law"))),
        element("ol", *(element("li", _cited(part)) for part in last), class_="proof"),
    ]
    whole = details(say("brief.all", count=len(parts)), proof(step), class_="why")
    return element("div", *(told if facts else told[2:]), whole, _provisions(step), class_="brief")


def _last(step: Step) -> list[Step]:
    """Return the conclusion and the nearest steps below it that cite the law, upwards."""
    found, ahead = [step], list(step.premises)
    while ahead and len(found) < _MOST_CONCLUSIONS:
        part = ahead.pop(0)
        ahead += part.premises
        if part.kind is not StepKind.FACT and part.citations and part not in found:
            found.append(part)
    return found[::-1]


def _shortened(items: list[str]) -> Html:
    first, rest = items[:_MOST_FACTS], items[_MOST_FACTS:]
    more = details(say("show_more", count=len(rest)), bullets(rest)) if rest else Html("")
    return joined([bullets(first), more])


def _sentence(step: Step) -> str:
    return sentence(step.sentence.say(language())) + "."


def _cited(step: Step) -> Html:
    said = element("span", _sentence(step), class_="said")
    return joined([said, element("small", cites(step.citations))])


def proof(step: Step) -> Html:
    """Return the steps of a proof, from the facts down to the conclusion."""
    numbers: dict[int, int] = {}
    items = []
    for number, part in enumerate(step.walk(), start=1):
        numbers[id(part)] = number
        notes = joined(_notes(part, numbers), " · ")
        said = element("span", _sentence(part), class_="said")
        items.append(element("li", said, element("small", notes), class_=part.kind.value))
    return element("ol", *items, class_="proof")


def _notes(step: Step, numbers: dict[int, int]) -> Iterator[str]:
    if step.kind is StepKind.FACT:
        said = say("declared" if _is_stated(step.fact) else "presumed")
        yield joined([said, " ", element("code", step.fact)])
    if step.premises:
        yield say("from_steps", steps=", ".join(str(numbers[id(p)]) for p in step.premises))
    if step.citations:
        yield cites(step.citations)
    if step.authority:
        yield rank_label(step.authority)
    if step.confidence:
        yield confidence_label(step.confidence)
    if step.since:
        yield say("since", day=say_day(step.since))


def _is_stated(paths: str) -> bool:
    """Tell whether the case says so itself, rather than being silent where it is complete."""
    case = situation().case
    stated = {f"{entity.path}.{fact.key}" for entity in case.entities for fact in entity.facts}
    return not stated.union(case.sections).isdisjoint(paths.split(", "))


def _provisions(step: Step) -> Html:
    """Return the provisions that a conclusion rests on, the closest to it first."""
    found: dict[str, Citation] = {}
    for part in reversed(list(step.walk())):
        for citation in part.citations:
            if citation.url:
                found.setdefault(citation.label.say(language()), citation)
    links = [cite(citation) for citation in found.values()]
    return details(say("provisions", count=len(links)), bullets(links)) if links else Html("")


def doubts(conclusion: Conclusion) -> tuple[str, ...]:
    """Return how sure the steps of a conclusion are that nobody has read in the text itself."""
    if conclusion.because is None:
        return ()
    codes = {step.confidence for step in conclusion.because.walk()} - {"", _READ}
    return tuple(confidence_label(code) for code in sorted(codes))
