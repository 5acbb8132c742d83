"""The formats of a case: what they are called, their kind of file, who writes them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kg.domain.answers import Answer
from kg.domain.case_format import CaseFormat as Form
from kg.domain.cases import Case
from kg.domain.records import Record
from kg.domain.texts import Language
from kg.exports.case.document import Document
from kg.exports.case.docx import to_docx
from kg.exports.case.markdown import to_markdown
from kg.exports.case.memo import memo
from kg.exports.case.pdf import to_pdf
from kg.exports.case.record import record_to_jsonld
from kg.exports.case.sheets import to_csv, to_xlsx
from kg.exports.graphs import write_graph
from kg.exports.law.policies import policies_of_answer
from kg.store.graph import Graph

__all__ = ["FORMATS", "CaseFormat", "Dossier"]


@dataclass(frozen=True, kw_only=True)
class Dossier:
    """What is written: the case, its triples, its answer, the words of its facts, a language.

    The graph and the answer are asked for when a format needs them.
    """

    case: Case
    form: Form
    graph: Callable[[], Graph]
    answer: Callable[[], Answer]
    version: str
    record: Callable[[Answer], Record]
    lang: Language

    def decision(self) -> bytes:
        """Return the record of the decision."""
        answer = self.answer()
        return record_to_jsonld(self.record(answer), answer)

    def memo(self) -> Document:
        """Return the qualification memo, before it has a format."""
        return memo(self.case, self.answer(), self.form, version=self.version, lang=self.lang)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFormat:
    """A format: the ending of its file, and what it holds of a case."""

    suffix: str
    write: Callable[[Dossier], bytes]


def _rdf(name: str, suffix: str) -> CaseFormat:
    return CaseFormat(suffix=suffix, write=lambda dossier: write_graph(dossier.graph(), name))


FORMATS: Mapping[str, CaseFormat] = {
    "turtle": _rdf("turtle", ".ttl"),
    "rdfxml": _rdf("rdfxml", ".rdf"),
    "jsonld": _rdf("jsonld", ".jsonld"),
    "ntriples": _rdf("ntriples", ".nt"),
    "nquads": _rdf("nquads", ".nq"),
    "trig": _rdf("trig", ".trig"),
    "odrl": CaseFormat(
        suffix=".ttl",
        write=lambda dossier: write_graph(policies_of_answer(dossier.answer()), "turtle"),
    ),
    "docx": CaseFormat(suffix=".docx", write=lambda dossier: to_docx(dossier.memo())),
    "pdf": CaseFormat(suffix=".pdf", write=lambda dossier: to_pdf(dossier.memo())),
    "markdown": CaseFormat(suffix=".md", write=lambda dossier: to_markdown(dossier.memo())),
    "xlsx": CaseFormat(suffix=".xlsx", write=lambda d: to_xlsx(d.case, d.answer(), d.lang)),
    "record": CaseFormat(suffix=".jsonld", write=lambda dossier: dossier.decision()),
    "csv": CaseFormat(suffix=".csv", write=lambda d: to_csv(d.case, d.answer(), d.lang)),
}
"""Every format in which a case can be written."""
