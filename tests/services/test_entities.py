"""A case whose things are added, removed and renamed, and its chain."""

from __future__ import annotations

import pytest

from kg.domain.cases import Case
from kg.errors import UsageError
from kg.services.cases import example_cases, load_case
from kg.services.chain import chain_of
from kg.services.edit import check_case, close, retitle
from kg.services.entities import add_entity, free_id, remove_entity, rename_entity
from kg.services.workspace import Workspace


@pytest.fixture
def memo(workspace: Workspace) -> Case:
    return load_case(workspace, example_cases(workspace)["source-memo"])


def test_what_is_added_says_nothing_and_can_be_written_down(
    workspace: Workspace, memo: Case
) -> None:
    for section in ("actors", "data", "services", "certificates", "approvals", "groups", "sales"):
        case, path = add_entity(workspace.form, memo, section, "one-more")

        again = check_case(workspace, case)

        added = next(entity for entity in again.entities if entity.path == path)
        assert all(fact.value is None for fact in added.facts)


def test_evidence_is_added_to_its_actor(workspace: Workspace, memo: Case) -> None:
    case, path = add_entity(workspace.form, memo, "evidence", owner="actors.publisher")

    assert path == "actors.publisher.evidence[0]"
    assert check_case(workspace, case).of("evidence")[0].owner == "actors.publisher"


def test_what_referred_to_a_removed_actor_is_no_longer_known(
    workspace: Workspace, memo: Case
) -> None:
    case = check_case(workspace, remove_entity(workspace.form, memo, "actors.publisher"))

    saas, hosting = case.find("services", "saas"), case.find("services", "hosting")
    assert saas is not None
    assert hosting is not None
    assert [fact.value for fact in (saas.fact("provider"), hosting.fact("client")) if fact] == [
        None,
        None,
    ]


def test_the_entities_after_a_removed_one_move_up_their_list(
    workspace: Workspace, memo: Case
) -> None:
    case, second = add_entity(workspace.form, memo, "certificates")
    case = remove_entity(workspace.form, case, "certificates[0]")

    assert second == "certificates[1]"
    assert [entity.path for entity in case.of("certificates")] == ["certificates[0]"]


def test_a_renamed_actor_is_renamed_wherever_it_is_named(workspace: Workspace, memo: Case) -> None:
    owned, _ = add_entity(workspace.form, memo, "evidence", owner="actors.publisher")

    case = check_case(workspace, rename_entity(workspace.form, owned, "actors.publisher", "acme"))

    said = {fact.value for entity in case.entities for fact in entity.facts}
    assert {"acme", ("acme",)} <= said
    assert "publisher" not in said
    assert case.of("evidence")[0].owner == "actors.acme"


@pytest.mark.parametrize("name", ["client", "l’hôpital", "", "12", "unknown"])
def test_an_id_that_is_taken_or_badly_formed_is_refused(
    workspace: Workspace, memo: Case, name: str
) -> None:
    with pytest.raises(UsageError):
        rename_entity(workspace.form, memo, "actors.publisher", name)


def test_a_free_id_is_the_one_wanted_or_the_next(memo: Case) -> None:
    assert free_id(memo, "actors", "auditor") == "auditor"
    assert free_id(memo, "actors", "client") == "client-2"


def test_a_title_in_one_language_leaves_the_other(memo: Case) -> None:
    case = retitle(memo, "Mon dossier", "fr")

    assert (case.title.fr, case.title.en) == ("Mon dossier", memo.title.en)
    assert close(case, complete=True).complete


def test_the_chain_goes_from_the_service_that_relies_to_the_one_relied_on(memo: Case) -> None:
    chain = chain_of(memo)

    assert [link.service for link in chain.links] == ["saas", "hosting"]
    assert chain.links[0].clients == ("client",)
    assert chain.links[0].activities is None
    assert chain.apart == ()
