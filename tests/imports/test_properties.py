"""Whatever is put in, a case or its faults come out; what is written is what is read."""

from __future__ import annotations

import io
import json

from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from kg.domain.case_format import CaseFormat, KeyFormat, ValueKind
from kg.domain.cases import Case, Value
from kg.errors import CaseError
from kg.imports import read_case

PIECES = st.sampled_from(
    ["format: hds-case/1\n", "id: x\n", "actors:", "services: ", "complete: true\n", "unknown",
     "\n  ", "\n", "- ", "{", "}", "[", "]", ": ", ", ", "&a ", "*a", "!t ", "---\n", "...\n",
     "%YAML 1.1\n", "|", ">", '"', "'", "\\U", "? ", "#", "<<: ", "\t", "\x85", "\ufeff"]
)  # fmt: skip
TREES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)
KEYS = ["format", "id", "title", "date", "complete", "actors", "data", "services", "certificates",
        "approvals", "groups", "sales", "inspections", "expect"]  # fmt: skip


def outcome(text: str | bytes, form: CaseFormat) -> Case | CaseError:
    """Return the case or its faults; any other exception escapes."""
    try:
        return read_case(text, source="a.yaml", form=form)
    except CaseError as error:
        return error


@given(text=st.text() | st.lists(PIECES | st.text(max_size=3)).map("".join))
def test_any_text_gives_a_case_or_its_faults(form: CaseFormat, text: str) -> None:
    outcome(text, form)


@given(data=st.binary())
def test_any_bytes_give_a_case_or_their_faults(form: CaseFormat, data: bytes) -> None:
    outcome(data, form)


@given(tree=st.dictionaries(st.sampled_from(KEYS), TREES))
def test_any_tree_gives_a_case_or_its_faults(form: CaseFormat, tree: dict[str, object]) -> None:
    outcome(json.dumps({"format": "hds-case/1", "id": "x", **tree}), form)


def values(key: KeyFormat) -> st.SearchStrategy[Value | None]:
    """Return values that a key of a service can take."""
    if key.options:
        words = st.sampled_from([option.value for option in key.options])
    else:
        words = st.sampled_from(["a-1", "b_2"])
    whole = st.lists(words, max_size=8).map(lambda drawn: tuple(dict.fromkeys(drawn)))
    value = st.booleans() if key.kind is ValueKind.BOOLEAN else whole if key.is_list else words
    return st.none() | value


@given(data=st.data())
@settings(max_examples=50)
def test_what_is_written_is_read_in_yaml_and_in_json(form: CaseFormat, data: st.DataObject) -> None:
    section = form.section("services")
    assert section is not None
    kinds = {key.key: values(key) for key in section.keys if key.key != "relies_on"}
    facts = data.draw(st.fixed_dictionaries({"provider": kinds.pop("provider")}, optional=kinds))
    tree = tree_of(facts)

    cases = [outcome(text, form) for text in (json.dumps(tree), yaml_of(tree))]

    for case in cases:
        assert isinstance(case, Case)
        (service,) = case.of("services")
        assert {fact.key: fact.value for fact in service.facts} == facts


def tree_of(facts: dict[str, Value | None]) -> dict[str, object]:
    """Return the tree of a case that states the facts of one service."""
    service: dict[str, object] = {}
    contract: dict[str, object] = {}
    for key, value in facts.items():
        plain = list(value) if isinstance(value, tuple) else value
        if key.startswith("contract."):
            contract[key.removeprefix("contract.")] = plain
        else:
            service[key] = plain
    body = {**service, **({"contract": contract} if contract else {})}
    return {
        "format": "hds-case/1",
        "id": "x",
        "actors": {"a-1": {}, "b_2": {}},
        "data": {"a-1": {}, "b_2": {}},
        "services": {"saas": body},
    }


def yaml_of(tree: dict[str, object]) -> str:
    """Return the tree as a YAML text."""
    stream = io.StringIO()
    YAML(typ="safe", pure=True).dump(tree, stream)
    return stream.getvalue()
