"""The page of the texts: an article on a day, what hangs on it, what changed in it."""

from pathlib import Path

__all__ = ["STYLE"]

STYLE = Path(__file__).resolve().with_name("style.css")
