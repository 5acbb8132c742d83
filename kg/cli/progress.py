"""What a command shows while it works."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager, nullcontext

from rich.console import Console

__all__ = ["working"]


def working(words: str) -> AbstractContextManager[object]:
    """Show that something is under way, where there is a screen to show it on."""
    return Console(stderr=True).status(words) if sys.stderr.isatty() else nullcontext()
