"""What an actor must do: a table of norms, those that it breaches first."""

from __future__ import annotations

from kg.domain.answers import ActorAnswer, NormAnswer, Status
from ui.components.markup import Html, bullets, details, element, joined, sentence
from ui.components.places import cites
from ui.components.proof import why
from ui.components.scales import modality_label, rank_label
from ui.components.verdicts import status_badge
from ui.session import language, say

__all__ = ["norms"]

_ORDER = (Status.BREACHED, Status.UNKNOWN, Status.MET)


def norms(actor: ActorAnswer) -> Html:
    """Return the breaches in evidence, then the norms that bind and those that may."""
    breached = [norm for norm in actor.norms if norm.status is Status.BREACHED]
    parts = [_breaches(breached)] if breached else []
    if actor.norms:
        parts.append(_bound(actor))
    if actor.possible_norms:
        labels = (_possible(norm) for norm in actor.possible_norms)
        title = say("possible_norms", count=len(actor.possible_norms))
        parts.append(details(title, bullets(labels)))
    return joined(parts)


def _breaches(breached: list[NormAnswer]) -> Html:
    lines = (joined([_label(norm), " — ", _cites(norm)]) for norm in breached)
    title = element("h3", say("breaches_found", count=len(breached)))
    return element("div", title, bullets(lines), class_="breached")


def _bound(actor: ActorAnswer) -> Html:
    heads = (element("th", say(key), scope="col") for key in ("norm", "provision", "status"))
    ordered = sorted(actor.norms, key=lambda norm: _ORDER.index(norm.status))
    table = element(
        "table",
        element("caption", say("norms_caption")),
        element("thead", element("tr", *heads)),
        element("tbody", *(_rows(norm) for norm in ordered)),
        class_="norms",
    )
    return details(say("norms", count=len(actor.norms)), table, is_open=True)


def _rows(norm: NormAnswer) -> Html:
    """Return what is said of a norm on one row, and its reasons across the next."""
    told = element(
        "tr",
        element("th", _norm(norm), scope="row"),
        element("td", _cites(norm), data_label=say("provision")),
        element("td", status_badge(norm.status), data_label=say("status")),
        class_="told",
    )
    reasons = element("td", _whys(norm), colspan="3")
    return joined([told, element("tr", reasons, class_="reasons")])


def _norm(norm: NormAnswer) -> Html:
    notes = [modality_label(norm.modality), rank_label(norm.authority)]
    if norm.owed_to:
        notes.append(say("owed_to", whom=norm.owed_to.say(language())))
    return joined([_label(norm), element("small", " · ".join(notes))])


def _cites(norm: NormAnswer) -> Html:
    cited = cites(norm.citations)
    if not norm.penalties:
        return cited
    punished = cites(norm.penalties)
    return joined([cited, element("small", say("penalties"), " ", punished)])


def _whys(norm: NormAnswer) -> Html:
    return joined(
        [why(norm.because, say("why_bound")), why(norm.status_because, say("why_status"))]
    )


def _possible(norm: NormAnswer) -> Html:
    return joined(
        [_label(norm), " — ", _cites(norm), element("small", say(f"binding.{norm.binding.value}"))]
    )


def _label(norm: NormAnswer) -> str:
    return sentence(norm.label.say(language()))
