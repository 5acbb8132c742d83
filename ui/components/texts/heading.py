"""What stands above an article: its name, its rank, whether it is the one to read today."""

from __future__ import annotations

from kg.domain.articles import Article, Force
from kg.domain.law import Citation, Version
from ui.components.markup import Html, badge, element, joined, link
from ui.components.scales import confidence_label, rank_label
from ui.components.texts.address import period
from ui.session import language, say, say_day

__all__ = ["heading"]

_SORT = {Force.IN_FORCE: "held", Force.SUPERSEDED: "owed", Force.FUTURE: "unknown"}


def heading(article: Article) -> Html:
    """Return the name of an article, the state of its wording, and a warning where it is due."""
    parts: list[str] = [element("h2", article.provision.label.say(language()))]
    if article.provision.authority:
        rank = rank_label(article.provision.authority)
        parts.append(element("p", say("texts.authority", rank=rank), class_="note"))
    if article.version is not None:
        parts.append(_state(article, article.version))
        parts.append(_warning(article, article.version))
    elif article.provision.versions:
        first = say_day(article.provision.versions[0].start)
        said = say("texts.no_version", day=say_day(article.day), first=first)
        parts.append(element("p", said, class_="faults", role="status"))
    else:
        parts.append(element("p", say("texts.summaries"), class_="note"))
    return element("header", *parts, class_="article")


def _state(article: Article, version: Version) -> Html:
    state = badge(say(f"texts.{article.force}"), _SORT[article.force])
    parts: list[str] = [state, " ", period(version.start, version.until)]
    if article.alineas:
        official = all(alinea.is_official for alinea in article.alineas)
        kind = say("texts.official") if official else say("texts.not_all_official")
        parts += [" ", badge(kind, "held" if official else "unknown")]
    if version.confidence:
        parts += [" ", element("small", confidence_label(version.confidence))]
    if version.url:
        page = Citation(iri=version.iri, label=article.provision.label, url=version.url)
        parts += [" · ", say("texts.official_page"), say("colon"), link(page, language())]
    return element("p", joined(parts))


def _warning(article: Article, version: Version) -> Html:
    """Return the banner that nobody should miss who reads another law than today's."""
    match article.force:
        case Force.SUPERSEDED:
            until = say_day(version.until) if version.until else ""
            return _banner(say("texts.warn_superseded", until=until))
        case Force.FUTURE:
            start = say_day(version.start)
            return _banner(say("texts.warn_future", start=start))
        case Force.IN_FORCE | Force.UNDATED:
            return Html("")


def _banner(said: str) -> Html:
    return element("p", said, class_="faults banner", role="status")
