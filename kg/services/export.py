"""Export: the ontology with its texts, or a case, as RDF."""

from __future__ import annotations

from datetime import date

from kg.domain.cases import Case
from kg.errors import Fault, UsageError
from kg.exports.files import write_file
from kg.exports.formats import pick
from kg.exports.graphs import WRITERS, write_graph
from kg.services.case_triples import case_graph
from kg.services.workspace import Workspace
from kg.store.closure import with_superclasses
from kg.store.graph import Graph

__all__ = ["EXPORT_FORMATS", "export", "write_file"]

EXPORT_FORMATS: tuple[str, ...] = tuple(WRITERS)
"""The formats of `export`."""


def export(
    workspace: Workspace,
    format_: str,
    *,
    case: Case | None = None,
    on: date | None = None,
    inferred: bool = False,
) -> bytes:
    """Return the whole graph, or a case alone, in one of `EXPORT_FORMATS`.

    Args:
        workspace: where the graph is.
        format_: the format.
        case: the case to export, None for the ontology and its texts.
        on: the day whose law is applied to the case; by default, the case's own.
        inferred: add what follows: of a case, its conclusions; of the ontology, the super-classes.

    Raises:
        ExportError: there is no such format.
        UsageError: neither the case nor the caller gives a day.
    """
    pick(WRITERS, format_)
    return write_graph(_graph(workspace, case, on, inferred=inferred), format_)


def _graph(workspace: Workspace, case: Case | None, on: date | None, *, inferred: bool) -> Graph:
    if case is None:
        return with_superclasses(workspace.graph) if inferred else workspace.graph
    day = on or case.day
    if day is None:
        raise UsageError(_NO_DAY)
    return case_graph(workspace, case, on=day, inferred=inferred)


_NO_DAY = Fault(
    fr="le dossier ne donne pas de date, et aucune n’est demandée. Ajoutez « date » au dossier ou "
    "donnez un jour avec --date.",
    en="the case gives no date, and none is asked for. Add “date” to the case or give a day with "
    "--date.",
    key="--date",
)
