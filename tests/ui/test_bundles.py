"""The components of the browser: built from the lock, carried by the wheel, missed with grace."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from streamlit.testing.v1 import AppTest

from ui.components import bundles

Open: TypeAlias = Callable[..., AppTest]
FRONTEND = Path("ui/components/frontend")


@pytest.mark.parametrize("name", ["graph", "tree", "editor"])
def test_a_component_is_built_once_under_a_name_that_tells_its_content(
    root: Path, name: str
) -> None:
    built = list((root / "ui" / "components" / "bundle").glob(f"{name}-*.js"))

    assert len(built) == 1, "run make setup"
    assert bundles.is_built(name)


def test_the_lock_pins_every_package_by_its_digest_and_names_no_registry(root: Path) -> None:
    lock = json.loads((root / FRONTEND / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: said for name, said in lock["packages"].items() if name}

    assert packages
    assert all(said["integrity"].startswith("sha512-") for said in packages.values())
    assert not any("resolved" in said for said in packages.values())


def test_the_wheel_carries_the_bundles_and_not_their_sources(root: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=root, check=True, capture_output=True)

    (wheel,) = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    components = [name for name in names if name.startswith("ui/components/")]

    for part in ("graph", "tree", "editor"):
        assert sum(name.startswith(f"ui/components/bundle/{part}-") for name in components) == 1
    assert not [name for name in components if "frontend" in name]


@pytest.mark.parametrize("page", ["explore", "sparql"])
def test_without_its_bundles_a_page_says_what_to_do_and_still_serves(
    open_page: Open, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    monkeypatch.setattr(bundles, "_FOLDER", "nowhere")

    app = open_page(page, q="ASK {}", node="hds:Host")

    said = "\n".join(element.proto.body for element in app.get("html"))
    assert not app.exception
    assert ("make setup" in said) is (page == "explore")
    assert bool(app.text_area) is (page == "sparql")
