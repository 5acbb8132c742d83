"""The norms that bind the actors of a case, as ODRL policies: duties, prohibitions, permissions.

Source: W3C, ODRL Information Model 2.2, sections 2.1, 2.4 to 2.6.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.domain.answers import ActorAnswer, Answer, NormAnswer, Status
from kg.store.graph import Graph, Node, Words
from kg.store.prefixes import BASE, CASE, PREFIXES
from kg.vocabulary import DCTERMS, HDS, RDF, SKOS, XSD

__all__ = ["policies_of_answer", "policies_of_norms"]

Triple = tuple[str, str, Node]
_ODRL = PREFIXES["odrl"]
_TYPE = RDF.term("type")
_RULES = {
    "obligation": ("obligation", "Duty"),
    "prohibition": ("prohibition", "Prohibition"),
    "permission": ("permission", "Permission"),
    "exemption": ("permission", "Permission"),
}
_OUTCOMES = {Status.MET: "passed", Status.BREACHED: "failed", Status.UNKNOWN: "cantTell"}
_PROFILE = f"{BASE}odrl"


def policies_of_answer(answer: Answer) -> Graph:
    """Return a policy for each actor of an answer that some norm binds, and what came of each norm.

    The law imposes it and no other party: the policy is a set, its rules name who bears them.
    """
    return Graph().extend(triple for actor in answer.actors for triple in _duties(answer, actor))


def policies_of_norms(graph: Graph) -> Graph:
    """Return the set of all norms, borne by nobody in particular."""
    return Graph().extend(_set(graph))


def _duties(answer: Answer, actor: ActorAnswer) -> Iterator[Triple]:
    if not actor.norms:
        return
    party = f"{CASE}{answer.case}/actors/{actor.id}"
    policy = f"{party}/policy"
    day = Words(answer.day.isoformat(), datatype=XSD.term("date"))
    yield from _policy(policy)
    yield policy, DCTERMS.term("date"), day
    yield party, _TYPE, _ODRL + "Party"
    for lang in ("fr", "en"):
        yield party, SKOS.term("prefLabel"), Words(actor.name, lang)
    for norm in actor.norms:
        yield from _rule(policy, norm, party)


def _rule(policy: str, norm: NormAnswer, party: str) -> Iterator[Triple]:
    link, kind = _RULES[norm.modality]
    rule = f"{policy}/{norm.id}"
    yield policy, _ODRL + link, rule
    yield rule, _TYPE, _ODRL + kind
    yield rule, _ODRL + "assignee", party
    yield rule, _ODRL + "action", PREFIXES["norm"] + norm.id
    yield rule, _ODRL + "target", f"{CASE}{party.removeprefix(CASE).partition('/')[0]}/data"
    yield rule, PREFIXES["earl"] + "outcome", PREFIXES["earl"] + _OUTCOMES[norm.status]
    yield from ((rule, DCTERMS.term("source"), citation.iri) for citation in norm.citations)
    yield from _action(PREFIXES["norm"] + norm.id, norm.label.fr, norm.label.en)


def _set(graph: Graph) -> Iterator[Triple]:
    policy = f"{BASE}odrl/norms"
    yield from _policy(policy)
    for norm in graph.subjects(_TYPE, HDS.term("Norm")):
        modality = graph.literal(graph.iri(norm, HDS.term("hasModality")), SKOS.term("notation"))
        link, kind = _RULES[modality]
        name = graph.literal(norm, SKOS.term("notation"))
        rule = f"{policy}/{name}"
        label = graph.text(norm, SKOS.term("prefLabel"))
        yield policy, _ODRL + link, rule
        yield rule, _TYPE, _ODRL + kind
        yield rule, _ODRL + "action", norm
        yield rule, _ODRL + "target", PREFIXES["hds"] + "PersonalHealthDataset"
        yield from ((rule, DCTERMS.term("source"), s) for s in graph.iris(norm, _SOURCE))
        yield from _action(norm, label.fr, label.en)


_SOURCE = DCTERMS.term("source")


def _policy(policy: str) -> Iterator[Triple]:
    yield policy, _TYPE, _ODRL + "Policy"
    yield policy, _TYPE, _ODRL + "Set"
    yield policy, _ODRL + "uid", policy
    yield policy, _ODRL + "profile", _PROFILE


def _action(norm: str, fr: str, en: str) -> Iterator[Triple]:
    yield norm, _TYPE, _ODRL + "Action"
    yield norm, _ODRL + "includedIn", _ODRL + "use"
    yield norm, SKOS.term("prefLabel"), Words(fr, "fr")
    yield norm, SKOS.term("prefLabel"), Words(en, "en")
