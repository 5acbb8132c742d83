"""The values of a question's parameters, read from what a person writes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from difflib import get_close_matches

from kg.domain.cases import Case
from kg.domain.questions import Kind, Parameter, Question, Value
from kg.domain.texts import Language, Text
from kg.errors import Fault, UsageError
from kg.services.cases import example_cases, load_case
from kg.services.questions import faults
from kg.services.workspace import Workspace
from kg.store.graph import Node, Words
from kg.store.prefixes import CASE, expand, shorten
from kg.store.terms import term_name
from kg.vocabulary import RDF, SKOS, XSD

__all__ = ["Values", "allowed_values", "read_values"]

_TODAY = "today"
_MOST_DAYS = 36_525
"""A hundred years."""


@dataclass(slots=True, kw_only=True)
class Values:
    """What the parameters of a question were given.

    `nodes` are the terms to bind in its SPARQL, `texts` the values as they were written, `shown`
    what a person is told that they are. `day` is the day of the question, today where it has none.
    """

    day: date
    case: Case | None = None
    cases: tuple[Case, ...] = ()
    nodes: dict[str, Node] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    shown: tuple[tuple[str, str], ...] = ()

    @property
    def lang(self) -> Language:
        """The language of the labels."""
        return "en" if self.texts.get("lang") == "en" else "fr"


def allowed_values(
    workspace: Workspace, parameter: Parameter, case: Case | None = None
) -> tuple[tuple[str, Text], ...]:
    """Return the values that a parameter takes, each with its words; () where any may do.

    The ids of a case's entities need the case.
    """
    match parameter.kind:
        case Kind.CASE:
            return tuple((name, Text(name, name)) for name in example_cases(workspace))
        case Kind.ENTITY:
            entities = case.of(parameter.of) if case else ()
            return tuple((entity.id, Text(entity.id, entity.id)) for entity in entities)
        case Kind.TERM:
            return _terms(workspace, parameter.of)
        case Kind.LANGUAGE:
            return (("fr", Text("français", "French")), ("en", Text("anglais", "English")))
        case Kind.CHOICE:
            return tuple((choice, Text(choice, choice)) for choice in parameter.choices)
        case Kind.DATE | Kind.DAYS | Kind.DOCUMENT | Kind.GRAPH | Kind.CASES:
            return ()


def _terms(workspace: Workspace, sort: str) -> tuple[tuple[str, Text], ...]:
    graph = workspace.graph
    found = (term_name(graph, iri) for iri in graph.subjects(RDF.term("type"), sort))
    return tuple(
        sorted((name.short, name.label) for name in found if not name.iri.startswith("_:"))
    )


def read_values(
    workspace: Workspace,
    question: Question,
    values: Mapping[str, Value],
    *,
    today: date,
    partial: bool = False,
) -> Values:
    """Return the values of a question's parameters; with `partial`, they need not all be given.

    Raises:
        UsageError: parameters are missing, unknown or wrong: all of them at once.
    """
    return _Reader(workspace, question, values, partial=partial).read(today)


class _Reader:
    """Reads the parameters of one question, the case and the day before what hangs on them."""

    def __init__(
        self,
        workspace: Workspace,
        question: Question,
        values: Mapping[str, Value],
        *,
        partial: bool,
    ) -> None:
        self.workspace, self.question, self.partial = workspace, question, partial
        self.values = {name: value for name, value in values.items() if value != ""}
        self.faults: list[Fault] = []

    def read(self, today: date) -> Values:
        read = Values(day=today)
        self._refuse_unknown()
        order = {Kind.CASE: 0, Kind.DATE: 1}
        shown: dict[str, str] = {}
        for parameter in sorted(self.question.parameters, key=lambda p: order.get(p.kind, 2)):
            value = self.values.get(parameter.name, parameter.default)
            if value:
                shown[parameter.name] = self._take(parameter, value, read)
            elif not (parameter.optional or self.partial):
                allowed = self._allowed(parameter, read.case)
                self.faults.append(faults.missing(self.question, parameter, allowed))
        if read.case is not None and read.day < self.workspace.theory.first_day:
            self.faults.append(faults.no_law(read.day, self.workspace.theory.first_day))
        if self.faults:
            raise UsageError(*self.faults)
        read.shown = tuple(
            (p.name, shown[p.name]) for p in self.question.parameters if p.name in shown
        )
        return read

    def _refuse_unknown(self) -> None:
        names = [parameter.name for parameter in self.question.parameters]
        for name in sorted(self.values.keys() - set(names)):
            near = get_close_matches(name, names, n=1)
            self.faults.append(faults.no_such_parameter(self.question, name, names, near))

    def _take(self, parameter: Parameter, value: Value, read: Values) -> str:
        """Put one value where it belongs and return how it is shown; note what is wrong."""
        if parameter.kind is Kind.CASE:
            return self._take_case(parameter, value, read)
        if isinstance(value, tuple):
            read.cases = value
            return str(len(value))
        if isinstance(value, Case):
            value = value.id
        node = self._node(parameter, value, read)
        if node is None:
            allowed = self._allowed(parameter, read.case)
            self.faults.append(faults.wrong_value(parameter, value, allowed))
            return ""
        read.texts[parameter.name] = value
        if parameter.kind in {Kind.DOCUMENT, Kind.GRAPH}:
            return "…"
        read.nodes[parameter.name] = node
        return node.text if isinstance(node, Words) else shorten(node)

    def _take_case(self, parameter: Parameter, value: Value, read: Values) -> str:
        examples = example_cases(self.workspace)
        if isinstance(value, Case):
            read.case = value
        elif isinstance(value, str) and value in examples:
            read.case = load_case(self.workspace, examples[value])
        else:
            self.faults.append(faults.wrong_value(parameter, str(value), list(examples)))
            return ""
        read.day = read.case.day or read.day
        return read.case.id

    def _node(self, parameter: Parameter, value: str, read: Values) -> Node | None:
        match parameter.kind:
            case Kind.DATE:
                return self._day(value, read)
            case Kind.DAYS:
                return _horizon(value, read.day)
            case Kind.TERM:
                return self._term(parameter, value)
            case Kind.ENTITY:
                return _entity(parameter, value, read.case)
            case Kind.LANGUAGE | Kind.CHOICE:
                return Words(value) if value in self._allowed(parameter, None) else None
            case Kind.DOCUMENT | Kind.GRAPH | Kind.CASE | Kind.CASES:
                return Words(value)

    def _day(self, value: str, read: Values) -> Node | None:
        if value != _TODAY:
            try:
                read.day = date.fromisoformat(value)
            except ValueError:
                return None
        return Words(read.day.isoformat(), datatype=XSD.term("date"))

    def _term(self, parameter: Parameter, value: str) -> Node | None:
        """Return a term by its IRI, its short form, its notation or the end of its IRI."""
        graph = self.workspace.graph
        wanted = expand(value.strip())
        known = graph.subjects(RDF.term("type"), parameter.of)
        if wanted in known:
            return wanted
        notation = SKOS.term("notation")
        ends = (iri for iri in known if wanted in {graph.literal(iri, notation), _end(iri)})
        return next(ends, None)

    def _allowed(self, parameter: Parameter, case: Case | None) -> list[str]:
        return [value for value, _ in allowed_values(self.workspace, parameter, case)]


def _end(iri: str) -> str:
    return iri.replace("#", "/").rpartition("/")[2]


def _entity(parameter: Parameter, value: str, case: Case | None) -> Node | None:
    entity = case.find(parameter.of, value) if case else None
    return f"{CASE}{case.id}/{parameter.of}/{entity.id}" if case and entity else None


def _horizon(value: str, day: date) -> Node | None:
    """Return the last of so many days, counted from a day."""
    if not (value.isascii() and value.isdigit() and int(value) <= _MOST_DAYS):
        return None
    return Words((day + timedelta(days=int(value))).isoformat(), datatype=XSD.term("date"))
