"""The graph in Python: load a case, qualify it, explain, compare, query, export.

>>> import kg
>>> law = kg.open_law()
>>> case = law.example("source-memo-completed")
>>> publisher = law.qualify(case).actor("publisher")
>>> publisher.certification.answer
<Outcome.NO: 'no'>
>>> [position.answer.value for position in publisher.certification.positions]
['yes']
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from kg.domain.answers import Answer
from kg.domain.cases import Case
from kg.domain.comparisons import Comparison
from kg.domain.questions import Reply, Value
from kg.domain.tables import QueryResult
from kg.domain.terms import TermName
from kg.domain.texts import Language
from kg.errors import Fault, UsageError
from kg.services.ask import ask
from kg.services.cases import example_cases, load_case, parse_case
from kg.services.compare import Asked, compare
from kg.services.explore import search_terms
from kg.services.export import export, export_case
from kg.services.qualify import qualify
from kg.services.questions import ask_question, find_question
from kg.services.render import explanation_text, to_json
from kg.services.workspace import open_workspace
from kg.settings import Settings, read_settings

__all__ = ["Law", "open_law"]


def open_law(settings: Settings | None = None) -> Law:
    """Return the law as the ontology states it: of the checkout, or of the installed package.

    Raises:
        OntologyError: a file cannot be read, or an axiom cannot be taken.
        ReleaseError: the release that the settings name is missing or damaged.
    """
    return Law(settings or read_settings())


class Law:
    """The law, read once; nothing that is asked of it changes it."""

    def __init__(self, settings: Settings) -> None:
        """Read the ontology and the texts that `settings` name."""
        self.workspace = open_workspace(settings)

    @property
    def examples(self) -> tuple[str, ...]:
        """The names of the example cases."""
        return tuple(example_cases(self.workspace))

    def example(self, name: str) -> Case:
        """Return an example case by its name.

        Raises:
            UsageError: there is none of that name.
        """
        known = example_cases(self.workspace)
        if name not in known:
            raise UsageError(_no_example(name, tuple(known)))
        return load_case(self.workspace, known[name])

    def load(self, path: str | Path) -> Case:
        """Return the case that a file holds: YAML, JSON, CSV or XLSX.

        Raises:
            CaseError: the file is no case, with every fault that it has.
        """
        return load_case(self.workspace, Path(path))

    def parse(self, text: str, source: str = "case.yaml") -> Case:
        """Return the case that a text holds; the ending of `source` says its kind.

        Raises:
            CaseError: the text is no case, with every fault that it has.
        """
        return parse_case(self.workspace, text, source)

    def qualify(
        self, case: Case, *, on: date | None = None, floor: str = "", reading: str = ""
    ) -> Answer:
        """Return who owes what in a case, and why.

        Args:
            case: the situation.
            on: the day whose law is applied; by default, the case's own.
            floor: the rank from which sources count, "" for all.
            reading: the reading to follow on the question that it reads, "" for none.

        Raises:
            UsageError: there is no day, no such rank or reading, or no law of the field that day.
        """
        day = _day(case, on)
        return qualify(self.workspace, case, on=day, floor=floor, reading=reading)

    def explain(
        self, case: Case, actor: str, *, on: date | None = None, lang: Language = "fr"
    ) -> str:
        """Return the proofs of everything concluded about an actor, as numbered steps.

        >>> import kg
        >>> law = kg.open_law()
        >>> text = law.explain(law.example("source-memo-completed"), "publisher", lang="en")
        >>> "need not be certified" in text
        True

        Raises:
            UsageError: the case has no such actor, or there is no day.
        """
        found = self.qualify(case, on=on).actor(actor)
        if found is None:
            raise UsageError(_no_actor(actor, tuple(entity.id for entity in case.of("actors"))))
        return explanation_text(found, lang)

    def compare(
        self, before: Case, after: Case, *, on: date | None = None, until: date | None = None
    ) -> Comparison:
        """Return what changes from one case, on its day, to another, on its own (`on`, `until`).

        >>> import kg
        >>> from datetime import date
        >>> law = kg.open_law()
        >>> case = law.example("source-memo-completed")
        >>> bool(law.compare(case, case, on=date(2026, 9, 25), until=date(2026, 9, 26)).law)
        True
        """
        sides = Asked(case=before, day=_day(before, on)), Asked(case=after, day=_day(after, until))
        return compare(self.workspace, *sides)

    def query(self, sparql: str, *, seconds: float = 10.0, rows: int = 5000) -> QueryResult:
        """Return the result of a SPARQL query; the usual prefixes are declared.

        >>> import kg
        >>> kg.open_law().query("ASK { hds:Host a owl:Class }").truth
        True

        Raises:
            QueryError: the query is wrong, is refused, or passes a limit.
        """
        return ask(self.workspace, sparql, seconds=seconds, rows=rows)

    def ask(
        self, question: str, values: Mapping[str, Value] | None = None, *, today: date
    ) -> Reply:
        """Return the answer to a catalogued question (docs/questions.md), its values and its table.

        Raises:
            UsageError: there is no such question, or a parameter is missing or wrong.
            QueryError: it passes a limit.
        """
        found = find_question(self.workspace, question)
        return ask_question(self.workspace, found, values or {}, today=today)

    def search(self, text: str, *, limit: int = 20) -> tuple[TermName, ...]:
        """Return the terms that a text names, best first."""
        return search_terms(self.workspace, text, limit=limit)

    def export(self, format_: str, case: Case | None = None, *, lang: Language = "fr") -> bytes:
        """Return the law, or a case, in a format of `kg export`.

        Raises:
            ExportError: there is no such format, or it has several files.
        """
        if case is None:
            return export(self.workspace, format_)
        return export_case(self.workspace, format_, case, lang=lang)

    def to_json(self, answer: Answer) -> str:
        """Return an answer as JSON (`hds-answer/1`)."""
        return to_json(answer)


def _day(case: Case, on: date | None) -> date:
    day = on or case.day
    if day is None:
        raise UsageError(_NO_DAY)
    return day


def _no_example(name: str, known: tuple[str, ...]) -> Fault:
    allowed = ", ".join(known)
    return Fault(
        fr=f"aucun exemple ne s’appelle « {name} ». Exemples : {allowed}.",
        en=f"no example is called “{name}”. Examples: {allowed}.",
        key=name,
    )


def _no_actor(actor: str, known: tuple[str, ...]) -> Fault:
    allowed = ", ".join(known)
    return Fault(
        fr=f"le dossier n’a pas d’acteur « {actor} ». Ses acteurs : {allowed}.",
        en=f"the case has no actor “{actor}”. Its actors: {allowed}.",
        key=actor,
    )


_NO_DAY = Fault(
    fr="le dossier ne donne pas de date. Donnez un jour : on=date(2026, 11, 23).",
    en="the case gives no date. Give a day: on=date(2026, 11, 23).",
    key="date",
)
