"""The queries that lie beside the ontology: `queries/<folder>/<id>.rq`.

The first lines of a file begin with `#+` and are YAML: the id, and the question in both languages.
"""

from __future__ import annotations

from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from kg.domain.queries import ExampleQuery
from kg.domain.texts import Text
from kg.errors import Fault, OntologyError

__all__ = ["read_queries"]

_MARK = "#+"


def read_queries(folder: Path) -> tuple[ExampleQuery, ...]:
    """Return the queries of a folder, by id.

    Raises:
        OntologyError: a file has no such header.
    """
    return tuple(sorted((_read(path) for path in folder.glob("*.rq")), key=lambda query: query.id))


def _read(path: Path) -> ExampleQuery:
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    head = "".join(line.removeprefix(_MARK)[1:] for line in lines if line.startswith(_MARK))
    body = "".join(line for line in lines if not line.startswith(_MARK))
    try:
        fields = YAML(typ="safe", pure=True).load(head)
    except YAMLError as error:
        raise OntologyError(_no_header(path)) from error
    match fields:
        case {"id": str(name), "question": {"fr": str(fr), "en": str(en)}}:
            return ExampleQuery(id=name, question=Text(fr, en), query=body)
        case _:
            raise OntologyError(_no_header(path))


def _no_header(path: Path) -> Fault:
    return Fault(
        fr="cette requête doit commencer par des lignes « #+ » qui donnent, en YAML, son « id » et "
        "sa « question » (fr et en). Ajoutez-les.",
        en="this query must begin with lines “#+” that give, in YAML, its “id” and its “question” "
        "(fr and en). Add them.",
        file=str(path),
        line=1,
    )
