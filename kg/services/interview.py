"""An interview: the next question to ask about an actor, and the case once it is answered."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from kg.domain.answers import MissingFact, Outcome
from kg.domain.case_format import KeyFormat, ValueKind
from kg.domain.cases import Case, Entity, Fact, Value
from kg.domain.catalogue import Role
from kg.domain.interview import Concern, Question, Reply
from kg.domain.texts import Text
from kg.reasoning.inquiry import Inquiry
from kg.services.edit import state
from kg.services.workspace import Workspace

__all__ = ["answer_question", "next_question"]

_NONE = "[]"
_ANY = Text("Y a-t-il des {x} ?", "Are there any {x}?")
_WHY = Text("en dépend : {x}", "this decides: {x}")
_ENOUGH = Text("une réponse peut suffire", "one reply can be enough")
_YES_NO = (("true", Text("oui", "yes")), ("false", Text("non", "no")))


def next_question(
    workspace: Workspace,
    case: Case,
    actor: str,
    *,
    on: date,
    floor: str = "",
    skipped: Collection[str] = (),
) -> Question | None:
    """Return the question whose reply helps most to conclude about an actor, or None.

    None: no fact can change the actor's two great answers any more, the certificate and the
    approval. Facts in `skipped` are asked last of all, for who does not know them now may later.

    Args:
        workspace: where the ontology is.
        case: the situation as far as it is told.
        actor: the id of an actor of the case.
        on: the day whose law is applied.
        floor: conclude from sources of this rank and above only; "" for all.
        skipped: paths of facts that the user left without a reply.
    """
    inquiry = Inquiry(
        workspace.theory,
        workspace.form,
        case,
        day=on,
        floor=floor,
        cite=lambda iri: workspace.cite(iri, on),
    )
    asked = (workspace.catalogue.certification, workspace.catalogue.approval)
    found = {role: _missing(inquiry, role, actor) for role in asked}
    facts = dict.fromkeys(missing.fact for several in found.values() for missing in several)
    if not facts:
        return None
    best = max(facts, key=lambda fact: (fact not in skipped, round(_share(found, fact), 9)))
    return _question(workspace, case, best, found)


def _missing(inquiry: Inquiry, role: Role, actor: str) -> tuple[MissingFact, ...]:
    notion = (role.iri, "")
    if inquiry.outcome(notion, actor) is not Outcome.UNDETERMINED:
        return ()
    return inquiry.missing(notion, actor)


def _share(found: dict[Role, tuple[MissingFact, ...]], fact: str) -> float:
    """Return the share of all the doubt there is that a reply removes on average."""
    doubt = sum(several[0].doubt for several in found.values() if several)
    gain = sum(m.gain for several in found.values() for m in several if m.fact == fact)
    return gain / doubt if doubt else 0.0


def _question(
    workspace: Workspace, case: Case, fact: str, found: dict[Role, tuple[MissingFact, ...]]
) -> Question:
    hanging = {role: m for role, several in found.items() for m in several if m.fact == fact}
    concerns = tuple(Concern(id=role.id, label=role.label) for role in hanging)
    entity, key = _place(workspace, case, fact)
    wording = next(iter(hanging.values())).question
    return Question(
        fact=fact,
        entity=entity.path if entity is not None else "",
        key=key.key if key is not None else "",
        kind=key.kind if key is not None else ValueKind.BOOLEAN,
        subject=_called(entity) if entity is not None else _section(workspace, fact),
        wording=wording if key is not None else _ANY.fill_each(x=_section(workspace, fact)),
        replies=_replies(hanging, is_section=key is None),
        several=key is not None and key.is_list,
        why=_why(concerns, hanging),
        concerns=concerns,
        settles=_share(found, fact),
        left=len({m.fact for missing in found.values() for m in missing}),
    )


def _place(workspace: Workspace, case: Case, fact: str) -> tuple[Entity | None, KeyFormat | None]:
    """Return the entity and the key that the path of a fact names; neither, of a section."""
    for entity in case.entities:
        section = workspace.form.section(entity.section)
        key = fact.removeprefix(f"{entity.path}.")
        if section is not None and key != fact and (form := section.key(key)) is not None:
            return entity, form
    return None, None


def _called(entity: Entity) -> Text:
    name = entity.fact("name")
    said = name.value if name is not None and isinstance(name.value, str) else entity.id
    return Text(said, said)


def _section(workspace: Workspace, name: str) -> Text:
    section = workspace.form.section(name)
    return section.label if section is not None else Text(name, name)


def _replies(hanging: dict[Role, MissingFact], *, is_section: bool) -> tuple[Reply, ...]:
    labels = dict(label for missing in hanging.values() for label in missing.replies)
    return tuple(
        Reply(value=value, label=label, leads=_leads(hanging, value))
        for value, label in (_YES_NO if is_section else labels.items())
    )


def _leads(hanging: dict[Role, MissingFact], value: str) -> tuple[tuple[Concern, Outcome], ...]:
    return tuple(
        (Concern(id=role.id, label=role.label), outcome)
        for role, missing in hanging.items()
        for reply, outcome in missing.settles
        if reply == value
    )


def _why(concerns: tuple[Concern, ...], hanging: dict[Role, MissingFact]) -> Text:
    fr = ", ".join(concern.label.fr for concern in concerns)
    en = ", ".join(concern.label.en for concern in concerns)
    why = _WHY.fill_each(x=Text(fr, en))
    if any(missing.settles for missing in hanging.values()):
        return Text(f"{why.fr} ; {_ENOUGH.fr}", f"{why.en}; {_ENOUGH.en}")
    return why


def answer_question(
    workspace: Workspace, case: Case, question: Question, actor: str, value: Value | None
) -> Case:
    """Return the case in which a question has its reply; None: it stays unknown, and is said so.

    `value` is True or False for a yes or no, a word, a tuple of words where several are allowed,
    or a day. To the question whether a section holds anything, False writes an empty section, and
    True one entity of it, held by `actor`, of which the rest is still to be asked.
    """
    if question.entity:
        return state(case, question.entity, question.key, value)
    if value is None:
        return case
    found = (_first(workspace, question.fact, actor),) if value is True else ()
    sections = case.sections | {question.fact}
    return replace(case, sections=sections, entities=(*case.entities, *found))


def _first(workspace: Workspace, section: str, actor: str) -> Entity:
    """Return the first entity of a section, that says no more than who holds it."""
    form = workspace.form.section(section)
    keys = form.keys if form is not None else ()
    held = next((k for k in keys if k.inverse and k.target == "actors" and not k.is_list), None)
    required = (Fact(key=k.key, value=None) for k in keys if k.required and k is not held)
    holder = (Fact(key=held.key, value=actor),) if held is not None else ()
    return Entity(section=section, id="0", facts=(*holder, *required))
