"""Many ontologies in one run of HermiT: the virtual machine starts, and warms up, once.

HermiT's command line takes several ontologies and puts the same questions to each: is this class
empty? It stops at an ontology that contradicts itself, and it may die or hang; it is then started
again on those that are left. What it did not answer stays unanswered: it is never “consistent”.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kg.reasoning.hermit.process import hermit_command, lines_of

__all__ = ["Finding", "Query", "ask_hermit"]

_BATCH = 40
_NEXT, _CLASH = "Processing ", "InconsistentOntologyException"
_SAYS = re.compile(r"<(.+)> is (not )?satisfiable\.")
_EMPTY = (
    "<{}> <http://www.w3.org/2000/01/rdf-schema#subClassOf> "
    "<http://www.w3.org/2002/07/owl#Nothing> .\n"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """An ontology as N-Triples, and the classes of which it is asked whether they are empty.

    Those of `wrong` are empty if all is right, those of `possible` are not.
    """

    text: str
    wrong: tuple[str, ...]
    possible: tuple[str, ...]

    @property
    def classes(self) -> tuple[str, ...]:
        """All the classes asked of."""
        return (*self.wrong, *self.possible)


@dataclass(slots=True, kw_only=True)
class Finding:
    """What HermiT found: whether it answered, whether there is a model, which classes have one."""

    answered: bool = False
    consistent: bool = False
    empty: set[str] = field(default_factory=set)
    satisfiable: set[str] = field(default_factory=set)


def ask_hermit(queries: Sequence[Query], *, seconds: float) -> list[Finding]:
    """Return what HermiT finds of each ontology; it has `seconds` for each question.

    Raises:
        ReasonerError: there is no Java or no HermiT.
    """
    # Alike in size, for as many questions are put to each ontology of a run as to the largest.
    ahead = sorted(range(len(queries)), key=lambda n: len(queries[n].classes))
    found: dict[int, Finding] = {}
    while ahead:
        batch = ahead[:_BATCH]
        answers = list(_run([queries[n] for n in batch], seconds))
        found |= dict(zip(batch, answers, strict=False))
        ahead = ahead[len(answers) :]
    return [found[n] for n in range(len(queries))]


def _run(queries: Sequence[Query], seconds: float) -> Iterator[Finding]:
    """Yield a finding for each ontology, up to one at which the machine stopped."""
    classes = sorted({name for query in queries for name in query.classes})
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{n}.nt" for n in range(len(queries))]
        for path, query in zip(paths, queries, strict=True):
            absent = "".join(_EMPTY.format(c) for c in classes if c not in query.classes)
            path.write_text(query.text + absent, encoding="utf-8")
        options = ["-v2", *(f"-k<{name}>" for name in classes)]
        command = hermit_command(*options, *(path.as_uri() for path in paths))
        yield from _findings(lines_of(command, folder=folder, seconds=seconds), len(classes))


def _findings(lines: Iterable[str], questions: int) -> Iterator[Finding]:
    """Yield what the lines of one run say; the last ontology that they name may be unanswered."""
    finding: Finding | None = None
    for line in lines:
        if line.startswith(_NEXT):
            if finding is not None:
                yield finding
            finding = Finding()
        elif finding is not None:
            _read(line, finding, questions)
    yield finding or Finding()


def _read(line: str, finding: Finding, questions: int) -> None:
    if _CLASH in line:
        finding.answered = True
    if said := _SAYS.fullmatch(line.strip()):
        (finding.empty if said[2] else finding.satisfiable).add(said[1])
        finding.consistent = True
        finding.answered = len(finding.empty) + len(finding.satisfiable) == questions
