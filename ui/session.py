"""What a session remembers, and the workspace that all sessions share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import TypeAlias

import streamlit as st

from kg.domain.answers import Answer
from kg.domain.cases import Case
from kg.domain.interview import Question as Asked
from kg.domain.texts import Language
from kg.errors import Fault, HdsError
from kg.services.cases import example_cases, load_case
from kg.services.edit import check_case
from kg.services.interview import next_question
from kg.services.qualify import qualify
from kg.services.workspace import Workspace, open_workspace
from kg.settings import read_settings
from ui.words import day_in, words

__all__ = [
    "FIRST_EXAMPLE",
    "LANGUAGES",
    "Question",
    "Situation",
    "answer_to",
    "change_case",
    "date_format",
    "examples",
    "has_begun",
    "language",
    "put",
    "question_about",
    "restart",
    "say",
    "say_day",
    "situation",
    "today",
    "undo",
    "workspace",
]

FIRST_EXAMPLE = "source-memo"
LANGUAGES: tuple[Language, ...] = ("fr", "en")
_MOST_ANSWERS = 128

Question: TypeAlias = tuple[Case, date, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What the page is about: a case, the day whose law applies, the floor of authority.

    `example` is the example that it comes from, "" for a file of the user's. `revision` grows
    whenever the case changes from elsewhere than its own form. `before` is what was asked before
    the last change; `skipped` are questions put off. `who` is the actor looked at, "" for the most
    concerned. `faults` are what is wrong with what was given last, `dropped` what a link lost.
    """

    case: Case
    day: date
    floor: str = ""
    example: str = ""
    revision: int = 0
    before: Question | None = None
    faults: tuple[Fault, ...] = ()
    skipped: frozenset[str] = frozenset()
    who: str = ""
    dropped: tuple[Fault, ...] = ()

    @property
    def question(self) -> Question:
        """What is asked: the case, on the day, from the floor up."""
        return self.case, self.day, self.floor


@st.cache_resource(show_spinner=False)
def workspace() -> Workspace:
    """Return the workspace, opened once for every session."""
    return open_workspace(read_settings())


@st.cache_resource(show_spinner=False)
def _answers() -> Callable[[Case, date, str], Answer]:
    shared = workspace()

    @lru_cache(maxsize=_MOST_ANSWERS)
    def answers(case: Case, day: date, floor: str) -> Answer:
        return qualify(shared, case, on=day, floor=floor)

    return answers


def answer_to(question: Question) -> Answer:
    """Return the answer, from memory where the same was asked before.

    Raises:
        HdsError: the question cannot be answered, with what to do.
    """
    return _answers()(*question)


@st.cache_resource(show_spinner=False)
def _questions() -> Callable[[Question, str, frozenset[str]], Asked | None]:
    shared = workspace()

    @lru_cache(maxsize=_MOST_ANSWERS)
    def questions(question: Question, actor: str, skipped: frozenset[str]) -> Asked | None:
        case, day, floor = question
        return next_question(shared, case, actor, on=day, floor=floor, skipped=skipped)

    return questions


def question_about(actor: str) -> Asked | None:
    """Return what to ask next about an actor of the situation; None: nothing more decides."""
    now = situation()
    return _questions()(now.question, actor, now.skipped)


@st.cache_resource(show_spinner=False)
def examples() -> dict[str, Case]:
    """Return the example cases by name, the first one to show first."""
    shared = workspace()
    paths = example_cases(shared)
    names = sorted(paths, key=lambda name: (name != FIRST_EXAMPLE, name))
    return {name: load_case(shared, paths[name]) for name in names}


def language() -> Language:
    """Return the language of the interface: the user's choice, else the browser's."""
    chosen = st.session_state.get("lang") or st.query_params.get("lang") or _of_browser()
    return "en" if chosen == "en" else "fr"


def _of_browser() -> str:
    locale = st.context.locale or read_settings().lang
    return "fr" if locale.lower().startswith("fr") else "en"


def say(key: str, **fields: object) -> str:
    """Return the interface's words for `key`, in the language of the session."""
    return words(key, language(), **fields)


def say_day(day: date) -> str:
    """Return a day as the language of the session writes it."""
    return day_in(language(), day)


def date_format() -> str:
    """Return how the language of the session writes a day in a field."""
    return "DD/MM/YYYY" if language() == "fr" else "YYYY-MM-DD"


def situation() -> Situation:
    """Return what the session is about; the first example, until something is begun."""
    found: Situation | None = st.session_state.get("situation")
    if found is None:
        name, case = next(iter(examples().items()))
        return Situation(case=case, day=case.day or today(), example=name)
    return found


def has_begun() -> bool:
    """Tell whether the session is about anything yet."""
    return "situation" in st.session_state


def restart() -> None:
    """Forget what the session is about, and ask again."""
    st.session_state.pop("situation", None)


def put(now: Situation) -> None:
    """Make this what the session is about."""
    st.session_state["situation"] = now


def change_case(change: Callable[[Case], Case], *, elsewhere: bool = False) -> None:
    """Change the case, unless the change contradicts what the case says; keep what was before.

    `elsewhere`: the change does not come from the widget that shows the fact.
    """
    now = situation()
    try:
        case = check_case(workspace(), change(now.case))
    except HdsError as error:
        faults = tuple(replace(fault, line=0, file="") for fault in error.faults)
        put(replace(now, faults=faults, revision=now.revision + 1))
        return
    revision = now.revision + 1 if elsewhere else now.revision
    put(replace(now, case=case, before=now.question, faults=(), dropped=(), revision=revision))


def undo() -> None:
    """Take the last change back."""
    now = situation()
    if now.before is not None:
        case, day, floor = now.before
        revision = now.revision + 1
        put(replace(now, case=case, day=day, floor=floor, before=None, revision=revision))


def today() -> date:
    """Return the user's own day."""
    return date.today()  # noqa: DTZ011 - the law of the day of whoever asks
