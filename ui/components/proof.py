"""Proofs: numbered sentences, each with what it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from kg.domain.answers import Conclusion
from kg.domain.law import Citation
from kg.domain.proofs import Step, StepKind
from ui.components.markup import Html, bullets, details, element, joined, link, sentence
from ui.components.scales import confidence_label, rank_label
from ui.session import language, say, say_day, situation

__all__ = ["doubts", "proof", "provisions", "why"]

_READ = "V"
_MOST_PROVISIONS = 5


def why(step: Step | None, title: str = "") -> Html:
    """Return a proof that unfolds; nothing where there is none."""
    return Html("") if step is None else details(title or say("why"), proof(step), class_="why")


def proof(step: Step) -> Html:
    """Return the steps of a proof, from the facts down to the conclusion."""
    numbers: dict[int, int] = {}
    items = []
    for number, part in enumerate(step.walk(), start=1):
        numbers[id(part)] = number
        notes = joined(_notes(part, numbers), " · ")
        said = element("span", sentence(part.sentence.say(language())) + ".", class_="said")
        items.append(element("li", said, element("small", notes), class_=part.kind.value))
    return element("ol", *items, class_="proof")


def _notes(step: Step, numbers: dict[int, int]) -> Iterator[str]:
    if step.kind is StepKind.FACT:
        said = say("declared" if _is_stated(step.fact) else "presumed")
        yield joined([said, " ", element("code", step.fact)])
    if step.premises:
        yield say("from_steps", steps=", ".join(str(numbers[id(p)]) for p in step.premises))
    if step.citations:
        yield joined((link(citation, language()) for citation in step.citations), " ; ")
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


def provisions(step: Step) -> Html:
    """Return the provisions that a conclusion rests on, the closest to it first."""
    found: dict[str, Citation] = {}
    for part in reversed(list(step.walk())):
        for citation in part.citations:
            if citation.url:
                found.setdefault(citation.label.say(language()), citation)
    links = [link(citation, language()) for citation in found.values()]
    first, rest = links[:_MOST_PROVISIONS], links[_MOST_PROVISIONS:]
    more = details(say("more_provisions", count=len(rest)), bullets(rest)) if rest else Html("")
    return element(
        "div",
        element("strong", say("provisions")),
        " ",
        joined(first, " ; "),
        more,
        class_="provisions",
    )


def doubts(conclusion: Conclusion) -> tuple[str, ...]:
    """Return how sure the steps of a conclusion are that nobody has read in the text itself."""
    if conclusion.because is None:
        return ()
    codes = {step.confidence for step in conclusion.because.walk()} - {"", _READ}
    return tuple(confidence_label(code) for code in sorted(codes))
