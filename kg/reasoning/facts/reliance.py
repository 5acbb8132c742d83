"""Which services rely on which, directly, on a third party’s, or from one to the next."""

from __future__ import annotations

from kg.reasoning.facts.conditions import individual
from kg.reasoning.facts.lists import Lists
from kg.reasoning.functions import FALSE
from kg.vocabulary import HDS

__all__ = ["Reliance"]


class Reliance(Lists):
    """The services of a case and what they rely on."""

    def state(self) -> None:
        """State which services rely on a third party's, and which depend on which."""
        names = [service.id for service in self.conditions.of("services")]
        relies = {(a, b): self._relies(a, b) for a in names for b in names}
        for (a, b), condition in relies.items():
            if condition != FALSE:
                self._third_party(a, b, condition)
        onward = self._onward(names, relies)
        self.situation.impossible = self.functions.some(onward[name, name] for name in names)
        for (a, b), condition in onward.items():
            ends, path = self._ends(a, b), f"services.{a}.relies_on"
            self.situation.close(HDS.term("dependsOn"), ends[0], path)
            self.situation.close(HDS.term("reliesOnThirdParty"), ends[0], path)
            if condition != FALSE and a != b:
                self.situation.relate(HDS.term("dependsOn"), *ends, condition, path)

    def _ends(self, a: str, b: str) -> tuple[str, str]:
        return individual(f"services.{a}"), individual(f"services.{b}")

    def _relies(self, a: str, b: str) -> int:
        return self.edge(HDS.term("reliesOn"), *self._ends(a, b))

    def _onward(
        self, names: list[str], relies: dict[tuple[str, str], int]
    ) -> dict[tuple[str, str], int]:
        """Return the transitive closure (S. Warshall, 1962)."""
        depends = dict(relies)
        for middle in names:
            for a in names:
                for b in names:
                    onward = self.functions.both(depends[a, middle], depends[middle, b])
                    depends[a, b] = self.functions.either(depends[a, b], onward)
        return depends

    def _third_party(self, a: str, b: str, condition: int) -> None:
        ends = self._ends(a, b)
        same = self.functions.some(
            self.functions.both(
                self.edge(HDS.term("provides"), actor, ends[0]),
                self.edge(HDS.term("provides"), actor, ends[1]),
            )
            for actor in self.actors
        )
        other = self.functions.both(condition, self.functions.negate(same))
        if other != FALSE:
            self.situation.relate(
                HDS.term("reliesOnThirdParty"),
                *ends,
                other,
                f"services.{a}.relies_on",
                f"services.{b}.provider",
            )
