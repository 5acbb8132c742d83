"""The page of the obligations: norms against roles, and against the actors of a case."""

from pathlib import Path

__all__ = ["STYLE"]

STYLE = Path(__file__).resolve().with_name("style.css")
