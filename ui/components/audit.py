"""The report of an audit: its citations and its claims, as tables."""

from __future__ import annotations

from kg.domain.audits import AuditReport, CitationFinding, CitationStatus, ClaimFinding
from ui.components.markup import Html, badge, element, joined, link, sentence, table
from ui.session import language, say, say_day

__all__ = ["citation_table", "claim_table", "verdict_line"]

_SORTS = {
    CitationStatus.IN_FORCE: "held",
    CitationStatus.SUPERSEDED: "owed",
    CitationStatus.NOT_YET: "unknown",
    CitationStatus.UNKNOWN: "unknown",
}


def verdict_line(report: AuditReport) -> Html:
    """Return the report in one sentence."""
    stale = sum(f.status is not CitationStatus.IN_FORCE for f in report.citations)
    wrong = sum(f.is_confirmed and not f.is_sound for f in report.claims)
    said = say(
        "audit_found",
        day=say_day(report.day),
        citations=len(report.citations),
        stale=stale,
        claims=len(report.claims),
        wrong=wrong,
    )
    return element("p", said, class_="change", role="status")


def citation_table(report: AuditReport) -> Html:
    """Return the citations, each with its status and what to cite instead."""
    heads = [say("audit_citation"), say("audit_line"), say("status"), say("audit_known")]
    rows = (_citation(finding) for finding in report.citations)
    return _scrolling(table(heads, rows, say("audit_citations"), "plain"))


def claim_table(report: AuditReport) -> Html:
    """Return the claims, each with its verdict and why."""
    heads = [say("audit_claim"), say("audit_line"), say("audit_verdict"), say("audit_why")]
    rows = (_claim(finding) for finding in report.claims)
    return _scrolling(table(heads, rows, say("audit_claims"), "plain"))


def _scrolling(body: Html) -> Html:
    return element("div", body, class_="scroll", tabindex="0", role="region")


def _citation(finding: CitationFinding) -> list[str]:
    lang = language()
    status = [badge(say(f"audit_{finding.status.value}"), _SORTS[finding.status])]
    if finding.since:
        key = "audit_from" if finding.status is CitationStatus.NOT_YET else "audit_since"
        status.append(element("p", say(key, day=say_day(finding.since))))
    acts = joined((link(act, lang) for act in finding.by), ", ")
    known = [link(finding.cited, lang)] if finding.cited else [element("span", say("none"))]
    if acts:
        known.append(element("p", say("audit_by"), say("colon"), acts))
    if finding.change:
        known.append(element("p", finding.change.say(lang)))
    if finding.current:
        known.append(element("p", say("audit_current"), say("colon"), link(finding.current, lang)))
    return [element("span", finding.text), str(finding.line), joined(status), joined(known)]


def _claim(finding: ClaimFinding) -> list[str]:
    lang = language()
    sources = joined((link(source, lang) for source in finding.sources), ", ")
    said = finding.verdict_label.say(lang) if finding.is_confirmed else say("audit_unconfirmed")
    sort = "unknown" if not finding.is_confirmed else "held" if finding.is_sound else "owed"
    quote = [element("p", element("q", finding.quote))] if finding.quote else []
    return [
        joined([element("span", finding.label.say(lang)), *quote]),
        str(finding.line) if finding.line else "—",
        badge(sentence(said), sort),
        joined([element("p", finding.explanation.say(lang)), element("p", sources)]),
    ]
