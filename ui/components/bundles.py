"""The parts of the app that run in the browser, as `hatch_build.py` built them.

Streamlit finds the files of a component through the `pyproject.toml` of an installed package of
the same name. Ours is installed under two others, and in place where it is developed: so the
components are registered here, once, the same way in a checkout and in a wheel.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

__all__ = ["component", "is_built"]

_PACKAGE = Path(__file__).resolve().parent
_FOLDER = "bundle"
_PROJECT = "hds"


def is_built(name: str) -> bool:
    """Tell whether a component has been built: `make setup` does it."""
    return any((_PACKAGE / _FOLDER).glob(f"{name}-*.js"))


def component(name: str, *, is_apart: bool = True) -> Callable[..., Any]:
    """Return what puts a component on the page: called with `data`, `key` and `on_…_change`.

    `is_apart`: its style and the page's do not touch each other.
    """
    return _registered(get_bidi_component_manager(), name, is_apart=is_apart)


@lru_cache(maxsize=8)
def _registered(manager: BidiComponentManager, name: str, *, is_apart: bool) -> Callable[..., Any]:
    """Return the component, made known to the server that runs: a test starts one of its own."""
    manifest = ComponentManifest(
        name=_PROJECT,
        version="1",
        components=[ComponentConfig(name=name, asset_dir=_FOLDER)],
    )
    manager.register_from_manifest(manifest, _PACKAGE)
    return st.components.v2.component(
        f"{_PROJECT}.{name}", js=f"{name}-*.js", isolate_styles=is_apart
    )
