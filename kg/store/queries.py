"""The catalogue of questions, as it lies beside the ontology: `queries/competency/*.rq`.

A file begins with a header (`kg.store.headers`). SPARQL follows it, or nothing where the header
names what the reasoner is to do. `queries/shared.yaml` holds the parameters and the columns that
several questions share.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from kg.domain.questions import Column, Kind, Parameter, Question
from kg.domain.texts import Text
from kg.errors import OntologyError
from kg.store.headers import header_error, read_header
from kg.store.prefixes import expand

__all__ = ["read_questions"]

Fields: TypeAlias = Mapping[str, object]
_KEYS = ("id", "name", "asker", "question", "parameters", "returns", "uses")


@lru_cache(maxsize=4)
def read_questions(queries: Path) -> tuple[Question, ...]:
    """Return the questions that the folder `queries` of an ontology holds, by id.

    Raises:
        OntologyError: a file lacks its header, or its header has another form.
    """
    shared = _shared(queries / "shared.yaml")
    paths = sorted((queries / "competency").glob("*.rq"))
    return tuple(sorted((_read(path, shared) for path in paths), key=lambda found: found.id))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shared:
    """What several questions share, by name."""

    askers: Fields
    parameters: Fields
    columns: Fields


def _shared(path: Path) -> _Shared:
    try:
        fields = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, YAMLError) as error:
        raise header_error(path, "askers", "parameters", "columns") from error
    match fields:
        case {"askers": dict(askers), "parameters": dict(parameters), "columns": dict(columns)}:
            return _Shared(askers=askers, parameters=parameters, columns=columns)
        case _:
            raise header_error(path, "askers", "parameters", "columns")


def _read(path: Path, shared: _Shared) -> Question:
    fields, sparql = read_header(path, *_KEYS)
    try:
        return _question(fields, sparql.strip(), shared)
    except (KeyError, TypeError, ValueError) as error:
        raise _broken(path, fields) from error


def _broken(path: Path, fields: Fields) -> OntologyError:
    """Name what is absent, else all that may have another form."""
    absent = tuple(key for key in _KEYS if key not in fields)
    return header_error(path, *(absent or _KEYS))


def _question(fields: Fields, sparql: str, shared: _Shared) -> Question:
    calls = str(fields.get("calls", ""))
    if bool(calls) == bool(sparql):
        raise ValueError(calls)
    return Question(
        id=str(fields["id"]),
        name=str(fields["name"]),
        asker=str(fields["asker"]),
        asker_label=_text(shared.askers[str(fields["asker"])]),
        question=_text(fields["question"]),
        parameters=tuple(
            _parameter(item, shared.parameters) for item in _items(fields["parameters"])
        ),
        columns=tuple(_columns(fields["returns"], shared.columns)),
        uses=tuple(expand(str(term)) for term in _items(fields["uses"])),
        sparql=sparql,
        calls=calls,
        given=tuple(sorted(_given(fields.get("given", {})))),
    )


def _text(said: object) -> Text:
    match said:
        case {"fr": str(fr), "en": str(en)}:
            return Text(fr, en)
        case _:
            raise ValueError(said)


def _items(said: object) -> list[object]:
    if not isinstance(said, list):
        raise TypeError(said)
    return said


def _parameter(item: object, shared: Fields) -> Parameter:
    """Return a parameter, described here or by the name of a shared one."""
    name = item if isinstance(item, str) else ""
    fields = shared[name] if name else item
    if not isinstance(fields, dict):
        raise TypeError(item)
    return Parameter(
        name=str(fields.get("name", name)),
        kind=Kind(str(fields["kind"])),
        label=_text(fields["label"]),
        example=str(fields["example"]),
        of=expand(str(fields.get("of", ""))),
        choices=tuple(map(str, fields.get("choices", ()))),
        default=str(fields.get("default", "")),
        optional=fields.get("optional", False) is True,
    )


def _columns(said: object, shared: Fields) -> Iterator[Column]:
    """Yield the columns: a name of a shared one, or a name with its label."""
    for item in _items(said):
        if isinstance(item, str):
            yield Column(name=item, label=_text(shared[item]))
        elif isinstance(item, dict):
            yield from (Column(name=name, label=_text(label)) for name, label in item.items())


def _given(said: object) -> Iterator[tuple[str, tuple[str, ...]]]:
    if not isinstance(said, dict):
        raise TypeError(said)
    for name, value in said.items():
        yield str(name), tuple(map(str, value)) if isinstance(value, list) else (str(value),)
