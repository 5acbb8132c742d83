"""What is said of a release that cannot be opened or written."""

from __future__ import annotations

from pathlib import Path

from kg.errors import Fault

__all__ = ["damaged", "missing", "of_another_format", "unreadable", "unwritable"]

_FR = "Refaites-la (kg build), ou ouvrez-en une autre (HDS_RELEASE)."
_EN = "Build it again (kg build), or open another (HDS_RELEASE)."


def damaged(path: Path) -> Fault:
    """Return the fault of a file that is not as it was written."""
    return Fault(
        fr="cette version publiée est endommagée : le fichier n’est plus tel qu’il a été écrit. "
        f"{_FR}",
        en=f"this release is damaged: the file is no longer as it was written. {_EN}",
        file=str(path),
        key="HDS_RELEASE",
    )


def missing(path: Path) -> Fault:
    """Return the fault of a release that is not there."""
    return Fault(
        fr=f"il n’y a pas de version publiée ici. {_FR}",
        en=f"there is no release here. {_EN}",
        file=str(path),
        key="HDS_RELEASE",
    )


def unreadable(path: Path, error: OSError) -> Fault:
    """Return the fault of a file of a release that cannot be read."""
    why = error.strerror or str(error)
    return Fault(
        fr=f"cette version publiée est incomplète : le fichier ne se lit pas ({why}). {_FR}",
        en=f"this release is not whole: the file cannot be read ({why}). {_EN}",
        file=str(path),
        key="HDS_RELEASE",
    )


def of_another_format(path: Path, found: str, known: str) -> Fault:
    """Return the fault of a release that another version of the program built."""
    return Fault(
        fr=f"cette version publiée est au format {found} ; ce programme lit {known}. {_FR}",
        en=f"this release has the format {found}; this program reads {known}. {_EN}",
        file=str(path),
        key="HDS_RELEASE",
    )


def unwritable(folder: Path, error: OSError) -> Fault:
    """Return the fault of a folder in which no release can be written."""
    why = error.strerror or str(error)
    return Fault(
        fr=f"aucune version ne peut être écrite ici ({why}) ; celles qui s’y trouvent n’ont pas "
        "changé. Vérifiez les droits et l’espace libre, ou donnez un autre dossier (--output).",
        en=f"no release can be written here ({why}); those that are here have not changed. Check "
        "the rights and the free space, or give another folder (--output).",
        file=str(folder),
        key="--output",
    )
