"""Readers: a text that somebody wrote goes in, a domain value or all its faults come out."""

from kg.imports.case_reader import read_case, read_case_file

__all__ = ["read_case", "read_case_file"]
