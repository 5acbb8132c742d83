"""The first page: from a question to an answer, part by part."""

from pathlib import Path

__all__ = ["STYLE"]

STYLE = Path(__file__).resolve().with_name("style.css")
