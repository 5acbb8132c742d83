"""How the actors and the things of a case are called on the page."""

from __future__ import annotations

from kg.domain.answers import ActorAnswer
from kg.domain.cases import Case, Entity
from ui.components.markup import Html, element, joined, sentence
from ui.session import language, situation, workspace

__all__ = ["name_of", "title_of"]

_CALLED = "name"
_KIND = "kind"


def name_of(actor: ActorAnswer) -> Html:
    """Return an actor's name, or what kind of actor it is, and its id in the case."""
    if actor.name != actor.id:
        return joined([actor.name, " ", element("code", actor.id)])
    entity = situation().case.find("actors", actor.id)
    kind = _kind(entity) if entity is not None else ""
    if not kind:
        return element("span", actor.id)
    return joined([sentence(kind), " ", element("code", actor.id)])


def _kind(entity: Entity) -> str:
    fact = entity.fact(_KIND)
    section = workspace().form.section(entity.section)
    form = section.key(_KIND) if section is not None else None
    option = form.option(str(fact.value)) if form is not None and fact is not None else None
    return option.label.say(language()) if option is not None else ""


def title_of(case: Case, path: str) -> str:
    """Return what a person reads for the path of an entity: `Services · saas`."""
    entity = next(entity for entity in case.entities if entity.path == path)
    form = workspace().form.section(entity.section)
    section = sentence(form.label.say(language())) if form else entity.section
    number = str(int(entity.id) + 1) if entity.id.isdigit() else _called(entity)
    return f"{section} · {number}"


def _called(entity: Entity) -> str:
    fact = entity.fact(_CALLED)
    return str(fact.value) if fact is not None and fact.value else entity.id
