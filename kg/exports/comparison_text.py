"""A comparison as a person reads it: what differs, then what changes for whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.domain.answers import Outcome, Status
from kg.domain.comparisons import (
    ActorChanges,
    Comparison,
    ConclusionChange,
    FactChange,
    LawChange,
    NormChange,
    Presence,
    RoleChange,
    Side,
)
from kg.domain.texts import Language, Text
from kg.domain.wording import day_words, word
from kg.exports.proof_text import SEPARATOR, cited

__all__ = ["comparison_to_text"]

_SHOWN = 12
_WORDS = {
    "before": Text("Avant", "Before"),
    "after": Text("Après", "After"),
    "reading": Text("sous la lecture « {x} »", "under the reading “{x}”"),
    "facts": Text("Faits qui diffèrent", "Facts that differ"),
    "law": Text("Droit qui diffère", "Law that differs"),
    "none": Text("aucun", "none"),
    "silent": Text("non précisé", "not stated"),
    "gained": Text("devient", "becomes"),
    "lost": Text("n’est plus", "is no longer"),
    "added": Text("acteur de l’après seulement", "an actor of the after alone"),
    "removed": Text("acteur de l’avant seulement", "an actor of the before alone"),
    "unbound": Text("ne lie pas", "does not bind"),
    "binds": Text("lie", "binds"),
    "perhaps": Text("lie peut-être", "may bind"),
    "because": Text("parce que", "because"),
    "norms": Text("Normes qui changent", "Norms that change"),
    "positions": Text("Lectures dont l’effet change", "Readings whose effect changes"),
    "same": Text("Rien ne change pour personne.", "Nothing changes for anybody."),
    "more": Text("et {n} autres, sans effet ici", "and {n} more, without effect here"),
    "reached": Text("la même réponse que l’ensemble", "the same answer as the whole"),
    "activities": Text("activités à couvrir", "activities to cover"),
    "missing": Text("activités non couvertes", "activities not covered"),
}


def comparison_to_text(comparison: Comparison, lang: Language) -> str:
    """Return the comparison, in `lang`."""
    return "\n".join(_Writer(comparison, lang).lines())


def _sided(ground: LawChange) -> Text:
    """Return how a ground is named as a cause: with the side on which it counts."""
    side = _WORDS[ground.presence.value]
    return Text(
        f"{ground.label.fr} ({side.fr.lower()} seulement)",
        f"{ground.label.en} ({side.en.lower()} alone)",
    )


class _Writer:
    def __init__(self, comparison: Comparison, lang: Language) -> None:
        self.comparison, self.lang = comparison, lang
        self.colon = "\N{NO-BREAK SPACE}:" if lang == "fr" else ":"
        self._labels = {fact.fact: fact.label for fact in comparison.facts}
        self._labels |= {ground.ground: _sided(ground) for ground in comparison.law}
        self._activities = dict(comparison.labels)

    def say(self, key: str) -> str:
        return _WORDS[key].say(self.lang)

    def lines(self) -> Iterator[str]:
        yield self._side("before", self.comparison.before)
        yield self._side("after", self.comparison.after)
        yield from self._facts()
        yield from self._law()
        for actor in self.comparison.actors:
            yield from self._actor(actor)
        if self.comparison.is_same:
            yield from ("", self.say("same"))
        yield from ("", word("disclaimer").say(self.lang))

    def _side(self, key: str, side: Side) -> str:
        parts = [side.title.say(self.lang) or side.case]
        parts.append(f"{word('law_of').say(self.lang)} {day_words(side.day, self.lang)}")
        if side.floor:
            parts.append(word("floor").fill(x=side.floor).say(self.lang))
        if side.reading:
            parts.append(_WORDS["reading"].fill_each(x=side.reading_label).say(self.lang))
        return f"{self.say(key)}{self.colon} {SEPARATOR[self.lang].join(parts)}"

    def _facts(self) -> Iterator[str]:
        yield from self._title(self.say("facts"))
        told = [(fact.decides, self._fact(fact)) for fact in self.comparison.facts]
        yield from self._decisive_first(told)

    def _fact(self, fact: FactChange) -> str:
        before, after = (t.say(self.lang) or self.say("silent") for t in (fact.before, fact.after))
        return f"{fact.label.say(self.lang)}{self.colon} {before} → {after} [{fact.fact}]"

    def _law(self) -> Iterator[str]:
        yield from self._title(self.say("law"))
        told = [(ground.decides, self._ground(ground)) for ground in self.comparison.law]
        yield from self._decisive_first(told)

    def _ground(self, ground: LawChange) -> str:
        side = self.say(ground.presence.value).lower()
        sources = ", ".join(cited(citation, self.lang) for citation in ground.citations)
        since = word("since").say(self.lang)
        days = [f"{since} {day_words(ground.since, self.lang)}"] if ground.since else []
        parts = SEPARATOR[self.lang].join([ground.label.say(self.lang), sources, *days])
        return f"{side}{self.colon} {parts}"

    def _decisive_first(self, told: list[tuple[bool, str]]) -> Iterator[str]:
        """Yield what decides something whole, and the first of what does not."""
        idle = [line for decides, line in told if not decides]
        yield from (f"* {line}" for decides, line in told if decides)
        yield from (f"- {line}" for line in idle[:_SHOWN])
        if len(idle) > _SHOWN:
            yield f"- {_WORDS['more'].fill(n=str(len(idle) - _SHOWN)).say(self.lang)}"
        if not told:
            yield self.say("none")

    def _title(self, title: str) -> Iterator[str]:
        yield from ("", title, "-" * len(title))

    def _actor(self, actor: ActorChanges) -> Iterator[str]:
        name = actor.id if actor.name == actor.id else f"{actor.name} ({actor.id})"
        yield from self._title(name)
        if actor.presence is not Presence.BOTH:
            yield self.say("added" if actor.presence is Presence.AFTER else "removed")
        for conclusion in actor.conclusions:
            yield from self._conclusion(conclusion)
        for role in actor.roles:
            yield from self._role(role)
        if actor.norms:
            yield f"{self.say('norms')}{self.colon}"
        for norm in actor.norms:
            yield from self._norm(norm)
        if actor.positions:
            yield f"{self.say('positions')}{self.colon}"
        for position in actor.positions:
            before, after = (self._reached(o) for o in (position.before, position.after))
            question = word(position.conclusion).say(self.lang)
            label = position.label.say(self.lang)
            yield f"  - {question}, {label}{self.colon} {before} → {after}"

    def _conclusion(self, change: ConclusionChange) -> Iterator[str]:
        before, after = (word(o.value).say(self.lang) for o in (change.before, change.after))
        title = word(change.question).say(self.lang)
        yield f"{title}{self.colon} {before.upper()} → {after.upper()}"
        pairs = (
            ("activities", change.activities_before, change.activities_after),
            ("missing", change.missing_before, change.missing_after),
        )
        for key, old, new in pairs:
            if old != new:
                yield f"  {self.say(key)}{self.colon} {self._list(old)} → {self._list(new)}"
        yield from self._because(change)

    def _list(self, activities: tuple[str, ...]) -> str:
        labels = (self._activities.get(a, Text(a, a)).say(self.lang) for a in activities)
        return ", ".join(labels) or word("none").say(self.lang)

    def _role(self, role: RoleChange) -> Iterator[str]:
        verb = self.say("gained" if role.presence is Presence.AFTER else "lost")
        yield f"{verb}{self.colon} {role.label.say(self.lang)}"
        yield from self._because(role)

    def _norm(self, norm: NormChange) -> Iterator[str]:
        before = self._binding(norm.before, norm.status_before)
        after = self._binding(norm.after, norm.status_after)
        yield f"  - {norm.label.say(self.lang)} ({norm.id}){self.colon} {before} → {after}"
        yield from self._because(norm, indent="    ")

    def _binding(self, binding: Outcome, status: Status | None) -> str:
        if binding is Outcome.NO or status is None:
            return self.say("unbound")
        verb = self.say("binds" if binding is Outcome.YES else "perhaps")
        return f"{verb}, {word(status.value).say(self.lang)}"

    def _reached(self, outcome: Outcome | None) -> str:
        return self.say("reached") if outcome is None else word(outcome.value).say(self.lang)

    def _because(
        self, change: ConclusionChange | RoleChange | NormChange, indent: str = "  "
    ) -> Iterator[str]:
        if causes := [*self._names(change.facts), *self._names(change.law)]:
            yield f"{indent}{self.say('because')}{self.colon} {SEPARATOR[self.lang].join(causes)}"

    def _names(self, ids: Iterable[str]) -> list[str]:
        found = (self._labels[id_].say(self.lang) for id_ in ids)
        return list(dict.fromkeys(name for name in found if name))
