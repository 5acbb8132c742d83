"""Exports: one writer a format, for answers, cases and the graph."""
