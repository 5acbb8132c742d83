"""The mappings of a graph toward public vocabularies, as SSSOM: a table under its metadata."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.store.graph import Graph
from kg.store.prefixes import BASE, PREFIXES, shorten
from kg.vocabulary import DCTERMS, OWL, SKOS

__all__ = ["MAPPING_SET", "mapping_table"]

MAPPING_SET = BASE + "ontology/alignments"
"""The IRI of the set of mappings: the ontology that states them."""

_PREDICATES = ("exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch")
_COLUMNS = ("subject_id", "subject_label", "predicate_id", "object_id", "mapping_justification")
_JUSTIFICATION = "semapv:ManualMappingCuration"
_SEMAPV = "https://w3id.org/semapv/vocab/"


def mapping_table(graph: Graph) -> bytes:
    """Return the SKOS mappings of a graph as SSSOM TSV, sorted; the label is the English one."""
    rows = sorted(_rows(graph))
    table = ("\t".join(row) for row in (_COLUMNS, *rows))
    return ("\n".join([*_metadata(graph, rows), *table]) + "\n").encode()


def _rows(graph: Graph) -> Iterator[tuple[str, ...]]:
    for name in _PREDICATES:
        for subject, _, target in graph.triples(None, SKOS.term(name)):
            if isinstance(target, str):
                label = " ".join(graph.text(subject, SKOS.term("prefLabel")).en.split())
                row = (shorten(subject), label, f"skos:{name}", shorten(target))
                yield (*row, _JUSTIFICATION)


def _metadata(graph: Graph, rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"#mapping_set_id: {MAPPING_SET}"
    for key, value in (
        ("mapping_set_title", graph.text(MAPPING_SET, DCTERMS.term("title")).en),
        ("mapping_set_version", graph.literal(MAPPING_SET, OWL.term("versionInfo"))),
        ("license", graph.iri(MAPPING_SET, DCTERMS.term("license"))),
    ):
        if value:
            yield f'#{key}: "{value}"'
    yield "#curie_map:"
    known = {**PREFIXES, "semapv": _SEMAPV}
    used = {name.partition(":")[0] for row in rows for name in (row[0], *row[2:])}
    yield from (f'#  {prefix}: "{known[prefix]}"' for prefix in sorted(used & known.keys()))
