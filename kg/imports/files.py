"""Files to texts: what is missing, too large, binary or in another encoding is refused."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

from kg.imports import messages as say
from kg.imports.faults import Faults
from kg.imports.nodes import WHOLE, Broken

__all__ = ["MAX_BYTES", "decoded", "read_bytes"]

MAX_BYTES = 1_000_000


def read_bytes(path: Path, *, most: int = MAX_BYTES) -> bytes:
    """Return the bytes of a file, one byte past the limit at the most.

    Raises:
        CaseError: there is no such file, it is a folder, or it cannot be read.
    """
    faults = Faults(str(path))
    try:
        if path.is_dir():
            faults.add(WHOLE, say.folder())
        elif not path.exists():
            faults.add(WHOLE, say.no_such_file(_near(path)))
        elif not path.is_file():
            faults.add(WHOLE, say.not_a_file())
        else:
            with path.open("rb") as stream:
                return stream.read(most + 1)
    except (OSError, ValueError) as error:
        faults.add(WHOLE, say.unreadable(str(getattr(error, "strerror", None) or error)))
        raise faults.error() from error
    raise faults.error()


def decoded(data: bytes, source: str, *, most: int = MAX_BYTES) -> str:
    """Return the text of UTF-8 bytes, with or without a byte order mark.

    Raises:
        CaseError: the bytes are too many, binary, or not UTF-8.
    """
    faults = Faults(source)
    if len(data) > most:
        faults.add(WHOLE, say.too_large(most))
    elif data.startswith((b"\xff\xfe", b"\xfe\xff")):
        faults.add(WHOLE, say.not_utf8())
    elif b"\0" in data:
        faults.add(WHOLE, say.binary())
    if faults:
        raise faults.error()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        faults.add(Broken(line=data.count(b"\n", 0, error.start) + 1), say.not_utf8())
        raise faults.error() from error


def _near(path: Path) -> str:
    """Return the file beside `path` that is named most like it, or ""."""
    if not path.parent.is_dir():
        return ""
    names = sorted(entry.name for entry in path.parent.iterdir())
    found = get_close_matches(path.name, names, n=1, cutoff=0.75)
    return str(path.with_name(found[0])) if found else ""
