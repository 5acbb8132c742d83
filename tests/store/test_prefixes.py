"""The prefixes that everything shares are those of the ontology's own files."""

from __future__ import annotations

import re
from pathlib import Path

from kg.store.prefixes import PREFIXES, expand, shorten

PREFIX = re.compile(r"^PREFIX (\S+): <(\S+)>$", re.MULTILINE)


def test_a_prefix_of_the_ontology_means_the_same_everywhere(root: Path) -> None:
    files = sorted((root / "ontology").rglob("*.ttl"))
    used = {pair for file in files for pair in PREFIX.findall(file.read_text(encoding="utf-8"))}

    ours = {pair for pair in used if pair[1].startswith("https://w3id.org/hds-fr/")}

    assert {pair for pair in ours if PREFIXES.get(pair[0], pair[1]) != pair[1]} == set()
    assert {prefix for prefix, _ in ours} - PREFIXES.keys() <= {"key"}


def test_a_short_form_and_its_iri_lead_to_each_other() -> None:
    for prefix, namespace in PREFIXES.items():
        assert shorten(namespace + "some-thing_1.2") == f"{prefix}:some-thing_1.2"
        assert expand(f"{prefix}:some-thing_1.2") == namespace + "some-thing_1.2"


def test_what_no_prefix_fits_stays_whole() -> None:
    for iri in ("https://example.org/a", "https://w3id.org/hds-fr/case/a/b", "urn:x"):
        assert expand(shorten(iri)) == iri
        assert shorten(iri) == iri
