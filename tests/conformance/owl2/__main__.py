"""`python -m tests.conformance.owl2 DIR`: judge the suite of a folder, and write the table."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.conformance.owl2.report import report
from tests.conformance.owl2.suite import FILE, Test, read_suite
from tests.conformance.owl2.verdicts import Outcome, Verdict, judge

_PAGE = Path(__file__).resolve().parents[3] / "docs" / "conformance.md"
_NO_SUITE = (
    "FR : pas de {file} dans « {folder} ». Donnez le dossier de la suite du W3C : "
    "make conformance SUITES=DOSSIER (voir docs/conformance.md).\n"
    "EN: no {file} in “{folder}”. Give the folder of the W3C’s suite: "
    "make conformance SUITES=DIR (see docs/conformance.md)."
)


def main(folder: str) -> int:
    """Judge the suite in `folder`; 1 if a claim came out wrong, 2 if there is no suite."""
    if not folder or not (Path(folder) / FILE).is_file():
        sys.stderr.write(_NO_SUITE.format(file=FILE, folder=folder) + "\n")
        return 2
    verdicts = list(_verdicts(read_suite(Path(folder))))
    _PAGE.write_text(report(verdicts), encoding="utf-8")
    counts = Counter(verdict.outcome for verdict in verdicts)
    sys.stdout.writelines(f"{outcome.value:8} {counts[outcome]}\n" for outcome in Outcome)
    wrong = [verdict for verdict in verdicts if verdict.outcome is Outcome.WRONG]
    sys.stderr.writelines(f"{verdict.test}: not {verdict.claim}\n" for verdict in wrong)
    return 1 if wrong else 0


def _verdicts(tests: Sequence[Test]) -> Iterator[Verdict]:
    for rank, test in enumerate(tests, start=1):
        sys.stderr.write(f"\r{rank}/{len(tests)} {test.name:60.60}")
        sys.stderr.flush()
        yield from judge(test)
    sys.stderr.write("\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if sys.argv[1:] else ""))
