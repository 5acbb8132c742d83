"""The law as the program cites it: provisions, their versions and their paragraphs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kg.domain.texts import Text

__all__ = ["Citation", "DatedCitation", "Page", "Paragraph", "Provision", "Version"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A provision as it is cited: `label` reads `CSP, art. L. 1111-8, II, al. 1`.

    `url` leads to the official text where one is known, else "".
    """

    iri: str
    label: Text
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The address of a wording, and its first day and first day past; None for no end."""

    url: str
    start: date | None = None
    until: date | None = None

    def shows(self, day: date) -> bool:
        """Tell whether the page has the wording of `day`."""
        return (self.start is None or self.start <= day) and (
            self.until is None or day < self.until
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedCitation:
    """A provision as it is cited on any day: its pages, the closest to it first."""

    iri: str
    label: Text
    pages: tuple[Page, ...] = ()

    def on(self, day: date) -> Citation:
        """Return the citation with the address of the wording of `day`, if one is known."""
        url = next((page.url for page in self.pages if page.shows(day)), "")
        return Citation(iri=self.iri, label=self.label, url=url)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One alinéa of one version: its mark (`II, al. 4`) and its text.

    `official` is False where the text is a summary of ours and not an official wording.
    """

    iri: str
    mark: str
    text: str
    official: bool
    confidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One wording of a provision; `until` is the first day on which it is no longer in force."""

    iri: str
    start: date
    until: date | None
    legiarti: str
    url: str
    confidence: str
    change: Text
    paragraphs: tuple[Paragraph, ...] = ()

    def is_in_force(self, day: date) -> bool:
        """Tell whether this is the wording of `day`."""
        return self.start <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """An article across its versions, oldest first."""

    iri: str
    label: Text
    title: Text
    authority: str
    versions: tuple[Version, ...]

    def version_on(self, day: date) -> Version | None:
        """Return the wording in force on `day`, or None."""
        return next((version for version in self.versions if version.is_in_force(day)), None)
