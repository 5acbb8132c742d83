"""The legal knowledge graph: the law of hosting health data, read, reasoned on and proved.

In Python, `kg.open_law()` is the way in; see `kg.interface`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.interface import Law, open_law

__all__ = ["Law", "open_law"]


def __getattr__(name: str) -> object:
    """Return what `kg.interface` offers, loaded only when it is asked for."""
    if name not in __all__:
        raise AttributeError(name)
    from kg import interface  # noqa: PLC0415 - a command that needs none of it does not pay for it

    return getattr(interface, name)
