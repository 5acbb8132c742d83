"""What a command shows while it works, and what it says when it is interrupted."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer
from rich.console import Console

from kg.domain.texts import Language

__all__ = ["working"]

_INTERRUPTED = 130
_STOPPED = {
    "fr": "Interrompu : rien n’a été écrit.",
    "en": "Interrupted: nothing was written.",
}


@contextmanager
def working(words: str, lang: Language) -> Iterator[None]:
    """Show that something is under way, on a screen only; end cleanly when interrupted.

    Raises:
        typer.Exit: the user interrupted it.
    """
    try:
        if sys.stderr.isatty():
            with Console(stderr=True).status(words):
                yield
        else:
            yield
    except KeyboardInterrupt:
        typer.echo(_STOPPED[lang], err=True)
        raise typer.Exit(_INTERRUPTED) from None
