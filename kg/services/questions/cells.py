"""The cells of a table that the reasoner fills."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from kg.domain.law import Citation
from kg.domain.proofs import Step
from kg.domain.questions import Question
from kg.domain.tables import Cell
from kg.domain.texts import EMPTY, Language, Text
from kg.services.questions.values import Values
from kg.services.workspace import Workspace
from kg.vocabulary import XSD

__all__ = ["Call", "Row", "citations", "iri", "number", "plain", "reason", "said", "truth"]

Row: TypeAlias = tuple[Cell, ...]
Call: TypeAlias = Callable[[Workspace, Question, Values], Iterator[Row]]


def iri(name: str) -> Cell:
    """Return a term, or an empty cell for ""."""
    return Cell(text=name, kind="iri") if name else Cell(text="", kind="none")


def plain(text: str) -> Cell:
    """Return an identifier or a day, or an empty cell for ""."""
    kind = "literal" if text else "none"
    return Cell(text=text, kind=kind, datatype=XSD.term("string") if text else "")


def said(text: Text, lang: Language) -> Cell:
    """Return words, or an empty cell where there are none."""
    words = text.say(lang)
    return Cell(text=words, kind="literal", lang=lang) if words else plain("")


def citations(found: tuple[Citation, ...], lang: Language) -> Cell:
    """Return the provisions as they are cited, one after the other."""
    labels = list(dict.fromkeys(citation.label for citation in found))
    return said(Text("; ".join(t.fr for t in labels), "; ".join(t.en for t in labels)), lang)


def number(value: int) -> Cell:
    """Return a whole number."""
    return Cell(text=str(value), kind="literal", datatype=XSD.term("integer"))


def truth(*, holds: bool) -> Cell:
    """Return true or false."""
    return Cell(text=str(holds).lower(), kind="literal", datatype=XSD.term("boolean"))


def reason(step: Step | None, lang: Language) -> Row:
    """Return why something is concluded, in a sentence, and the provisions that it rests on."""
    cited = tuple(c for s in step.walk() for c in s.citations) if step else ()
    return said(step.sentence if step else EMPTY, lang), citations(cited, lang)
