"""The header of a query file: its first lines begin with `#+` and are YAML."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from kg.errors import Fault, OntologyError

__all__ = ["header_error", "read_header"]

_MARK = "#+"


def read_header(path: Path, *keys: str) -> tuple[Mapping[str, object], str]:
    """Return what the header of a query file says, and the SPARQL that follows it.

    `keys` are those that the header should have, for the message where there is none.

    Raises:
        OntologyError: the file cannot be read, or its header is no mapping in YAML.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        head = "".join(line.removeprefix(_MARK)[1:] for line in lines if line.startswith(_MARK))
        fields = YAML(typ="safe", pure=True).load(head)
    except (OSError, UnicodeDecodeError, YAMLError) as error:
        raise header_error(path, *keys) from error
    if not isinstance(fields, dict):
        raise header_error(path, *keys)
    return fields, "".join(line for line in lines if not line.startswith(_MARK))


def header_error(path: Path, *keys: str) -> OntologyError:
    """Return the error of a header that lacks some of its keys, or gives them another form."""
    wanted_fr = ", ".join(f"« {key} »" for key in keys)
    wanted_en = ", ".join(f"“{key}”" for key in keys)
    return OntologyError(
        Fault(
            fr="cette requête doit commencer par des lignes « #+ » qui donnent, en YAML : "
            f"{wanted_fr}. Ajoutez ou corrigez-les.",
            en="this query must begin with lines “#+” that give, in YAML: "
            f"{wanted_en}. Add or correct them.",
            file=str(path),
            line=1,
        )
    )
