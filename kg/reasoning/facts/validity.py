"""Whether a certificate or an approval is within its dates, both inclusive."""

from __future__ import annotations

from datetime import date

from kg.domain.cases import Entity
from kg.domain.texts import Text
from kg.reasoning.facts.conditions import individual
from kg.reasoning.facts.lists import Lists
from kg.reasoning.functions import FALSE, TRUE

__all__ = ["Validity"]


class Validity(Lists):
    """The days of a case."""

    def state(self, entity: Entity, term: str) -> None:
        """State whether a certificate or an approval is within its dates, both inclusive."""
        iri, start, until = individual(entity.path), entity.fact("from"), entity.fact("until")
        day = self.conditions.day
        condition, paths = TRUE, []
        for fact, is_start in ((start, True), (until, False)):
            name = "from" if is_start else "until"
            value = fact.value if fact is not None else None
            paths.append(f"{entity.path}.{name}")
            if not isinstance(value, date):
                condition = self.functions.both(condition, self._open_day(entity, name))
            elif (value > day) if is_start else (value < day):
                condition = FALSE
        if self.conditions.vary and condition in {FALSE, TRUE}:
            condition = self.situation.variable(paths[1], "true", now=condition == TRUE)
        self.situation.state(term, iri, condition, *paths)

    def _open_day(self, entity: Entity, name: str) -> int:
        path = entity.section if entity.id.startswith("?") else f"{entity.path}.{name}"
        self.situation.words.setdefault(path, {}).update(_WITHIN)
        return self.situation.variable(path, "true")


_WITHIN = {
    "true": Text("un jour qui le laisse dans ses dates", "a day that leaves it within its dates"),
    "false": Text("un jour qui le met hors de ses dates", "a day that puts it outside its dates"),
}
