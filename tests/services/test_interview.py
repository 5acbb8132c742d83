from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.domain.answers import Outcome
from kg.domain.case_format import ValueKind
from kg.domain.cases import Case, Value
from kg.domain.interview import Question
from kg.services.cases import parse_case
from kg.services.edit import check_case
from kg.services.interview import answer_question, next_question
from kg.services.qualify import qualify
from kg.services.workspace import Workspace

DAY = date(2026, 11, 23)
TOLD = {
    "hardly anything": "{provider: unknown}",
    "who provides it to whom": "{provider: publisher, client: [clinic], data: [records]}",
}
MOST_QUESTIONS = 25


def told(workspace: Workspace, service: str) -> Case:
    text = f"""
format: hds-case/1
id: told
actors: {{clinic: {{}}, publisher: {{}}}}
data: {{records: {{}}}}
services: {{saas: {service}}}
"""
    return parse_case(workspace, text, "told")


def values(question: Question) -> Iterator[Value]:
    """Yield what the case may say in reply to a question, in the order of its replies."""
    for reply in question.replies:
        match question.kind:
            case ValueKind.BOOLEAN:
                yield reply.value == "true"
            case ValueKind.DATE:
                yield DAY if reply.value == "true" else DAY - timedelta(days=1)
            case ValueKind.CHOICES | ValueKind.REFERENCES:
                yield () if reply.value == "[]" else (COUNTRIES.get(reply.value, reply.value),)
            case ValueKind.CHOICE | ValueKind.REFERENCE | ValueKind.TEXT:
                yield COUNTRIES.get(reply.value, reply.value)


COUNTRIES = {"any_eea_country": "FR", "any_third_country": "US"}


def ask(workspace: Workspace, case: Case) -> Question | None:
    return next_question(workspace, case, "publisher", on=DAY)


@pytest.mark.parametrize("service", TOLD.values(), ids=TOLD.keys())
@given(data=st.data())
@settings(max_examples=6, deadline=None)
def test_whatever_is_replied_an_interview_ends_with_an_answer(
    workspace: Workspace, service: str, data: st.DataObject
) -> None:
    case = told(workspace, service)

    for _ in range(MOST_QUESTIONS):
        question = ask(workspace, case)
        if question is None:
            break
        assert 0 <= question.settles <= 1
        value = data.draw(st.sampled_from(list(values(question))))
        case = answer_question(workspace, case, question, "publisher", value)

    answer = qualify(workspace, check_case(workspace, case), on=DAY).actor("publisher")
    assert answer is not None
    assert Outcome.UNDETERMINED not in {answer.certification.answer, answer.approval.answer}


def test_a_reply_leads_to_the_answer_that_it_announces(workspace: Workspace) -> None:
    case = told(workspace, TOLD["who provides it to whom"])
    question = ask(workspace, case)
    assert question is not None

    for reply, value in zip(question.replies, values(question), strict=True):
        told_more = answer_question(workspace, case, question, "publisher", value)
        answer = qualify(workspace, told_more, on=DAY).actor("publisher")
        assert answer is not None
        found = {
            c.question: c.answer
            for c in (answer.certification, answer.approval)
            if c.answer is not Outcome.UNDETERMINED
        }
        assert {concern.id: outcome for concern, outcome in reply.leads} == found


def test_a_skipped_question_comes_back_last(workspace: Workspace) -> None:
    case = told(workspace, TOLD["who provides it to whom"])
    skipped: list[str] = []
    question = ask(workspace, case)
    assert question is not None

    for _ in range(question.left):
        asked = next_question(workspace, case, "publisher", on=DAY, skipped=skipped)
        assert asked is not None
        assert asked.fact not in skipped
        skipped.append(asked.fact)

    again = next_question(workspace, case, "publisher", on=DAY, skipped=skipped)
    assert again is not None
    assert again.fact == question.fact


def test_a_question_is_worded_in_both_languages_and_says_why_it_is_asked(
    workspace: Workspace,
) -> None:
    question = ask(workspace, told(workspace, TOLD["hardly anything"]))

    assert question is not None
    assert question.wording.fr.endswith("?")
    assert question.wording.en.endswith("?")
    assert {c.id for c in question.concerns} == {"certification", "approval"}
    assert all(concern.label.fr in question.why.fr for concern in question.concerns)
    assert all(reply.label.fr and reply.label.en for reply in question.replies)


def test_nothing_is_asked_of_an_actor_whose_answers_no_fact_can_change(
    workspace: Workspace,
) -> None:
    text = "format: hds-case/1\nid: alone\nactors: {publisher: {}}\n"

    assert ask(workspace, parse_case(workspace, text, "alone")) is None
