"""Where the ontology and the data lie, and what the environment sets."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.domain.texts import Language
from kg.errors import Fault, UsageError

__all__ = ["Settings", "read_settings"]

_LANGUAGES: dict[str, Language] = {"fr": "fr", "en": "en"}
_PACKAGE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What every part may need to know of the place where the program runs.

    `root` is the folder that holds `ontology` and `data`; `release` is the release to read instead
    of the working files, or a folder of releases, None for none; `endpoint` is the SPARQL endpoint
    to ask instead of the embedded store, "" for none; `lang` is the language of messages.
    """

    root: Path
    release: Path | None = None
    endpoint: str = ""
    lang: Language = "fr"

    @property
    def ontology(self) -> Path:
        """The folder of the ontology."""
        return self.root / "ontology"

    @property
    def data(self) -> Path:
        """The folder of the texts and the example cases."""
        return self.root / "data"


def read_settings(environ: Mapping[str, str] = os.environ, package: Path = _PACKAGE) -> Settings:
    """Return the settings; `HDS_RELEASE`, `HDS_ENDPOINT` and `HDS_LANG` change them.

    Raises:
        UsageError: the resources are missing, or `HDS_LANG` is neither `fr` nor `en`.
    """
    return Settings(
        root=_find_root(package),
        release=Path(environ["HDS_RELEASE"]) if environ.get("HDS_RELEASE") else None,
        endpoint=environ.get("HDS_ENDPOINT", ""),
        lang=_read_language(environ.get("HDS_LANG", "") or "fr"),
    )


def _find_root(package: Path) -> Path:
    # An installed wheel carries its own resources; a checkout has them next to the package.
    for root in (package / "_resources", package.parent):
        if (root / "ontology").is_dir() and (root / "data").is_dir():
            return root
    raise UsageError(
        Fault(
            fr="les dossiers ontology et data sont introuvables. Réinstallez le paquet, ou lancez "
            "la commande depuis une copie complète du dépôt.",
            en="the folders ontology and data cannot be found. Install the package again, or run "
            "the command from a whole checkout.",
            file=str(package.parent),
        )
    )


def _read_language(value: str) -> Language:
    if value in _LANGUAGES:
        return _LANGUAGES[value]
    raise UsageError(
        Fault(
            fr=f"HDS_LANG vaut « {value} » ; valeurs admises : fr, en.",
            en=f"HDS_LANG is “{value}”; it may be fr or en.",
            key="HDS_LANG",
        )
    )
