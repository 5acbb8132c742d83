"""Export: the ontology with its texts, or a case, in the formats of other tools."""

from __future__ import annotations

from datetime import date
from functools import partial

from kg.domain.answers import Answer
from kg.domain.cases import Case
from kg.domain.records import Record
from kg.domain.terms import TermCard
from kg.domain.texts import Language
from kg.errors import ExportError, Fault, UsageError
from kg.exports.answer_json import answer_to_json
from kg.exports.case.formats import FORMATS as CASE_FORMATS
from kg.exports.case.formats import Dossier
from kg.exports.case_yaml import case_to_yaml
from kg.exports.files import archive, write_file, write_files
from kg.exports.formats import pick
from kg.exports.law.formats import FORMATS as LAW_FORMATS
from kg.exports.law.formats import Files, Law
from kg.services.case_triples import case_graph
from kg.services.explore import describe_term, name_terms
from kg.services.qualify import qualify
from kg.services.read_law import provisions
from kg.services.records import digest_of, engine_version
from kg.services.workspace import Workspace
from kg.store.closure import with_superclasses
from kg.vocabulary import OWL, RDF

__all__ = [
    "EXPORT_FORMATS",
    "export",
    "export_archive",
    "export_case",
    "export_parts",
    "formats_of_cases",
    "formats_of_the_law",
    "write_file",
    "write_files",
]

EXPORT_FORMATS: tuple[str, ...] = tuple(dict.fromkeys((*LAW_FORMATS, *CASE_FORMATS)))
"""The formats of the law, then those of a case alone."""


def formats_of_the_law() -> dict[str, str]:
    """Return the formats of the ontology and its texts, each with the ending of its file."""
    return {name: format_.suffix for name, format_ in LAW_FORMATS.items()}


def formats_of_cases() -> dict[str, str]:
    """Return the formats of a case, each with the ending of its file."""
    return {name: format_.suffix for name, format_ in CASE_FORMATS.items()}


def export(
    workspace: Workspace,
    format_: str,
    *,
    case: Case | None = None,
    on: date | None = None,
    inferred: bool = False,
    lang: Language = "fr",
) -> bytes:
    """Return the whole graph, or a case alone, as one file.

    Args:
        workspace: where the graph is.
        format_: the format, of `formats_of_the_law` or `formats_of_cases`.
        case: the case to export, None for the ontology and its texts.
        on: the day whose law is applied to the case; by default, the case's own. Of the law, the
            day of the writing.
        inferred: add what follows: of a case, its conclusions; of the ontology, the super-classes.
        lang: the language of what a person reads.

    Raises:
        ExportError: there is no such format, or it has several files.
        UsageError: neither the case nor the caller gives a day.
    """
    if case is not None:
        return export_case(workspace, format_, case, on=on, inferred=inferred, lang=lang)
    writer = pick(LAW_FORMATS, format_)
    if writer.whole is None:
        raise ExportError(_several(format_))
    return writer.whole(_law(workspace, on, inferred=inferred))


def export_parts(
    workspace: Workspace, format_: str, *, on: date | None = None, inferred: bool = False
) -> Files:
    """Return the whole graph as the files of a folder: by module, by wording, by page.

    Raises:
        ExportError: there is no such format, or it has one file alone.
    """
    writer = pick(LAW_FORMATS, format_)
    if writer.parts is None:
        raise ExportError(_one(format_, writer.suffix))
    return writer.parts(_law(workspace, on, inferred=inferred))


def export_archive(
    workspace: Workspace, format_: str, *, on: date | None = None, inferred: bool = False
) -> bytes:
    """Return the files of `export_parts` in one archive (`.zip`).

    Raises:
        ExportError: there is no such format, or it has one file alone.
    """
    return archive(export_parts(workspace, format_, on=on, inferred=inferred))


def export_case(
    workspace: Workspace,
    format_: str,
    case: Case,
    *,
    on: date | None = None,
    inferred: bool = False,
    lang: Language = "fr",
) -> bytes:
    """Return a case in one of `formats_of_cases`.

    Raises:
        ExportError: there is no such format.
        UsageError: neither the case nor the caller gives a day.
    """
    writer = pick(CASE_FORMATS, format_)
    day = on or case.day
    if day is None:
        raise UsageError(_NO_DAY)
    dossier = Dossier(
        case=case,
        form=workspace.form,
        version=_version(workspace),
        graph=partial(case_graph, workspace, case, on=day, inferred=inferred),
        answer=partial(qualify, workspace, case, on=day),
        record=partial(_record, workspace, case, day),
        lang=lang,
    )
    return writer.write(dossier)


def _record(workspace: Workspace, case: Case, day: date, answer: Answer) -> Record:
    return Record(
        case=case_to_yaml(case, workspace.form),
        day=day,
        floor=answer.floor,
        ontology=digest_of(workspace.graph),
        version=_version(workspace),
        engine=engine_version(),
        answer=answer_to_json(answer),
    )


def _version(workspace: Workspace) -> str:
    graph = workspace.graph
    for whole in graph.subjects(RDF.term("type"), OWL.term("Ontology")):
        if graph.iris(whole, OWL.term("imports")):
            return graph.literal(whole, OWL.term("versionInfo"))
    return ""


def _law(workspace: Workspace, on: date | None, *, inferred: bool) -> Law:
    graph = with_superclasses(workspace.graph) if inferred else workspace.graph
    return Law(
        graph=graph,
        provisions=provisions(workspace),
        cards=partial(_cards, workspace),
        day=on or _last_change(workspace),
    )


def _cards(workspace: Workspace) -> tuple[TermCard, ...]:
    return tuple(describe_term(workspace, name.iri) for name in name_terms(workspace))


def _last_change(workspace: Workspace) -> date:
    """Return the first day of the newest wording: what is written then depends on no clock."""
    starts = (v.start for provision in provisions(workspace) for v in provision.versions)
    return max(starts)


def _several(format_: str) -> Fault:
    return Fault(
        fr=f"« {format_} » donne plusieurs fichiers. Donnez un dossier (« {format_}/ ») ou une "
        f"archive (« {format_}.zip »).",
        en=f"“{format_}” gives several files. Give a folder (“{format_}/”) or an archive "
        f"(“{format_}.zip”).",
        key="--output",
    )


def _one(format_: str, suffix: str) -> Fault:
    return Fault(
        fr=f"« {format_} » donne un seul fichier. Donnez un nom de fichier (« hds{suffix} »).",
        en=f"“{format_}” gives one file alone. Give the name of a file (“hds{suffix}”).",
        key="--output",
    )


_NO_DAY = Fault(
    fr="le dossier ne donne pas de date, et aucune n’est demandée. Ajoutez « date » au dossier ou "
    "donnez un jour avec --date.",
    en="the case gives no date, and none is asked for. Add “date” to the case or give a day with "
    "--date.",
    key="--date",
)
