"""The page of the queries: questions as forms, the editor, the results."""

from pathlib import Path

__all__ = ["STYLE"]

STYLE = Path(__file__).resolve().with_name("style.css")
