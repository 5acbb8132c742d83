"""What every test may ask for."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from kg.services.workspace import Workspace, open_workspace
from kg.settings import read_settings

ROOT = Path(__file__).resolve().parent.parent
LAW = sorted((ROOT / "tests" / "cases").glob("*.yaml"))


SAMPLE = 11
"""One case in so many is in the sample."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let long sweeps run on every case: `pytest --whole`, by `make sweep`."""
    parser.addoption("--whole", action="store_true", help="sweep every case, and not a sample")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that asks for `law_case` on each file of `tests/cases`, named by its sentence.

    One that asks for `sampled_case` runs on a sample of them, always the same.
    """
    sample = LAW if metafunc.config.getoption("whole") else LAW[::SAMPLE]
    for name, paths in {"law_case": LAW, "sampled_case": sample}.items():
        if name in metafunc.fixturenames:
            metafunc.parametrize(name, paths, ids=[path.stem.replace("-", " ") for path in paths])


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def tracked(root: Path) -> tuple[Path, ...]:
    """The files of the project, as git knows them or is about to."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=root,
        check=True,
        capture_output=True,
        text=True,
    )
    names = sorted(name for name in listed.stdout.split("\0") if name)
    return tuple(path for path in (root / name for name in names) if path.is_file())


@pytest.fixture(scope="session")
def workspace() -> Workspace:
    """The ontology and the texts of the checkout, loaded once."""
    return open_workspace(read_settings())
