"""The manifest of a release, as JSON that knows whether it was changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from kg.domain.releases import Manifest
from kg.errors import ReleaseError
from kg.store import release_faults as faults

__all__ = ["FORMAT", "read_manifest", "write_manifest"]

FORMAT = "hds-release/1"


def write_manifest(manifest: Manifest) -> bytes:
    """Return a manifest as JSON, with a seal over all that it says."""
    fields: dict[str, object] = {
        "format": FORMAT,
        "name": manifest.name,
        "digest": manifest.digest,
        "built": manifest.built,
        "triples": dict(manifest.triples),
        "stated": list(manifest.stated),
        "versions": dict(manifest.versions),
    }
    sealed = {**fields, "seal": _seal(fields)}
    return (json.dumps(sealed, ensure_ascii=False, indent=2) + "\n").encode()


def read_manifest(text: bytes, path: Path) -> Manifest:
    """Return the manifest that a file holds; `path` names it in messages.

    Raises:
        ReleaseError: the file is no manifest, or not as it was written.
    """
    try:
        fields = json.loads(text)
    except ValueError as error:
        raise ReleaseError(faults.damaged(path)) from error
    if not isinstance(fields, dict) or fields.pop("seal", "") != _seal(fields):
        raise ReleaseError(faults.damaged(path))
    if fields["format"] != FORMAT:
        raise ReleaseError(faults.of_another_format(path, str(fields["format"]), FORMAT))
    return Manifest(
        digest=fields["digest"],
        built=fields["built"],
        triples=fields["triples"],
        stated=tuple(fields["stated"]),
        versions=fields["versions"],
    )


def _seal(fields: Mapping[str, object]) -> str:
    text = json.dumps(fields, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()
