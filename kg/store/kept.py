"""What was worked out once and is kept in the user's cache, under a name that cannot go stale."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, TypeVar

__all__ = ["digest_of", "keep", "kept"]

_PROGRAM = Path(__file__).resolve().parent.parent
_PACKAGES = ("domain", "store", "reasoning/axioms")
_MODULES = ("vocabulary.py", "services/law.py", "services/plain.py")
_MOST_FILES = 8
_Kept = TypeVar("_Kept")


def digest_of(*folders: Path) -> str:
    """Return the digest of every file in some folders, and of the program that reads them."""
    digest = sha256()
    for path in (*_files(*folders), *_sources()):
        digest.update(f"{path.name}\0{path.stat().st_size}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _files(*folders: Path) -> Iterator[Path]:
    for folder in folders:
        yield from sorted(path for path in folder.rglob("*") if path.is_file())


def _sources() -> Iterator[Path]:
    """Yield the modules on which what is kept depends: those below the services, and these."""
    for part in _PACKAGES:
        yield from sorted((_PROGRAM / part).rglob("*.py"))
    yield from (
        _PROGRAM / name for name in ("vocabulary.py", "services/law.py", "services/plain.py")
    )


def kept(name: str, read: Callable[[Any], _Kept]) -> _Kept | None:
    """Return what was kept under a name, or None where nothing is, or nothing that `read` takes."""
    try:
        return read(json.loads(_path(name).read_bytes()))
    except (OSError, RuntimeError, ValueError, TypeError, LookupError, ImportError):
        return None


def keep(name: str, plain: object) -> None:
    """Keep plain data under a name, written whole or not at all; without a place, keep nothing."""
    with suppress(OSError, RuntimeError):  # RuntimeError: the user has no home
        path = _path(name)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with NamedTemporaryFile("w", dir=path.parent, delete=False, encoding="utf-8") as file:
            json.dump(plain, file, ensure_ascii=False, separators=(",", ":"))
        Path(file.name).replace(path)
        _forget_the_oldest(path.parent)


def _path(name: str) -> Path:
    """Return the file of a name, in the cache folder of the user (XDG Base Directory)."""
    home = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(home) / "hds-knowledge-graph" / f"{name}.json"


def _forget_the_oldest(folder: Path) -> None:
    files = sorted(folder.glob("*"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in files[_MOST_FILES:]:
        path.unlink(missing_ok=True)
