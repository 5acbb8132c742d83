"""Files written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from kg.errors import ExportError, Fault

__all__ = ["archive", "write_file", "write_files"]


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


def write_files(path: Path, files: Mapping[str, bytes]) -> None:
    """Write several files at once: an archive where `path` ends in `.zip`, else a new folder.

    Raises:
        ExportError: something is there that is not such a folder, or nothing can be written.
    """
    if path.suffix == ".zip":
        write_file(path, archive(files))
        return
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise ExportError(_not_empty(path))
    if not path.absolute().parent.is_dir():
        raise ExportError(_no_folder(path))
    try:
        _fill(path, files)
    except OSError as error:
        raise ExportError(_unwritable(path, error)) from error


def _fill(path: Path, files: Mapping[str, bytes]) -> None:
    """Fill a folder beside the place, then move it there whole."""
    target = path.resolve()
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=f".{target.name[:50]}.") as name:
        draft = Path(name) / target.name
        draft.mkdir()
        for relative, content in files.items():
            file = draft / relative
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        draft.replace(target)


def archive(files: Mapping[str, bytes]) -> bytes:
    """Return the same archive for the same files: each is dated of the first day of the format."""
    sink = BytesIO()
    with ZipFile(sink, "w", ZIP_DEFLATED) as packed:
        for name, content in sorted(files.items()):
            packed.writestr(ZipInfo(name), content, compress_type=ZIP_DEFLATED)
    return sink.getvalue()


def _not_empty(path: Path) -> Fault:
    return Fault(
        fr="il y a déjà quelque chose ici. Donnez un dossier nouveau ou vide, ou une archive « "
        ".zip ».",
        en="there is something here already. Give a new or empty folder, or an archive “.zip”.",
        file=str(path),
        key="--output",
    )
