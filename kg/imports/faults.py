"""The faults of one file, gathered as it is read and raised together."""

from __future__ import annotations

from typing import Protocol

from kg.domain.texts import Text
from kg.errors import CaseError, Fault
from kg.imports.wording import shortened

__all__ = ["MOST", "Faults", "Place"]

MOST = 200
_LONGEST = 200
_MORE = Text(
    f"la lecture s’arrête après {MOST} erreurs ; corrigez celles-ci et relisez le fichier.",
    f"reading stops after {MOST} errors; mend these and read the file again.",
)


class Place(Protocol):
    """Something that stands in the file: on a line, under a path of keys."""

    @property
    def line(self) -> int:
        """The line, counted from 1; 0 for the file as a whole."""

    @property
    def path(self) -> str:
        """The path of keys: `services.saas.access`; "" for the file as a whole."""


class Faults:
    """The faults found so far in one file."""

    def __init__(self, source: str) -> None:
        """Start with none, in the file called `source`."""
        self._source = source
        self._found: list[Fault] = []

    def add(self, place: Place, words: Text) -> None:
        """Note that something is wrong at `place`.

        Raises:
            CaseError: so much is wrong that reading on would help nobody.
        """
        fr, en = words.fr, words.en
        path = shortened(place.path, _LONGEST)
        if path:
            fr, en = f"{path} : {fr}", f"{path}: {en}"
        fault = Fault(fr=fr, en=en, file=self._source, line=place.line, key=place.path)
        self._found.append(fault)
        if len(self._found) == MOST:
            more = Fault(fr=_MORE.fr, en=_MORE.en, file=self._source)
            raise CaseError(*self.error().faults, more)

    def __bool__(self) -> bool:
        """Tell whether anything is wrong so far."""
        return bool(self._found)

    def error(self) -> CaseError:
        """Return the error that tells every fault, from the top of the file to its end."""
        return CaseError(*sorted(self._found, key=lambda fault: fault.line))
