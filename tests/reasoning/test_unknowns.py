"""What is unknown: the answers, the missing facts, what settles them, against brute force.

Facts of a case are made unknown, then completed in every way; each completion is a case like any
other, in which nothing is unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations, product
from math import prod
from typing import TypeAlias

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kg.domain.answers import MissingFact, Outcome
from kg.domain.case_format import KeyFormat, ValueKind
from kg.domain.cases import Case, Value
from kg.reasoning.axioms.theory import Notion
from kg.reasoning.inquiry import Inquiry
from kg.services.edit import state
from kg.services.workspace import Workspace

Law: TypeAlias = Callable[[str], Case]
Inquire: TypeAlias = Callable[[Case], Inquiry]
Completion: TypeAlias = tuple[Value, ...]

SMALL = [
    "mere backup calls for the certificate and not for the approval",
    "readings differ on standing administration of the machines of the client",
    "readings differ on privileged access with no activity",
    "readings differ on data of vigilance",
    "readings differ on hosting delegated within a hospital group",
    "from july 2025 electronic archiving owes the certificate too",
    "on the day of the act of 2024 readings differ on electronic archiving",
    "on the eve of the act of 2024 electronic archiving owes the approval alone",
    "scanning paper files and returning them within weeks is not hosting",
    "paper archives call for the approval and never for the certificate",
    "hosting for the patient calls for a certificate and binds the patient to nothing",
    "mere transit is not hosting",
    "data without a link to france are out of reach",
    "administration beside a platform and not linked to it is to be certified",
    "short processing for the originator is not hosting even on a platform",
    "an approval of the health minister that still runs stands for the certificate",
]
MOST_COMPLETIONS = 64
MOST_VALUES = 16
# The presence of one country outside the area is what matters, not which one.
COUNTRIES = {"any_eea_country": "FR", "any_third_country": "US"}


@dataclass(frozen=True)
class Place:
    """A fact that may be unknown, and the values that it may turn out to have."""

    path: str
    key: str
    values: tuple[Value, ...]

    @property
    def fact(self) -> str:
        """The name of the fact."""
        return f"{self.path}.{self.key}"


def places(workspace: Workspace, case: Case) -> list[Place]:
    """Return the facts of a case whose values can all be tried, stated or not."""
    found = []
    for section in workspace.form.sections:
        for entity in case.of(section.name):
            for key in section.keys:
                values = tuple(values_of(key, case))
                if 1 < len(values) <= MOST_VALUES and key.term and not key.default:
                    found.append(Place(entity.path, key.key, values))
    return found


def values_of(key: KeyFormat, case: Case) -> Iterator[Value]:
    """Yield the values that a key may turn out to have."""
    match key.kind:
        case ValueKind.BOOLEAN:
            yield from (True, False)
        case ValueKind.CHOICE | ValueKind.REFERENCE:
            yield from names(key, case)
        case ValueKind.CHOICES | ValueKind.REFERENCES:
            known = names(key, case)
            if 2 ** len(known) <= MOST_VALUES:
                for size in range(len(known) + 1):
                    yield from combinations(known, size)
        case ValueKind.DATE | ValueKind.TEXT:
            return


def names(key: KeyFormat, case: Case) -> list[str]:
    if key.target:
        return [entity.id for entity in case.of(key.target)]
    if key.stands:
        return [COUNTRIES[stand] for stand in key.stands]
    return [option.value for option in key.options]


@dataclass(frozen=True)
class Trial:
    """A case with unknown facts, and the answer to each of its completions."""

    unknown: tuple[Place, ...]
    outcomes: dict[Completion, Outcome]

    def outcome(self) -> Outcome:
        """Return the answer, the same in every completion or none."""
        found = set(self.outcomes.values())
        return found.pop() if len(found) == 1 else Outcome.UNDETERMINED

    def missing(self) -> set[str]:
        """Return the facts in which alone two completions of different answers differ."""
        return {place.fact for n, place in enumerate(self.unknown) if self._matters(n)}

    def _matters(self, n: int) -> bool:
        seen: dict[Completion, set[Outcome]] = {}
        for completion, outcome in self.outcomes.items():
            seen.setdefault((*completion[:n], *completion[n + 1 :]), set()).add(outcome)
        return any(len(found) > 1 for found in seen.values())

    def after(self, fact: str, reply: Value) -> Outcome:
        """Return the answer once a fact has its reply."""
        n = [place.fact for place in self.unknown].index(fact)
        kept = {c: o for c, o in self.outcomes.items() if c[n] == reply}
        return Trial(self.unknown, kept).outcome()


def complete(case: Case, unknown: tuple[Place, ...], completion: Completion) -> Case:
    for place, value in zip(unknown, completion, strict=True):
        case = state(case, place.path, place.key, value)
    return case


def try_all(
    inquire: Inquire, case: Case, unknown: tuple[Place, ...], question: tuple[Notion, str]
) -> Trial:
    outcomes = {
        completion: inquire(complete(case, unknown, completion)).outcome(*question)
        for completion in product(*(place.values for place in unknown))
    }
    return Trial(unknown, outcomes)


def value_of(place: Place, reply: str) -> Value:
    """Return the value that a reply stands for: that one alone, where the fact is a list."""
    if reply in {"true", "false"}:
        return reply == "true"
    name = COUNTRIES.get(reply, reply)
    if isinstance(place.values[0], tuple):
        return () if reply == "[]" else (name,)
    return name


@given(data=st.data())
@settings(max_examples=50, deadline=None)
def test_unknown_facts_are_answered_as_if_every_completion_had_been_tried(
    workspace: Workspace, law: Law, inquire: Inquire, data: st.DataObject
) -> None:
    case = law(data.draw(st.sampled_from(SMALL)))
    chosen = st.sets(st.sampled_from(places(workspace, case)), min_size=1, max_size=5)
    unknown = tuple(sorted(data.draw(chosen), key=lambda place: place.fact))
    assume(prod(len(place.values) for place in unknown) <= MOST_COMPLETIONS)
    catalogue = workspace.catalogue
    asked = data.draw(st.sampled_from([catalogue.certification, catalogue.approval]))
    question = (asked.iri, ""), data.draw(st.sampled_from([a.id for a in case.of("actors")]))
    trial = try_all(inquire, case, unknown, question)
    opened = case
    for place in unknown:
        opened = state(opened, place.path, place.key, None)

    inquiry = inquire(opened)

    assert inquiry.outcome(*question) == trial.outcome()
    missing = inquiry.missing(*question) if trial.outcome() is Outcome.UNDETERMINED else ()
    assert {found.fact for found in missing} == trial.missing()
    for found in missing:
        check_replies(found, trial)


def check_replies(missing: MissingFact, trial: Trial) -> None:
    (place,) = (place for place in trial.unknown if place.fact == missing.fact)
    settles = dict(missing.settles)
    for reply, _ in missing.replies:
        after = trial.after(place.fact, value_of(place, reply))
        assert settles.get(reply, Outcome.UNDETERMINED) == after, (place.fact, reply)
