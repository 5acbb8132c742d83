"""How the actors and the things of a case are called on the page."""

from __future__ import annotations

from kg.domain.answers import ActorAnswer
from kg.domain.cases import Case, Entity
from ui.components.markup import Html, element, sentence
from ui.session import language, situation, workspace

__all__ = ["called", "name_of", "title_of"]

_CALLED = "name"
_KIND = "kind"


def name_of(actor: ActorAnswer) -> Html:
    """Return an actor's name, or what kind of actor it is; its id too where two share a name."""
    return element("span", called(situation().case, actor.id))


def called(case: Case, actor: str) -> str:
    """Return what a person calls an actor of a case.

    Its name, else its kind, else its id; the id stands beside a name that two actors share.
    """
    said = _plainly(case, actor)
    others = (entity.id for entity in case.of("actors") if entity.id != actor)
    is_shared = any(_plainly(case, other) == said for other in others)
    return f"{said} ({actor})" if is_shared else said


def _plainly(case: Case, actor: str) -> str:
    entity = case.find("actors", actor)
    if entity is None:
        return actor
    name = entity.fact(_CALLED)
    return str(name.value) if name is not None and name.value else _kind(entity) or actor


def _kind(entity: Entity) -> str:
    fact = entity.fact(_KIND)
    section = workspace().form.section(entity.section)
    form = section.key(_KIND) if section is not None else None
    option = form.option(str(fact.value)) if form is not None and fact is not None else None
    return sentence(option.label.say(language())) if option is not None else ""


def title_of(case: Case, path: str) -> str:
    """Return what a person reads for the path of an entity: `Services · saas`."""
    entity = next(entity for entity in case.entities if entity.path == path)
    form = workspace().form.section(entity.section)
    section = sentence(form.label.say(language())) if form else entity.section
    return f"{section} · {_short(case, entity)}"


def _short(case: Case, entity: Entity) -> str:
    if entity.section == "actors":
        return called(case, entity.id)
    return str(int(entity.id) + 1) if entity.id.isdigit() else entity.id
