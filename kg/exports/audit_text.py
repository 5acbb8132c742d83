"""An audit as a person reads it: its citations, then its claims, each by its line."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import fill

from kg.domain.audits import AuditReport, CitationFinding, CitationStatus, ClaimFinding
from kg.domain.texts import Language, Text
from kg.domain.wording import day_words, word
from kg.exports.proof_text import SEPARATOR, cited

__all__ = ["audit_to_text"]

_WIDTH = 98
_STATUS = {
    CitationStatus.IN_FORCE: Text("en vigueur", "in force"),
    CitationStatus.SUPERSEDED: Text("DÉPASSÉE", "SUPERSEDED"),
    CitationStatus.NOT_YET: Text("PAS ENCORE EN VIGUEUR", "NOT YET IN FORCE"),
    CitationStatus.UNKNOWN: Text("INCONNUE DU GRAPHE", "UNKNOWN TO THE GRAPH"),
}
_WORDS = {
    "citations": Text("Citations", "Citations"),
    "claims": Text("Affirmations reconnues", "Claims recognised"),
    "none": Text("aucune", "none"),
    "line": Text("ligne", "line"),
    "silent": Text("dans tout le texte", "in the whole text"),
    "since": Text("depuis le", "since"),
    "from": Text("à compter du", "from"),
    "by": Text("par", "by"),
    "change": Text("Ce qui a changé", "What changed"),
    "current": Text("À citer", "To cite"),
    "unconfirmed": Text(
        "NON CONFIRMÉ ce jour (verdict : {x})", "NOT CONFIRMED on this day (verdict: {x})"
    ),
    "tested": Text("Éprouvée par", "Tested by"),
}


def audit_to_text(report: AuditReport, lang: Language) -> str:
    """Return the report, in `lang`."""
    lines = [f"{word('law_of').say(lang)} {day_words(report.day, lang)}"]
    lines += _section("citations", len(report.citations), lang)
    for citation in report.citations:
        lines += _citation(citation, lang)
    lines += _section("claims", len(report.claims), lang)
    for claim in report.claims:
        lines += _claim(claim, lang)
    return "\n".join([*lines, "", word("disclaimer").say(lang)])


def _section(key: str, count: int, lang: Language) -> list[str]:
    title = f"{_say(key, lang)} ({count})"
    return ["", title, "-" * len(title), *([] if count else [_say("none", lang)])]


def _citation(finding: CitationFinding, lang: Language) -> Iterator[str]:
    status = _STATUS[finding.status].say(lang)
    if finding.since:
        key = "from" if finding.status is CitationStatus.NOT_YET else "since"
        status += f" {_say(key, lang)} {day_words(finding.since, lang)}"
    if finding.by:
        acts = SEPARATOR[lang].join(cited(act, lang) for act in finding.by)
        status += f", {_say('by', lang)} {acts}"
    yield f"{_say('line', lang)} {finding.line}{_colon(lang)}{_quoted(finding.text, lang)}"
    known = f" [{cited(finding.cited, lang)}]" if finding.cited else ""
    yield _indented(status + known)
    if finding.change:
        yield _indented(f"{_say('change', lang)}{_colon(lang)}{finding.change.say(lang)}")
    if finding.current:
        address = f" <{finding.current.url}>" if finding.current.url else ""
        said = cited(finding.current, lang)
        yield _indented(f"{_say('current', lang)}{_colon(lang)}{said}{address}")


def _claim(finding: ClaimFinding, lang: Language) -> Iterator[str]:
    where = f"{_say('line', lang)} {finding.line}" if finding.line else _say("silent", lang)
    verdict = finding.verdict_label.say(lang)
    if not finding.is_confirmed:
        verdict = _WORDS["unconfirmed"].fill(x=verdict).say(lang)
    yield f"{finding.id}, {where}{_colon(lang)}{finding.label.say(lang)}"
    if finding.quote:
        yield _indented(_quoted(finding.quote, lang))
    yield _indented(f"=> {verdict} [{finding.confidence}]")
    yield _indented(finding.explanation.say(lang))
    sources = SEPARATOR[lang].join(cited(source, lang) for source in finding.sources)
    yield _indented(f"{word('rests_on').say(lang)} {sources.rstrip('.')}.")
    tests = SEPARATOR[lang].join(
        f"{'.'.join(filter(None, (t.case, t.actor, t.asks)))} = {t.found}"
        + ("" if t.is_met else f" (≠ {t.expected})")
        for t in finding.tests
    )
    yield _indented(f"{_say('tested', lang)}{_colon(lang)}{tests}")


def _say(key: str, lang: Language) -> str:
    return _WORDS[key].say(lang)


def _colon(lang: Language) -> str:
    return "\N{NO-BREAK SPACE}: " if lang == "fr" else ": "


def _quoted(text: str, lang: Language) -> str:
    return f"«\N{NO-BREAK SPACE}{text}\N{NO-BREAK SPACE}»" if lang == "fr" else f"“{text}”"


def _indented(text: str) -> str:
    return fill(
        text,
        _WIDTH,
        initial_indent="  ",
        subsequent_indent="  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
