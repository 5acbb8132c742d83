"""What the tests of the commands share: the program itself, and files to give it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

Done: TypeAlias = subprocess.CompletedProcess[str]

EMPTY = "format: hds-case/1\nid: empty\nactors: {clinic: {}}\n"


@pytest.fixture(scope="session")
def kg() -> Callable[..., Done]:
    """Run the program in a process of its own, in English unless another language is given."""

    def run(*arguments: str | Path, lang: str = "en") -> Done:
        return subprocess.run(
            [sys.executable, "-c", "from kg.cli.app import main; main()", *map(str, arguments)],
            env={**os.environ, "HDS_LANG": lang},
            stdin=subprocess.DEVNULL,
            check=False,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
        )

    return run


@pytest.fixture(scope="session")
def memo(root: Path) -> Path:
    """The case of the source memo, completed."""
    return root / "data/cases/source-memo-completed.yaml"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A case of one actor, without a date, to which a test may add lines."""
    path = tmp_path / "case.yaml"
    path.write_text(EMPTY, encoding="utf-8")
    return path
