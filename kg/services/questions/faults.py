"""What is wrong with a question that somebody asks, and what is allowed instead."""

from __future__ import annotations

from datetime import date
from difflib import get_close_matches

from kg.domain.questions import Kind, Parameter, Question
from kg.domain.texts import Text
from kg.errors import Fault

__all__ = [
    "missing",
    "no_law",
    "no_such_parameter",
    "no_such_question",
    "no_turtle",
    "not_at_an_endpoint",
    "wrong_value",
]

_MOST = 12
_FORMS = {
    Kind.CASE: Text("un dossier : le chemin d’un fichier, ou", "a case: the path of a file, or"),
    Kind.ENTITY: Text("un identifiant du dossier :", "an id of the case:"),
    Kind.TERM: Text("un terme du graphe :", "a term of the graph:"),
    Kind.DATE: Text("un jour, écrit ainsi : 2026-11-23", "a day, written so: 2026-11-23"),
    Kind.DAYS: Text(
        "un nombre entier de jours, de 0 à 36525", "a whole number of days, from 0 to 36525"
    ),
    Kind.LANGUAGE: Text("une langue :", "a language:"),
    Kind.CHOICE: Text("l’une de ces valeurs :", "one of these values:"),
    Kind.DOCUMENT: Text(
        "le chemin d’un fichier .txt, .md, .docx ou .pdf",
        "the path of a .txt, .md, .docx or .pdf file",
    ),
    Kind.GRAPH: Text("le chemin d’un fichier Turtle", "the path of a Turtle file"),
    Kind.CASES: Text("le chemin d’un dossier de cas", "the path of a folder of cases"),
}


def no_such_question(name: str, names: list[str], near: list[str]) -> Fault:
    """Return the fault of a question that the catalogue lacks."""
    allowed = ", ".join(names)
    return Fault(
        fr=f"aucune question ne s’appelle « {name} »."
        + (f" Vouliez-vous dire « {near[0]} » ?" if near else "")
        + f" Questions : {allowed}. kg query --list les présente.",
        en=f"no question is called “{name}”."
        + (f" Did you mean “{near[0]}”?" if near else "")
        + f" Questions: {allowed}. kg query --list shows them.",
        key="--name",
    )


def no_such_parameter(question: Question, name: str, names: list[str], near: list[str]) -> Fault:
    """Return the fault of a parameter that a question lacks."""
    allowed = ", ".join(names)
    return Fault(
        fr=f"la question {question.id} n’a pas de paramètre « {name} »."
        + (f" Vouliez-vous dire « {near[0]} » ?" if near else "")
        + f" Paramètres : {allowed}.",
        en=f"the question {question.id} has no parameter “{name}”."
        + (f" Did you mean “{near[0]}”?" if near else "")
        + f" Parameters: {allowed}.",
        key=name,
    )


def missing(question: Question, parameter: Parameter, allowed: list[str]) -> Fault:
    """Return the fault of a parameter without a value."""
    form = _form(parameter, allowed)
    sample = f"{parameter.name}={parameter.example}"
    return Fault(
        fr=f"la question {question.id} attend « {parameter.name} » ({parameter.label.fr}) : "
        f"{form.fr}. Par exemple : {sample}",
        en=f"the question {question.id} needs “{parameter.name}” ({parameter.label.en}): "
        f"{form.en}. For example: {sample}",
        key=parameter.name,
    )


def wrong_value(parameter: Parameter, value: str, allowed: list[str]) -> Fault:
    """Return the fault of a value that a parameter does not take."""
    form = _form(parameter, allowed)
    near = get_close_matches(value, allowed, n=1, cutoff=0.5)
    return Fault(
        fr=f"« {parameter.name} » ne peut valoir « {value} ». Il faut {form.fr}."
        + (f" Vouliez-vous dire « {near[0]} » ?" if near else ""),
        en=f"“{parameter.name}” cannot be “{value}”. It must be {form.en}."
        + (f" Did you mean “{near[0]}”?" if near else ""),
        key=parameter.name,
    )


def not_at_an_endpoint(question: Question) -> Fault:
    """Return the fault of a question about a case that is put to a server."""
    return Fault(
        fr=f"la question {question.id} porte sur un dossier, qu’un serveur SPARQL ne connaît pas. "
        "Posez-la sans --endpoint.",
        en=f"the question {question.id} is about a case, which a SPARQL server does not know. "
        "Ask it without --endpoint.",
        key="--endpoint",
    )


def no_law(day: date, first: date) -> Fault:
    """Return the fault of a day on which the graph knows no law to apply to a case."""
    return Fault(
        fr=f"le {day:%d/%m/%Y} précède le régime, qui commence le {first:%d/%m/%Y}. Donnez un "
        "jour à partir de cette date.",
        en=f"{day} is before the regime, which begins on {first}. Give a day from that date on.",
        key="on",
    )


def no_turtle(parameter: Parameter, error: Exception) -> Fault:
    """Return the fault of a text that is not Turtle."""
    return Fault(
        fr=f"« {parameter.name} » ne se lit pas comme du Turtle : {error}. Corrigez le fichier.",
        en=f"“{parameter.name}” cannot be read as Turtle: {error}. Correct the file.",
        key=parameter.name,
    )


def _form(parameter: Parameter, allowed: list[str]) -> Text:
    form = _FORMS[parameter.kind]
    if not allowed:
        return Text(form.fr.removesuffix(" :"), form.en.removesuffix(":"))
    more = len(allowed) - _MOST
    listed = ", ".join(allowed[:_MOST])
    fr = f"{form.fr} {listed}" + (f" et {more} autres" if more > 0 else "")
    en = f"{form.en} {listed}" + (f" and {more} others" if more > 0 else "")
    return Text(fr, en)
