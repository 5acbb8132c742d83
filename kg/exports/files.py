"""Files written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from kg.errors import ExportError, Fault

__all__ = ["write_file"]


def write_file(path: Path, content: bytes) -> None:
    """Write a file at once: whoever reads it meanwhile sees the old one or the new one.

    Raises:
        ExportError: the place is a folder, its folder is missing, or nothing can be written there.
    """
    if path.is_dir():
        raise ExportError(_is_folder(path))
    if not path.absolute().parent.is_dir():
        raise ExportError(_no_folder(path))
    try:
        _replace(path, content)
    except OSError as error:
        raise ExportError(_unwritable(path, error)) from error


def _replace(path: Path, content: bytes) -> None:
    # A link stays one: what it leads to is replaced.
    target = path.resolve()
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:50]}.")
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.chmod(_mode(target))
        draft.replace(target)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _mode(target: Path) -> int:
    """Return the rights of the file replaced, or those of any new file."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _is_folder(path: Path) -> Fault:
    return Fault(
        fr="c’est un dossier ; donnez aussi un nom de fichier.",
        en="this is a folder; give the name of a file as well.",
        file=str(path),
        key="--output",
    )


def _no_folder(path: Path) -> Fault:
    return Fault(
        fr=f"le dossier {path.absolute().parent} n’existe pas. Créez-le ou donnez un autre chemin.",
        en=f"the folder {path.absolute().parent} does not exist. Make it or give another path.",
        file=str(path),
        key="--output",
    )


def _unwritable(path: Path, error: OSError) -> Fault:
    reason = error.strerror or str(error)
    return Fault(
        fr=f"ce fichier ne s’écrit pas ({reason}) et rien n’a été changé. Vérifiez les droits et "
        "l’espace libre, ou donnez un autre chemin.",
        en=f"this file cannot be written ({reason}) and nothing was changed. Check the rights and "
        "the free space, or give another path.",
        file=str(path),
        key="--output",
    )
