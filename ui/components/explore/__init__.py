"""The page of the graph: a term, its neighbourhood, its card."""

from pathlib import Path

__all__ = ["STYLE"]

STYLE = Path(__file__).resolve().with_name("style.css")
